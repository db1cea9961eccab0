import type { ComparisonReport } from '../../domain/cases/comparison-report.ts';
import { counted } from '../text.ts';

const filters = [
  ['all', 'All'],
  ['worse', '▼ Regressions'],
  ['better', '▲ Gains'],
  ['broken', 'New breaks'],
  ['healed', 'Breaks gone'],
  ['failed', 'Failed calls'],
  ['judgedWorse', 'Judged worse'],
  ['judgedBetter', 'Judged better'],
] as const;

/** The place for the list of cases, and what filters it; the script fills it. */
export function casesSection({ conclusion, evidence }: ComparisonReport): string {
  const judged = evidence.judge !== null && conclusion.metrics[0]?.name !== 'judge';
  const shown = filters.filter(([name]) => judged || !name.startsWith('judged'));
  const repeated = evidence.repeats > 1 ? ` Each was asked ${evidence.repeats} times; one of these is shown.` : '';
  return [
    '<section class="cases" aria-labelledby="cases"><h2 id="cases">Every case, side by side</h2>',
    `<p class="lead">${counted(conclusion.cases, 'case')}.${repeated}</p>`,
    '<p class="notes unscripted">The list of cases needs JavaScript. All that stands above and below it does not.</p>',
    '<form class="filters scripted" id="filters" role="search"><fieldset><legend>Show</legend>',
    ...shown.map(
      ([name, label]) =>
        `<label><input type="radio" name="show" value="${name}"${name === 'all' ? ' checked' : ''}><span>${label} <b data-count="${name}"></b></span></label>`,
    ),
    '</fieldset><div class="row"><label class="field">Text in prompts, answers and reasons <input type="search" name="text" autocomplete="off" spellcheck="false"></label>',
    '<label class="field">Tag <select name="tag"><option value="">Any</option></select></label>',
    '<label class="check"><input type="checkbox" name="marked" checked> Mark differences</label></div></form>',
    '<p class="status scripted" role="status" id="status"></p>',
    '<ol class="list" id="list"></ol>',
    '<nav class="pages scripted" aria-label="Pages of cases"><button type="button" id="previous">← Previous</button><span id="page"></span><button type="button" id="next">Next →</button></nav>',
    '</section>',
  ].join('');
}
