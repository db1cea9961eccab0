import type { Engine } from '../local/engine.ts';
import { counted } from '../templates/text.ts';
import { countsByKind } from '../templates/words-dependents.ts';
import { colours } from './output.ts';

/** Asks AWS Health what is open, sweeps the simulated organisation, and tells what that found for each migration. */
export async function sweepTheStory(engine: Engine, tell: (line: string) => void): Promise<void> {
  const before = engine.done().length;
  const { events, done: backfilled } = await engine.backfill();
  await engine.comparisons.idle();
  const opened = backfilled.filter(({ action }) => action.kind === 'openTicket').length;
  const news = opened > 0 ? `${counted(opened, 'ticket')} opened for what nobody had heard of` : 'nothing new';
  tell(
    `\n${colours.bold('AWS Health')} is asked what was sent before Sundial was there: ${counted(events, 'open event')}, ${news}.`,
  );
  const { lifecycles } = await engine.sweep();
  tell(`\n${colours.bold('The sweep')} asks every account and Region who uses what.`);
  if (lifecycles.changes.length > 0)
    tell(colours.dim(`    ${counted(lifecycles.changes.length, 'lifecycle')} changed in what the Bedrock API lists`));

  for (const { migration, modelName, presence } of await engine.situations()) {
    const kinds = presence.dependents.map(({ ownership }) => ownership.dependent.kind);
    const state = migration.status === 'done' ? colours.green('done') : countsByKind(kinds);
    tell(colours.dim(`    ${modelName}, ${migration.team}: ${state}`));
  }
  const done = engine.done().slice(before);
  const closed = done.filter(({ action }) => action.kind === 'closeTicket').length;
  if (closed > 0)
    tell(`    ${counted(closed, 'migration')} done: nobody calls the model any more, and nothing rests on it.`);
}
