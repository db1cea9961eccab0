import type { Place } from './arns.ts';
import { principalArn } from './call-records.ts';
import { callsUntil, daysBetween } from './metering.ts';
import type { Use } from './use.ts';

/** The same call, as often as it was made on a day: the fields of a record of the log that queries may name. */
export interface LoggedCalls {
  readonly fields: Readonly<Record<string, string>>;
  readonly calls: number;
  readonly lastAt: string;
}

/**
 * What the log holds between two instants, in seconds. Calls over `bedrock-mantle` are not logged.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
 */
export function loggedCalls(uses: readonly Use[], start: number, end: number, place: Place): readonly LoggedCalls[] {
  const [from, to] = [new Date(start * 1000), new Date(end * 1000)];
  return uses
    .filter(({ endpoint }) => endpoint === 'bedrock-runtime')
    .flatMap((use) => {
      const metadata = Object.entries(use.requestMetadata ?? {}).map(([key, value]) => [
        `requestMetadata.${key}`,
        value,
      ]);
      const fields = {
        modelId: use.calledAs,
        'identity.arn': principalArn(use.principal, place),
        operation: use.streams ? 'ConverseStream' : 'Converse',
        ...(Object.fromEntries(metadata) as Readonly<Record<string, string>>),
      };
      return daysBetween(from, to).flatMap((day) => {
        const last = new Date(Math.min(to.getTime(), Date.parse(day) + 86_399_000));
        const { calls } = callsUntil(use, last);
        return calls > 0 ? [{ fields, calls, lastAt: last.toISOString() }] : [];
      });
    });
}
