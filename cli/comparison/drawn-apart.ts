import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `cli/draw.ts`, which the build puts beside the command. */
const program = fileURLToPath(new URL('./draw.js', import.meta.url));

/** Draws an SVG as PNG beside this process, which meanwhile goes on. */
export async function drawnApart(svg: string): Promise<Uint8Array> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.stdin.end(svg);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`the chart cannot be drawn: exit ${code ?? 'by a signal'}`);
  return Buffer.concat(parts);
}
