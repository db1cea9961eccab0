import type { CustomRequest, CustomStart } from './request.ts';

const acts = ['start', 'approve', 'refuse', 'cancel'] as const;
const servings: ReadonlyMap<string, CustomStart['serving']> = new Map([
  ['provisioned', 'provisioned'],
  ['ondemand', 'onDemand'],
  ['on-demand', 'onDemand'],
]);
const parameter = /^(?<name>[A-Za-z][A-Za-z0-9]*)=(?<value>\S+)$/;

/** The words after `custom`, or what is wrong with them. Names of custom models have no spaces; the other words may stand in any order. */
export function customRequest([model, verb, ...rest]: readonly string[]): CustomRequest | string {
  if (model === undefined) return { kind: 'custom', model: null, act: 'show' };
  if (verb === undefined) return { kind: 'custom', model, act: 'show' };
  const act = acts.find((one) => one === verb.toLowerCase());
  if (act === undefined) return `What shall be done? Write ${acts.join(', ')} after the name.`;
  if (act === 'start') return start(model, rest);
  return rest.length > 0 ? `${act} takes no more words.` : { kind: 'custom', model, act };
}

function start(model: string, words: readonly string[]): CustomStart | string {
  const parameters = words.flatMap((word): [string, string][] => {
    const { name, value } = parameter.exec(word)?.groups ?? {};
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  const others = words.filter((word) => !parameter.test(word));
  const served = others.filter((word) => servings.has(word.toLowerCase()));
  const [on, ...named] = others.filter((word) => !served.includes(word));
  if (on !== undefined && (on.toLowerCase() !== 'on' || named.length === 0))
    return `What is ${on}? Write on and a model, hyperparameters as in epochCount=3, or provisioned.`;
  return {
    kind: 'custom',
    model,
    act: 'start',
    replacement: on === undefined ? null : named.join(' '),
    hyperParameters: Object.fromEntries(parameters),
    serving: servings.get(served.at(-1)?.toLowerCase() ?? '') ?? null,
  };
}
