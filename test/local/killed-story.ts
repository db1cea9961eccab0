import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const command = resolve('dist/sundial.js');
const preload = resolve('test/local/kill-after.mjs');

/** Plays the story in a process of its own, which is killed after the first call by which something is made for a custom model. */
export function playStory(state: string, isMortal: boolean): Promise<'ended' | 'killed'> {
  const args = [command, 'up', '--once', '--state', state, '--now', '2026-11-20T09:00:00Z'];
  const env = { ...process.env, KILL_AFTER: isMortal ? '1' : '0', KILL_ON: 'customModels' };
  const child = spawn(process.execPath, ['--import', preload, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
  return new Promise((done, fail) => {
    child.on('exit', (code, signal) => {
      if (code === 0) done('ended');
      else if (signal === 'SIGKILL') done('killed');
      else fail(new Error(`the story ended with ${code ?? signal ?? ''}: ${stderr}`));
    });
  });
}
