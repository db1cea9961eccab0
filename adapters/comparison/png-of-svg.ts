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

/** Draws SVG as PNG, once all that it takes is loaded: the same on every machine, since the font comes along. */
export async function drawsPng(): Promise<(svg: string) => Uint8Array> {
  ready ??= load();
  const fontBuffers = await ready;
  return (svg) => {
    const font = { fontBuffers, loadSystemFonts: false, defaultFontFamily: 'Inter' };
    return new Resvg(svg, { font }).render().asPng();
  };
}

/** Draws one SVG as PNG; nothing is asked of the network. */
export async function pngOfSvg(svg: string): Promise<Uint8Array> {
  return (await drawsPng())(svg);
}
