import { setImmediate } from 'node:timers/promises';
import { drawsPng } from '../adapters/comparison/png-of-svg.ts';

/**
 * Draws an SVG as PNG in a process of its own: the drawing needs as much memory as a whole run, and gives none of it back. Until the SVG
 * comes it gets ready, and draws a sample some times, since WebAssembly becomes fast only by use. Where none comes, it draws nothing.
 */
const sample = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="600" font-family="Inter"><rect width="1080" height="600" fill="#fff"/>${[
  400, 600,
]
  .map(
    (weight) =>
      `<text x="40" y="${weight}" font-size="19" font-weight="${weight}">The quick brown fox: 0123456789</text>`,
  )
  .join('')}</svg>`;
const [most, pieces]: [number, Buffer[]] = [3, []];
process.stdin.on('data', (piece: Buffer) => pieces.push(piece));
const whole = new Promise((resolve) => process.stdin.once('end', resolve));

const draw = await drawsPng();
for (let times = 0; times < most && pieces.length === 0 && !process.stdin.readableEnded; times += 1) {
  draw(sample);
  await setImmediate();
}
await whole;
if (pieces.length > 0) process.stdout.write(draw(Buffer.concat(pieces).toString()));
