import { readFile } from 'node:fs/promises';
import type { DateTime } from 'luxon';
import { utcDay } from '../../domain/calendar-date.ts';
import type { ConsoleOptions } from '../../local/console.ts';
import { startConsole } from '../../local/console.ts';
import type { Engine } from '../../local/engine.ts';
import { startEngine } from '../../local/engine.ts';
import { callsOf } from '../../local/event-report.ts';
import { playTheStory } from '../play-the-story.ts';
import { tellRuns } from '../tell-runs.ts';
import { organisation } from '../../local/story/organisation.ts';
import { clock } from '../clock.ts';
import { loadConfiguration } from '../configuration-file.ts';
import type { ExitCode } from '../exit.ts';
import { BadInputError, exitCode } from '../exit.ts';
import { migrationJson } from '../migration-json.ts';
import { colours, note, printJson, say } from '../output.ts';
import { realServices, simulatedParts } from '../real-services.ts';

interface UpOptions {
  readonly once?: boolean;
  readonly state: string;
  readonly port: string;
  readonly now?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** The local stack: the story (or an operator's own configuration), the console, and the daily tick for as long as it runs. */
export async function up(options: unknown): Promise<ExitCode> {
  const { once = false, state, port, now: instant, config, json = false } = options as UpOptions;
  const portNumber = Number(port);
  if (!Number.isInteger(portNumber) || portNumber < 0 || portNumber > 65_535)
    throw new BadInputError(`--port: expected a number from 0 to 65535, got ${port}`);
  const now = clock(instant);
  const own = config !== undefined;
  const services = own ? realServices(config) : {};
  const configuration = own ? loadConfiguration(config) : organisation;
  const simulated = simulatedParts(services, configuration);
  const tell = json ? note : say;

  let consoleUrl: string | null = null;
  const engine = await startEngine({
    configuration,
    now,
    directory: state,
    reportAt: (runId) => consoleUrl && `${consoleUrl}runs/${runId}/report`,
    // Nobody watches the progress of a story that only plays.
    ...(once && { answerMs: 10 }),
    ...services,
  });
  try {
    const view = async () => {
      const situations = await engine.situations();
      return {
        now: now(),
        simulated,
        situations,
        dependents: await engine.inventories(situations),
        channels: await engine.world.messages(),
        tickets: await engine.world.tickets(),
      };
    };
    const console = once ? null : await openConsole(engine, view, portNumber);
    consoleUrl = console?.url ?? null;
    const listening = once ? null : await engine.slack.listen();

    tell(`${colours.bold('Sundial')} on this machine, ${utcDay(now())}. Simulated: ${simulated.join(', ')}.\n`);
    const reports = own ? [] : await playTheStory(engine, tell);
    if (own) await engine.tick();
    if (once) await engine.comparisons.idle();
    summary(engine, tell);
    tellRuns(await engine.runs(), tell);
    if (listening !== null) tell(`People in Slack are heard by ${listening}.`);
    if (json) {
      const migrations = (await engine.situations()).map(migrationJson);
      printJson({ events: reports, migrations, calls: callsOf(engine.done()) });
    }
    if (console) {
      tell(`\nThe console is at ${colours.cyan(console.url)} until you press Ctrl-C; everything is kept in ${state}.`);
      await untilStopped(engine, own, now);
      await console.close();
    }
    return exitCode.fine;
  } finally {
    await engine.close();
  }
}

async function openConsole(engine: Engine, view: ConsoleOptions['view'], port: number) {
  const report = async (runId: string): Promise<string | null> => {
    const file = engine.comparisons.reportOf(runId);
    return file && (await readFile(file, 'utf8'));
  };
  const people = await engine.slack.people();
  const { settled } = engine.slack;
  return startConsole({ view, people, settled, report, port }).catch(portTaken(port));
}

function portTaken(port: number) {
  return (error: unknown): never => {
    if ((error as { readonly code?: unknown } | null)?.code !== 'EADDRINUSE') throw error;
    throw new BadInputError(`--port ${port}: another program listens there; choose another, or 0 for a free one`);
  };
}

function summary(engine: Engine, tell: (line: string) => void): void {
  const { ticketsOpened, messagesPosted, repliesPosted } = callsOf(engine.done());
  tell(`\n${ticketsOpened} tickets opened, ${messagesPosted} Slack threads started, ${repliesPosted} replies posted.`);
  if (ticketsOpened === 0) tell('Nothing was opened twice: all of this was known from an earlier run.');
}

/** Ticks when a new day begins, and sweeps where there is a story, until the process is told to end. */
async function untilStopped(engine: Engine, own: boolean, now: () => DateTime): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let today = utcDay(now());
    const timer = setInterval(() => {
      if (utcDay(now()) === today) return;
      today = utcDay(now());
      (own ? engine.tick() : engine.sweep()).catch(reject);
    }, 60_000);
    const stop = () => {
      clearInterval(timer);
      resolve();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}
