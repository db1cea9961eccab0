import type { ReportedCase } from '../../domain/cases/comparison-report.ts';
import { caseLink, outside } from './outside-text.ts';
import { failureWords } from './words-breaks.ts';
import { whole } from './words-figures.ts';

interface FailureClass {
  readonly calls: { current: number; candidate: number };
  readonly cases: Set<string>;
  readonly message: string;
}

const named = 5;

/** Gathers failed calls by their class while the cases pass by; keeps a few cases of each. */
export function failedCalls() {
  const classes = new Map<string, FailureClass>();
  return {
    add({ caseId, ...calls }: ReportedCase): void {
      for (const side of ['current', 'candidate'] as const) {
        const call = calls[side];
        if (call?.attempt.kind !== 'failed') continue;
        const { error } = call.attempt;
        const one = classes.get(error) ?? {
          calls: { current: 0, candidate: 0 },
          cases: new Set<string>(),
          message: call.failure ?? '',
        };
        one.calls[side] += 1;
        if (one.cases.size < named) one.cases.add(caseId);
        classes.set(error, one);
      }
    },
    section(): string {
      const all = ({ calls }: FailureClass) => calls.current + calls.candidate;
      const sorted = [...classes].toSorted(([, a], [, b]) => all(b) - all(a));
      return [
        '<section aria-labelledby="failures"><h2 id="failures">Failed calls</h2>',
        '<p class="lead">After all retries. A failed call counts against the model that failed.</p>',
        sorted.length === 0 ? '<p class="none">None: every call shown was answered.</p>' : table(sorted),
        '</section>',
      ].join('');
    },
  };
}

function table(classes: readonly (readonly [string, FailureClass])[]): string {
  const rows = classes.map(
    ([error, { calls, cases, message }]) =>
      `<tr><th scope="row">${outside(failureWords(error))}<span class="quiet said">${outside(message.slice(0, 300))}</span></th><td>${whole(calls.current)}</td><td>${whole(calls.candidate)}</td><td class="ids">${[...cases].map(caseLink).join(' ')}</td></tr>`,
  );
  return `<div class="wide"><table><thead><tr><th scope="col">Why</th><th scope="col">Current</th><th scope="col">Candidate</th><th scope="col">Cases, for example</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
