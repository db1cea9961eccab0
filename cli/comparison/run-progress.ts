import type { Recorded } from '../../domain/cases/recorded.ts';
import { grouped } from '../grouped.ts';

interface RunProgressTerms {
  readonly calls: number;
  /** US dollars that a record cost; `null` where no price is known. */
  readonly price: (record: Recorded) => number | null;
  readonly clock: () => number;
}

/** How far a run is, on stderr: rate, cost so far and time left; one line on a terminal, a line for each tenth elsewhere. */
export function runProgress({ calls, price, clock }: RunProgressTerms) {
  const { stderr } = process;
  const start = clock();
  let [before, done, failed, told, shownAt, cost] = [0, 0, 0, calls === 0 ? 10 : 0, 0, 0];

  const line = (): string => {
    const seconds = Math.max(0.001, (clock() - start) / 1000);
    const rate = (done - before) / seconds;
    const left = rate > 0 ? Math.ceil((calls - done) / rate) : 0;
    return [
      `${grouped(done)} of ${grouped(calls)} calls`,
      `${rate.toFixed(1)} a second`,
      ...(failed > 0 ? [`${failed} failed`] : []),
      ...(cost > 0 ? [`$${cost.toFixed(2)} so far`] : []),
      ...(done < calls ? [`${duration(left)} left`] : []),
    ].join(', ');
  };
  return {
    /** US dollars that the run has cost, as far as prices are known. */
    spent: () => cost,
    /** An earlier run recorded it. */
    found(record: Recorded): void {
      cost += price(record) ?? 0;
      if (record.kind !== 'call') return;
      before += 1;
      done = before;
      told = Math.floor((before * 10) / calls);
    },
    took(record: Recorded): void {
      cost += price(record) ?? 0;
      if (record.kind !== 'call') return;
      done += 1;
      if (record.attempt.kind === 'failed') failed += 1;
      if (stderr.isTTY) {
        if (clock() - shownAt < 100 && done < calls) return;
        shownAt = clock();
        stderr.write(`\r\u001B[2K${line()}`);
      } else if (Math.floor((done * 10) / calls) > told) {
        told = Math.floor((done * 10) / calls);
        stderr.write(`${line()}\n`);
      }
    },
    end(): void {
      if (stderr.isTTY && done > before) stderr.write('\r\u001B[2K');
    },
  };
}

function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  return seconds < 3600 ? `${Math.ceil(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
