import { startEngine } from '../../local/engine.ts';
import { callsOf } from '../../local/event-report.ts';
import { clock } from '../clock.ts';
import { loadConfiguration } from '../configuration-file.ts';
import type { ExitCode } from '../exit.ts';
import { exitCode } from '../exit.ts';
import { migrationJson } from '../migration-json.ts';
import { printJson, say } from '../output.ts';
import { realServices, sayServices } from '../real-services.ts';

export interface TickOptions {
  readonly state: string;
  readonly now?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** Runs the daily tick once over a local state. */
export async function tick(options: unknown): Promise<ExitCode> {
  const { state, now, config, json } = options as TickOptions;
  const services = realServices(config);
  sayServices(services);
  const engine = await startEngine({
    configuration: loadConfiguration(config),
    now: clock(now),
    directory: state,
    ...services,
  });
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
