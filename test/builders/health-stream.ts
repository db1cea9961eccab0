import { DateTime } from 'luxon';
import { healthEvent } from '../../local/story/health-envelope.ts';

/** Models, each with the text of its notice; all leave in the same way, so that any order tells the same. */
const models = [
  ['anthropic.claude-sonnet-4-5-20250929-v1:0', '2026-10-08', '2027-01-08', '2027-04-08'],
  ['anthropic.claude-opus-4-1-20250805-v1:0', '2026-07-08', '2026-10-08', '2027-01-08'],
  ['ai21.jamba-1-5-mini-v1:0', '2026-05-26', '2026-08-26', '2026-11-26'],
  ['examplelab.prose-2-large-v1:0', '2026-11-01', '2027-02-01', '2027-05-03'],
] as const;
const accounts = ['111122223333', '444455556666'] as const;

/** A generator of whole numbers below `below`, the same for the same seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

export function shuffled<T>(all: readonly T[], next: (below: number) => number): T[] {
  const left = [...all];
  return all.map(() => left.splice(next(left.length), 1)).flat();
}

/**
 * Events of two accounts about four models, so eight migrations: notices in pages, reminders, copies for the backup Region, and
 * duplicates, shuffled.
 */
export function healthStream(count: number, seed: number): readonly unknown[] {
  const next = numbers(seed);
  const once = models.flatMap(([modelId, legacy, extendedAccess, endOfLife]) =>
    accounts.flatMap((account) => {
      const text = `${modelId} is Legacy from ${legacy}, in extended access from ${extendedAccess}, and reaches end of life on ${endOfLife}, in us-east-1 and eu-west-1.`;
      const facts = {
        account,
        region: 'us-east-1',
        sentOn: legacy,
        text,
        id: `${modelId.replaceAll(/[.:]/g, '')}-${account}`,
      };
      const reminder = {
        ...facts,
        id: `${facts.id}-reminder`,
        sentOn: DateTime.fromISO(legacy).plus({ days: 30 }).toFormat('yyyy-MM-dd'),
      };
      const pages = [1, 2, 3].map((page) => ({
        ...facts,
        page,
        totalPages: 3,
        entities: [`arn:aws:bedrock:us-east-1::foundation-model/${modelId}`],
      }));
      return [...pages, reminder].flatMap((one) => [healthEvent(one), healthEvent({ ...one, backup: true })]);
    }),
  );
  const repeats = Array.from({ length: Math.max(0, count - once.length) }, () => once[next(once.length)]);
  return shuffled([...once, ...repeats], next);
}
