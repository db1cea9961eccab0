import { once } from './once.ts';

type Calls<Adapter> = { readonly [Name in keyof Adapter]: (...given: never[]) => Promise<unknown> };

/** An adapter that is built at its first call: what a quiet event never needs is then never loaded, nor its secret read. */
export function onDemand<Adapter extends Calls<Adapter>>(
  build: () => Promise<Adapter>,
  names: Readonly<Record<keyof Adapter, true>>,
): Adapter {
  const built = once(build);
  const call =
    (name: keyof Adapter) =>
    async (...given: never[]): Promise<unknown> =>
      (await built())[name](...given);
  return Object.fromEntries((Object.keys(names) as (keyof Adapter)[]).map((name) => [name, call(name)])) as Adapter;
}
