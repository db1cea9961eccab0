import { startEngine } from '../../local/engine.ts';
import { clock } from '../clock.ts';
import { loadConfiguration } from '../configuration-file.ts';
import type { ExitCode } from '../exit.ts';
import { exitCode } from '../exit.ts';
import { printJson, say } from '../output.ts';
import { codeOf, show } from './replay.ts';
import type { TickOptions } from './tick.ts';

/** Shows the dead letters of a local state, or handles each again. */
export async function redrive(options: unknown): Promise<ExitCode> {
  const { state, now, config, json, list } = options as TickOptions & { readonly list?: boolean };
  const engine = await startEngine({ configuration: loadConfiguration(config), now: clock(now), directory: state });
  try {
    if (list) {
      const deadLetters = await engine.deadLetters();
      if (json) printJson({ deadLetters });
      else for (const { at, rule, reason } of deadLetters) say(`${at}  ${rule}  ${reason}`);
      return deadLetters.length > 0 ? exitCode.needsAttention : exitCode.fine;
    }
    const reports = await engine.redrive();
    await show(reports, engine, json === true || !process.stdout.isTTY);
    return codeOf(reports);
  } finally {
    await engine.close();
  }
}
