import { isAssumedNotice } from '../domain/assumed-notice.ts';
import type { DeadEnd, Replacement, Successor } from '../domain/replacement.ts';
import type { Situation } from '../domain/situation.ts';
import type { Markup } from './markup.ts';
import { firstOf, longDate } from './text.ts';
import { stageWords } from './words-lifecycle.ts';

const whoSays: Readonly<Record<Replacement['source'], string>> = {
  notice: "AWS's notice names it",
  catalogue: "Sundial's catalogue says so",
  operator: 'your sundial.yml says so',
};

const why: Readonly<Record<DeadEnd['why'], string>> = {
  unknown: 'no source knows it',
  notLaunched: 'not launched yet',
  legacy: 'itself Legacy',
  ending: 'itself close to its end of life',
  ended: 'past its end of life',
};

/** Where to go and who said so, or that the chain of recommendations dies and where; one sentence a line. */
export function replacementWords({ successor, migration }: Situation, markup: Markup): readonly string[] {
  const lines = [found(successor, whoSaysSo({ successor, migration }, markup), markup)];
  if (successor.passedOver.length > 0) lines.push(passedOver(successor, markup));
  if (migration.namedOnly.length > 0) {
    const names = firstOf(
      migration.namedOnly.map((name) => `“${markup.text(name)}”`),
      5,
    );
    lines.push(`A notice also names ${names}, which the catalogue does not know.`);
  }
  return lines;
}

/** The replacement in a few words: `Claude Sonnet 5 (AWS's notice names it)`, `none known`. */
export function replacementInShort({ successor, migration }: Situation, markup: Markup): string {
  if (successor.kind === 'none') return 'none known';
  return `${markup.text(successor.replacement.name)} (${whoSaysSo({ successor, migration }, markup)})`;
}

/** The team's own choice goes by the name of whoever made it. */
function whoSaysSo({ successor, migration }: Pick<Situation, 'successor' | 'migration'>, markup: Markup): string {
  if (successor.kind === 'none') return '';
  const { modelId, source } = successor.replacement;
  const { chosen, notices } = migration;
  if (chosen?.modelId === modelId) return `${markup.person(chosen.by)} chose it`;
  const naming = notices.filter(({ named = [] }) => named.includes(modelId));
  const isAssumed = naming.length > 0 && naming.every(({ reference }) => isAssumedNotice(reference));
  return source === 'notice' && isAssumed ? 'a notice assumed for this story names it' : whoSays[source];
}

function found(successor: Successor, who: string, markup: Markup): string {
  if (successor.kind === 'none') {
    return successor.passedOver.length > 0
      ? 'None known: every model that anybody recommends is a dead end. Choosing one belongs to the research phase.'
      : 'None known: nobody recommends one. Choosing one belongs to the research phase.';
  }
  const { name, modelId, stage, endOfLife, noSoonerThan } = successor.replacement;
  return `${markup.bold(name)} (${markup.code(modelId)}): ${who}. It is ${stageWords[stage]}; ${until(endOfLife, noSoonerThan)}.`;
}

function until(endOfLife: string | null, noSoonerThan: string | null): string {
  if (endOfLife) return `its end of life is ${longDate(endOfLife)}`;
  return noSoonerThan
    ? `no end of life is announced, and none sooner than ${longDate(noSoonerThan)}`
    : 'no end of life is announced';
}

function passedOver({ passedOver: deadEnds }: Successor, markup: Markup): string {
  const said = deadEnds.map(
    (end) =>
      `${markup.code(end.modelId)} (${why[end.why]}${end.endOfLife ? `, end of life ${longDate(end.endOfLife)}` : ''})`,
  );
  return `Recommended but passed over: ${firstOf(said, 5)}.`;
}
