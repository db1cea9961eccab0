import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** `cli/draw.ts`, which the build puts beside the command. */
const program = fileURLToPath(new URL('./draw.js', import.meta.url));

export interface Drawing {
  /** Draws one SVG as PNG. */
  readonly draw: (svg: string) => Promise<Uint8Array>;
  /** Nothing will be drawn. */
  readonly end: () => void;
}

/** Begins a process that draws, so that it is ready when there is something to draw. */
export function drawingApart(): Drawing {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // Whoever draws hears of it.
  ended.catch(() => undefined);
  child.stdin.on('error', () => undefined);
  return {
    async draw(svg) {
      child.stdin.end(svg);
      const code = await ended;
      if (code !== 0) throw new Error(`the chart cannot be drawn: exit ${code ?? 'by a signal'}`);
      return Buffer.concat(parts);
    },
    end: () => void child.stdin.end(),
  };
}
