import type { HomeView, KnownBlock } from '@slack/types';
import type { DateTime } from 'luxon';
import { bindsFirst } from '../../domain/binds-first.ts';
import { utcDay } from '../../domain/calendar-date.ts';
import type { Situation } from '../../domain/situation.ts';
import { context, header, section } from '../blocks.ts';
import { capitalised, counted, longDate } from '../text.ts';
import { homeLine, homeLines } from './home-lines.ts';
import { migrationActions } from './migration-actions.ts';

interface Home {
  readonly situations: readonly Situation[];
  /** Slack's id of whoever looks. */
  readonly user: string;
  readonly now: DateTime;
}

/** Migrations with buttons; three blocks each, and Slack takes 100. */
const mostWithButtons = 25;
/** Those after them take a line each; a section holds about ten. */
const mostLines = 200;
const linesInSection = 10;

/** My migrations, what binds first on top. */
export function homeView({ situations, user, now }: Home): HomeView {
  const open = bindsFirst(situations.filter(({ migration }) => migration.status === 'open'));
  const done = situations.length - open.length;
  const asOf = `as of ${longDate(utcDay(now))}, UTC`;
  if (open.length === 0)
    return { type: 'home', blocks: [header('My migrations'), ...nothing(done), context([capitalised(asOf)])] };

  const counts = [`${counted(open.length, 'model')} to leave`, ...(done > 0 ? [`${done} done`] : [])];
  return {
    type: 'home',
    blocks: [
      header('My migrations'),
      context([`${counts.join(', ')} · what binds first comes first · ${asOf}`]),
      ...open.slice(0, mostWithButtons).flatMap((situation) => migration(situation, user)),
      ...rest(open.slice(mostWithButtons)),
    ],
  };
}

function migration(situation: Situation, user: string): KnownBlock[] {
  return [{ type: 'divider' }, section(homeLines(situation, user)), migrationActions(situation)];
}

/** Without buttons, each with the way to its thread. */
function rest(situations: readonly Situation[]): KnownBlock[] {
  if (situations.length === 0) return [];
  const lines = situations.slice(0, mostLines).map(homeLine);
  const left = situations.length - lines.length;
  return [
    { type: 'divider' },
    section([`*${counted(situations.length, 'more migration binds', 'more migrations bind')} later*`]),
    ...Array.from({ length: Math.ceil(lines.length / linesInSection) }, (_, index) =>
      section(lines.slice(index * linesInSection, (index + 1) * linesInSection)),
    ),
    ...(left > 0 ? [context([`And ${counted(left, 'more')}: \`/sundial status\` lists every one.`])] : []),
  ];
}

function nothing(done: number): KnownBlock[] {
  return [
    section([
      done > 0
        ? `*Nothing left to leave.* ${counted(done, 'migration is', 'migrations are')} done.`
        : '*Nothing to leave.* No model that your teams use is going away, as far as any source tells.',
    ]),
    section([
      'Here stand the migrations that you lead or watch, and those of the channels you are in, as soon as there are any.',
      '• `/sundial timeline MODEL` says when a model goes away, and who says so',
      '• `/sundial compare CURRENT with CANDIDATE` shows whether another model is ready',
      '• `/sundial help` lists everything else',
    ]),
  ];
}
