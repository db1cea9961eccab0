import { DateTime } from 'luxon';
import { defaultConfiguration } from '../adapters/configuration.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { utcDay } from '../domain/calendar-date.ts';
import { decide } from '../domain/decide.ts';
import type { Notice } from '../domain/notice.ts';
import { gather, newMigration, withdrawalsOf, wordsOf } from '../domain/observe.ts';
import { affectedByTeam } from '../domain/routing.ts';
import { situationOf } from '../domain/situation.ts';
import { readHealthEvent } from '../events/health-event.ts';
import { readHealthNotice } from '../events/health-notice.ts';
import { loadRules } from '../local/rules.ts';
import { eventStream } from './event-stream.ts';
import { measured } from './measured.ts';

const rules = loadRules();
const now = DateTime.fromISO('2026-11-20T00:00:00Z', { zone: 'utc' });
const stream = eventStream(200);

/** One event from its text to the actions it calls for, for every team, as if nothing were known before. */
function readAndDecide(text: string): number {
  const event: unknown = JSON.parse(text);
  if (!rules.some(({ matches }) => matches(event))) return 0;
  const reading = readHealthNotice(readHealthEvent(event), catalogue);
  return reading.kind === 'nothing' ? 0 : reading.notices.reduce((sum, notice) => sum + actionsFor(notice), 0);
}

function actionsFor(notice: Notice): number {
  const { modelId, accounts, regions } = notice;
  const heard = { words: wordsOf(notice), withdrawals: withdrawalsOf(notice), jobs: [] };
  const teams = affectedByTeam(modelId, accounts, regions, defaultConfiguration);
  return [...teams].reduce((sum, [team, affected]) => {
    const migration = gather(newMigration(modelId, team, utcDay(now)), notice, affected);
    return (
      sum + decide(situationOf(migration, heard, catalogue, defaultConfiguration, now), heard.words, '').actions.length
    );
  }, 0);
}

const each = (step: (text: string) => unknown) => () => {
  for (const text of stream) step(text);
  return stream.length;
};
const parsing = measured(each((text) => JSON.parse(text)));
const deciding = measured(each(readAndDecide));

console.log(
  JSON.stringify({ parsedPerSecond: parsing, decidedPerSecond: deciding, peakKb: process.resourceUsage().maxRSS }),
);
