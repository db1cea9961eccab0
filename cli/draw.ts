import { pngOfSvg } from '../adapters/comparison/png-of-svg.ts';

/** Draws an SVG as PNG in a process of its own: the drawing needs as much memory as a whole run, and gives none of it back. */
const parts: Buffer[] = [];
for await (const part of process.stdin) parts.push(part as Buffer);
process.stdout.write(await pngOfSvg(Buffer.concat(parts).toString()));
