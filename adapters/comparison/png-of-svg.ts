import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const installed = createRequire(import.meta.url);
const font = (weight: string) => readFile(installed.resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`));

/** Loaded once a process, and only where something is drawn. */
let ready: Promise<Buffer[]> | undefined;

async function load(): Promise<Buffer[]> {
  await initWasm(await readFile(installed.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return Promise.all([font('400Regular'), font('600SemiBold')]);
}

/** Draws SVG as PNG: the same on every machine, since the font comes along; nothing is asked of the network. */
export async function pngOfSvg(svg: string): Promise<Uint8Array> {
  ready ??= load();
  const font = { fontBuffers: await ready, loadSystemFonts: false, defaultFontFamily: 'Inter' };
  return new Resvg(svg, { font }).render().asPng();
}
