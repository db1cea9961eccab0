import { utcDay } from '../domain/calendar-date.ts';
import type { ModelOutlook } from '../domain/model-outlook.ts';

/** What a reader should know before trusting the dates, one sentence each. */
export function warningsOf(outlook: ModelOutlook): string[] {
  const { model, region, lifecycle, timeline, successor, byRegion, mentioned, now } = outlook;
  const { dates, withdrawal, disagreements } = lifecycle;
  const warnings: string[] = [];

  if (region !== null && !mentioned) {
    warnings.push(
      `No source mentions ${model.name} in ${region}, and that promises nothing: ask GetFoundationModel there.`,
    );
  }
  if (withdrawal)
    warnings.push(
      `Access was withdrawn on ${withdrawal.asOf.slice(0, 10)} without a timeline (${withdrawal.reference}).`,
    );
  for (const { name, words } of byRegion.length > 0 ? [] : disagreements) {
    const [binding, ...others] = words;
    const said = others.map((word) => `${word.source} says ${word.value} (${word.reference})`).join('; ');
    if (binding)
      warnings.push(
        `Sources disagree on ${name}: ${binding.source} says ${binding.value}, which binds as the earliest; ${said}.`,
      );
  }
  if (byRegion.length > 0) {
    const each = byRegion.map(({ regions, dates: own }) => `${regions.join(', ')} ${own.endOfLife ?? 'unknown'}`);
    warnings.push(
      `Dates differ by Region and the earliest is shown; end of life is ${each.join('; ')}. Ask with --region.`,
    );
  }
  if (dates.noSoonerThan && !dates.endOfLife) {
    const passed =
      dates.noSoonerThan <= utcDay(now) ? ' That day has passed, so an announcement can come any day.' : '';
    warnings.push(`End of life is no sooner than ${dates.noSoonerThan}: a floor, not a date.${passed}`);
  }
  if (timeline.stage !== 'active' && successor.kind === 'none') {
    const dead = successor.passedOver.map(({ modelId, why }) => `${modelId} (${why})`).join(', ');
    warnings.push(dead ? `The chain of replacements ends: ${dead}.` : 'No source names a replacement.');
  }
  return warnings;
}
