import type { DateTime } from 'luxon';
import { plusDays, utcDay } from '../../domain/calendar-date.ts';
import type { Sample } from '../../templates/console/preview-page.ts';
import { migrationMessage } from '../../templates/migration-message.ts';
import { sampleInventory } from './sample-inventory.ts';
import { decisionsAt, sampleSituation, sonnet45, sonnet5, withdrawnAt, withdrawnModel } from './sample-situations.ts';

/** The root message at every turn of a migration's life. */
export function migrationSamples(now: DateTime): Sample[] {
  const today = utcDay(now);
  const { owner, snooze, arrangement, chosen } = decisionsAt(now);
  const acknowledged = { by: 'U0BEN', at: now.toUTC().toISO() ?? '', where: 'slack' } as const;
  const of = (title: string, wanted: Parameters<typeof sampleSituation>[0]): Sample => ({
    title,
    kind: 'message',
    message: migrationMessage(sampleSituation(wanted, now)),
  });

  return [
    of('Just opened', { modelId: sonnet45 }),
    of('Acknowledged, with an owner and a choice', { modelId: sonnet45, migration: { owner, acknowledged, chosen } }),
    of('Half way, as the sweep sees it', { modelId: sonnet45, inventory: sampleInventory(sonnet45, sonnet5, now) }),
    of('Snoozed', { modelId: sonnet45, migration: { owner, snooze } }),
    of('With a private arrangement', { modelId: sonnet45, migration: { arrangement } }),
    of('Close to its end', { modelId: 'twelvelabs.marengo-embed-2-7-v1:0' }),
    of('Without an end of life', { modelId: 'amazon.nova-pro-v1:0', migration: { ticket: null } }),
    of('Access withdrawn', { modelId: withdrawnModel, heard: withdrawnAt(now) }),
    of('Done', { modelId: sonnet45, migration: { status: 'done', statusSince: plusDays(today, -2) } }),
  ];
}
