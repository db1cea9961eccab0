import { once } from './once.ts';

/** A Lambda function that a schedule calls, over a plain function. Every error reaches Lambda, and so the retry and the dead letters. */
export function scheduled<Deps>(build: () => Promise<Deps>, run: (deps: Deps) => Promise<unknown>) {
  const built = once(build);
  return async (): Promise<void> => {
    await run(await built());
  };
}
