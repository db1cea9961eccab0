import { callsOf } from '../../local/event-report.ts';
import type { ExitCode } from '../exit.ts';
import { exitCode } from '../exit.ts';
import { migrationJson } from '../migration-json.ts';
import { openEngine } from '../open-engine.ts';
import { printJson, say } from '../output.ts';

export interface TickOptions {
  readonly state: string;
  readonly now?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** Runs the daily tick once over a local state. */
export async function tick(options: unknown): Promise<ExitCode> {
  const { state, now, config, json } = options as TickOptions;
  const engine = await openEngine({ state, now, config });
  try {
    const done = await engine.tick();
    const actions = done.map(({ action: { kind, key, team } }) => ({ kind, key, team }));
    if (json)
      printJson({ actions, migrations: (await engine.situations()).map(migrationJson), calls: callsOf(engine.done()) });
    else for (const { kind, key } of actions) say(`${kind}  ${key}`);
    if (!json && actions.length === 0) say('Nothing fell due.');
    return exitCode.fine;
  } finally {
    await engine.close();
  }
}
