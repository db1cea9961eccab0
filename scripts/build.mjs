import { rmSync } from 'node:fs';
import { build } from 'esbuild';

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: ['cli/sundial.ts', 'cli/conclude.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minifySyntax: true,
  // Of ES modules only what is used is taken: the SDK's loads in two thirds of the time.
  mainFields: ['module', 'main'],
  // These stay as they were installed: dynalite loads native code, emulate its own parts, the ONNX runtime its WebAssembly.
  external: ['dynalite', 'emulate', 'onnxruntime-web'],
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
