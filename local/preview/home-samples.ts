import type { DateTime } from 'luxon';
import type { Sample } from '../../templates/console/preview-page.ts';
import { homeView } from '../../templates/slack/home-view.ts';
import { decisionsAt, people, sampleSituation, sonnet45 } from './sample-situations.ts';

/** App Home with a few migrations, with very many, and with none. */
export function homeSamples(now: DateTime): Sample[] {
  const user = people[0].id;
  const { owner, snooze } = decisionsAt(now);
  const few = [
    sampleSituation({ modelId: sonnet45, migration: { owner, snooze } }, now),
    sampleSituation({ modelId: 'twelvelabs.marengo-embed-2-7-v1:0' }, now),
    sampleSituation({ modelId: 'amazon.nova-pro-v1:0', migration: { ticket: null } }, now),
  ];
  const many = Array.from({ length: 60 }, (_, index) => ({
    ...sampleSituation(
      { modelId: sonnet45, migration: { id: `${sonnet45}/team-${index}`, team: `team-${index}` } },
      now,
    ),
  }));
  const sample = (title: string, situations: typeof few): Sample => ({
    title,
    kind: 'home',
    view: homeView({ situations, user, now }),
  });
  return [sample('A few', few), sample('None', []), sample('Sixty', many)];
}
