/** Providers on Bedrock, by the first word of their model ids. */
export const providers = [
  ...['ai21', 'amazon', 'anthropic', 'cohere', 'deepseek', 'google', 'luma', 'meta', 'minimax', 'mistral', 'moonshot'],
  ...['moonshotai', 'nvidia', 'openai', 'qwen', 'stability', 'twelvelabs', 'writer', 'xai', 'zai'],
] as const;

/** Providers whose name is also a word that programs use: `meta.length-1`, `writer.row-2`. */
const everydayWords = /^(?:google|luma|meta|stability|writer)\./;

/** How the names of known models begin. */
const family =
  /^[a-z0-9]+\.(?:claude|titan|nova|rerank|llama\d*|command|embed|jamba|j2|(?:mi[sx]|pix|magis|minis|devs|vox|codes)tral|palmyra|gpt|kimi|gemma|gemini|marengo|pegasus|qwen\d*|grok|glm|minimax|nemotron|ray|sd3|stable|deepseek)(?=[-.\d])/;

/** A dot inside an id stands beside a number: `gpt-6.1-sol`, `v3.2`. Elsewhere it begins a host name, a module or a file's ending. */
const wellDotted = /^[a-z0-9-]+\.[a-z0-9-]+(?:(?<=\d)\.\d[a-z0-9-]*)*(?::|$)/;

/**
 * Whether an id that no source knows is shaped like Bedrock's: it has a version (`acme.model-v1:0`), or a provider we know and a
 * number, in a name that no program would use for something else. `alone`: it stands between quotes.
 */
export function looksLikeModelId(id: string, alone: boolean): boolean {
  if (!wellDotted.test(id) || /^v\d/.test(id)) return false;
  if (/-v\d+:\d(?::|$)/.test(id)) return true;
  const provider = id.slice(0, id.indexOf('.'));
  if (!providers.some((known) => known === provider) || !/\d/.test(id.slice(provider.length))) return false;
  if (family.test(id) || /^deepseek\.[rv]\d/.test(id)) return true;
  const dashes = id.split('-').length - 1;
  return !everydayWords.test(id) && (dashes > 1 || (dashes === 1 && alone));
}
