import { AwsError } from '../wire/aws-error.ts';
import type { LoggedCalls } from './logged-calls.ts';

export type LogRows = readonly Readonly<Record<string, string>>[];

/** What a query gives a name to: a field, or a count. */
interface Named {
  readonly expression: string;
  readonly name: string;
}

/**
 * As much of the query language as counting calls takes: `fields … as …`, `filter` is ignored, and one
 * `stats count(*) as …, max(@timestamp) as … by …`.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_QuerySyntax.html
 */
export function answerQuery(text: string, calls: readonly LoggedCalls[]): LogRows {
  const commands = text.split('|').map((command) => command.trim());
  const fields = commands.flatMap((command) => names(/^fields\s+(?<list>.+)$/s.exec(command)?.groups?.['list']));
  const stats = commands.map((command) => /^stats\s+(?<list>.+?)\s+by\s+(?<by>.+)$/s.exec(command)?.groups);
  const { list, by } = stats.find((found) => found !== undefined) ?? {};
  if (list === undefined || by === undefined) throw new AwsError('MalformedQueryException', `not simulated: ${text}`);

  const groups = new Map<string, LoggedCalls[]>();
  const grouping = names(by).map(
    ({ name }) => fields.find((field) => field.name === name) ?? { name, expression: name },
  );
  for (const one of calls) {
    const key = JSON.stringify(grouping.map(({ expression }) => one.fields[expression] ?? ''));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => ({
    ...Object.fromEntries(
      grouping.flatMap(({ name, expression }) => {
        const value = group[0]?.fields[expression];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    ...Object.fromEntries(names(list).map(({ name, expression }) => [name, total(expression, group)])),
  }));
}

function total(expression: string, group: readonly LoggedCalls[]): string {
  const calls = group.reduce((sum, one) => sum + one.calls, 0);
  switch (expression) {
    case 'count(*)':
    case 'count()':
      return String(calls);
    case 'max(@timestamp)':
      return (
        group
          .map(({ lastAt }) => lastAt)
          .toSorted()
          .at(-1) ?? ''
      )
        .replace('T', ' ')
        .replace('Z', '');
    default:
      throw new AwsError('MalformedQueryException', `not simulated: ${expression}`);
  }
}

/** `requestMetadata.`key` as name, …`; without `as` a thing is named what it is. */
function names(list: string | undefined): readonly Named[] {
  return (list?.split(',') ?? []).map((one) => {
    const [expression = '', name = expression] = one
      .trim()
      .replaceAll('`', '')
      .split(/\s+as\s+/);
    return { expression, name };
  });
}
