import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStateDirectory } from '../../local/state-directory.ts';
import { StateDirectoryTakenError } from '../../local/state-lock.ts';
import { childRunning, firstOutput, killed } from './child-process.ts';

describe('openStateDirectory', () => {
  let directory: string;

  beforeEach(() => {
    directory = join(mkdtempSync(join(tmpdir(), 'sundial-')), 'state');
  });

  afterEach(() => {
    rmSync(directory, { recursive: true, force: true });
  });

  it('can be opened again once it has been released', () => {
    openStateDirectory(directory).release();

    openStateDirectory(directory).release();

    expect(readFileSync(join(directory, 'format'), 'utf8')).toBe('1\n');
  });

  it('is refused while a living process owns it, naming that process', async () => {
    const child = owner(directory);
    await firstOutput(child);

    expect(() => openStateDirectory(directory)).toThrow(StateDirectoryTakenError);
    expect(() => openStateDirectory(directory)).toThrow(`process ${child.pid ?? ''}`);

    await killed(child);
  });

  it('is taken over from a process that was killed', async () => {
    const child = owner(directory);
    await firstOutput(child);
    await killed(child);

    const { release } = openStateDirectory(directory);

    expect(readFileSync(join(directory, 'lock'), 'utf8')).toContain(`"pid":${process.pid}`);
    release();
  });

  it.runIf(process.platform === 'linux')('is taken over when the process id now belongs to another process', () => {
    openStateDirectory(directory).release();
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: process.pid, startedAt: '1' }));

    openStateDirectory(directory).release();
  });

  it('refuses what another version wrote, and lets go of it', () => {
    openStateDirectory(directory).release();
    writeFileSync(join(directory, 'format'), '99\n');

    expect(() => openStateDirectory(directory)).toThrow('format 99, expected 1');
    expect(() => readFileSync(join(directory, 'lock'))).toThrow('ENOENT');
  });
});

/** A process that owns the directory, says so and waits. */
function owner(directory: string) {
  return childRunning(`
    import { openStateDirectory } from './local/state-directory.ts';
    openStateDirectory(${JSON.stringify(directory)});
    console.log('owned');
    setInterval(() => undefined, 1000);
  `);
}
