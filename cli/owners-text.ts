import type { Configuration } from '../domain/configuration.ts';
import type { OwnershipExplanation, RouteVerdict } from '../domain/explain-ownership.ts';
import { kindWords } from '../templates/words-leaving.ts';
import { callShare } from './call-share.ts';
import { colours, say } from './output.ts';
import { textTable } from './text-table.ts';

interface OwnersShown {
  readonly configuration: Configuration;
  /** Every route with why it did not hold; else a line for each dependent. */
  readonly inFull: boolean;
}

/** Whose each dependent is, for a person at a terminal; a route is counted from 1, as it stands in sundial.yml. */
export function ownersText(explained: readonly OwnershipExplanation[], { configuration, inFull }: OwnersShown): void {
  if (inFull) for (const one of explained) explanation(one, configuration);
  else for (const line of textTable(explained.map(row))) say(line);
  if (explained.length === 0) say('There is no dependent.');
}

function explanation(one: OwnershipExplanation, { defaultTeam }: Configuration): void {
  const { dependent, caller, team, route, verdicts } = one;
  const { kind, name, account, region, id } = dependent;
  say(`${colours.bold(name)}  ${kindWords[kind]}, ${account} ${region}`);
  say(colours.dim(id));
  if (caller) say(`As called by ${callerWords(one)}`);
  for (const verdict of verdicts) say(`  ${verdictWords(verdict)}`);
  say(
    route === null
      ? `  ${colours.yellow(`No route holds: unowned, so the default team ${defaultTeam} looks after it.`)}`
      : `  ${colours.green(`It belongs to ${team}.`)}`,
  );
  say();
}

/** Who calls, with the part of its calls: a share of those that were seen. */
function callerWords({ dependent: { callers }, caller }: OwnershipExplanation): string {
  if (!caller) return '';
  const metadata = Object.entries(caller.requestMetadata).map(([key, value]) => `${key}: ${value}`);
  const share = `${Math.round(callShare(caller, callers) * 100)} % of the calls seen`;
  return [caller.principal, ...(metadata.length > 0 ? [metadata.join(', ')] : []), share].join(', ');
}

function verdictWords(verdict: RouteVerdict): string {
  const { team } = verdict;
  const route = `Route ${verdict.route + 1} (${team})`;
  switch (verdict.kind) {
    case 'matched':
      return `${route} holds, and decides.`;
    case 'notAsked':
      return colours.dim(`${route} is not asked any more.`);
    case 'notHeld':
      return `${route} does not hold: ${verdict.condition} should be ${verdict.expected}, and is ${verdict.actual}.`;
  }
}

function row({ dependent, caller, team, route }: OwnershipExplanation): string[] {
  const { kind, name, account, region } = dependent;
  return [
    route === null ? `${team} (unowned)` : team,
    route === null ? 'no route' : `route ${route + 1}`,
    kindWords[kind],
    name,
    `${account} ${region}`,
    caller ? `as called by ${caller.principal}` : '',
  ];
}
