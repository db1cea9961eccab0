import type { Engine } from '../../local/engine.ts';
import type { EventReport } from '../../local/event-report.ts';
import { callsOf } from '../../local/event-report.ts';
import { eventsIn } from '../event-files.ts';
import type { ExitCode } from '../exit.ts';
import { exitCode } from '../exit.ts';
import { migrationJson } from '../migration-json.ts';
import { openEngine } from '../open-engine.ts';
import { colours, note, printJson, say } from '../output.ts';

export interface ReplayOptions {
  readonly state?: string;
  readonly now?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** Takes the events of files through rules, handlers and local engines, and says what became of each. */
export async function replay(files: readonly string[], options: ReplayOptions): Promise<ExitCode> {
  const events = eventsIn(files);
  const engine = await openEngine(options);
  try {
    const reports: EventReport[] = [];
    for (const event of events) {
      reports.push(await engine.deliver(event));
      progress(reports.length, events.length);
    }
    await show(reports, engine, options.json === true || !process.stdout.isTTY);
    return codeOf(reports);
  } finally {
    await engine.close();
  }
}

export function codeOf(reports: readonly EventReport[]): ExitCode {
  if (reports.some(({ outcome }) => outcome === 'failed')) return exitCode.outsideFailed;
  return reports.some(({ outcome }) => outcome === 'rejected') ? exitCode.needsAttention : exitCode.fine;
}

/** The contract's document, or the same in words. */
export async function show(events: readonly EventReport[], engine: Engine, json: boolean): Promise<void> {
  const migrations = (await engine.situations()).map(migrationJson);
  const calls = callsOf(engine.done());
  if (json) {
    printJson({ events, migrations, calls });
    return;
  }
  for (const { id, outcome, reason, actions } of events) {
    say(`${outcomeWord(outcome)} ${id ?? '(no id)'}${reason === null ? '' : colours.dim(` ${reason}`)}`);
    for (const { kind, team } of actions) say(colours.dim(`          ${kind} for ${team}`));
  }
  say();
  for (const { modelId, team, stage, daysLeft, ticket } of migrations) {
    say(
      `${colours.bold(modelId)}  ${team}  ${stage}${daysLeft === null ? '' : `, ${daysLeft} days left`}  ${ticket?.key ?? ''}`,
    );
  }
  say(
    `\n${calls.ticketsOpened} tickets opened, ${calls.messagesPosted} messages and ${calls.repliesPosted} replies posted`,
  );
}

function outcomeWord(outcome: EventReport['outcome']): string {
  const word = outcome.padEnd(9);
  return outcome === 'handled' ? colours.green(word) : outcome === 'ignored' ? colours.dim(word) : colours.red(word);
}

function progress(done: number, of: number): void {
  if (process.stderr.isTTY && of > 20 && (done % 10 === 0 || done === of))
    process.stderr.write(`\r${done} of ${of} events${done === of ? '\n' : ''}`);
  else if (!process.stderr.isTTY && of > 100 && done % 100 === 0) note(`${done} of ${of} events`);
}
