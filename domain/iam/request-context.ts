/** What is known of a request, by condition key: `{ 'aws:SourceAccount': '111122223333' }`. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** The values of a key; keys are the same in any case. `null` where the request has no such key. */
export function contextValues(context: RequestContext, key: string): readonly string[] | null {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
  if (found === undefined) return null;
  return typeof found === 'string' ? [found] : found;
}

/**
 * A text of a policy with its variables filled in; `null` where the request does not have one of them, so that nothing fits.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function withVariables(text: string, context: RequestContext): string | null {
  const parts = text
    .split(/\$\{(?<name>[^}]*)\}/)
    .map((part, index) => (index % 2 === 0 ? part : onlyValue(context, part)));
  return parts.includes(null) ? null : parts.join('');
}

function onlyValue(context: RequestContext, name: string): string | null {
  const [value = null, ...more] = contextValues(context, name) ?? [];
  return more.length > 0 ? null : value;
}
