import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../adapters/configuration.ts';
import { TrackerError } from '../../adapters/trackers/tracker-error.ts';
import { reconcile } from '../../handlers/reconcile.ts';
import { takeNotice } from '../../handlers/take-notice.ts';
import { aNotice } from '../builders/notice.ts';
import { sonnet45 } from '../builders/situation.ts';
import { rememberingDeps } from '../fakes/remembering-deps.ts';

const configured = (campaigns = 'campaigns: { kind: github, repository: example-corp/campaigns }') =>
  readConfiguration(
    `
teams:
  payments: { channel: "#payments", tracker: { kind: github, repository: example-corp/payments } }
  platform: { channel: "#platform", tracker: { kind: github, repository: example-corp/platform } }
  paged: { channel: "#paged", tracker: { kind: pagerduty, service: PABC123, from: sundial@example.com } }
routes:
  - { accounts: ["444455556666"], team: payments }
  - { accounts: ["777788889999"], team: paged }
defaultTeam: platform
${campaigns}`,
    'sundial.yml',
  );

const everybody = ['111122223333', '444455556666', '777788889999'];
const notice = () => aNotice({ accounts: everybody });
type All = ReturnType<typeof rememberingDeps>;
const parents = ({ world }: All) => world.did.filter((what) => what.startsWith('open campaign'));
const links = ({ world }: All) => world.did.filter((what) => what.startsWith('link'));

describe('a campaign', () => {
  it('has one ticket, which the tickets of all teams in its system hang below', async () => {
    const all = rememberingDeps(configured());
    await takeNotice(notice(), all.deps);
    for (const team of ['payments', 'platform', 'paged']) await reconcile(`${sonnet45}/${team}`, all.deps);

    expect(parents(all)).toEqual([`open campaign/${sonnet45}`]);
    expect(links(all)).toHaveLength(2);
    expect(all.world.migrations.get(`${sonnet45}/payments`)?.ticket?.parent).toBe('example-corp/platform#1');
    expect(all.world.migrations.get(`${sonnet45}/paged`)?.ticket?.parent).toBeUndefined();
  });

  it('has one ticket wherever the process is killed', async () => {
    for (let death = 1; death <= 8; death += 1) {
      const all = rememberingDeps(configured());
      all.world.diesAfter = death;
      await takeNotice(notice(), all.deps).catch(() => undefined);
      all.world.diesAfter = Infinity;
      await takeNotice(notice(), all.deps);

      expect(parents(all), `death ${death}`).toHaveLength(1);
    }
  });

  it('keeps nobody from their ticket while its tracker refuses it', async () => {
    const all = rememberingDeps(configured());
    const no = new TrackerError('refused', { tracker: 'GitHub', where: 'example-corp/campaigns', hint: 'Grant it' });
    all.world.trackerFails = (_, what) => (what.startsWith('open campaign') ? no : null);
    await takeNotice(notice(), all.deps);
    expect(all.world.did.filter((what) => what.startsWith('open'))).toHaveLength(3);
    expect(links(all)).toEqual([]);

    all.world.trackerFails = () => null;
    for (const team of ['payments', 'platform']) await reconcile(`${sonnet45}/${team}`, all.deps);
    expect(parents(all)).toHaveLength(1);
    expect(links(all)).toHaveLength(2);
  });

  it('that can’t be linked holds up nothing else of the ticket, and is told once', async () => {
    const all = rememberingDeps(configured());
    const no = new TrackerError('gone', { tracker: 'GitHub', where: 'example-corp/platform#1', hint: 'Grant it' });
    let edits = 0;
    all.world.trackerFails = (_, what) => {
      if (what === 'update') edits += 1;
      return what.startsWith('link') ? no : null;
    };
    await takeNotice(notice(), all.deps);
    for (const day of ['2026-11-21', '2026-11-22']) {
      all.world.now = `${day}T09:00:00Z`;
      await reconcile(`${sonnet45}/payments`, all.deps);
    }

    expect(edits).toBeGreaterThan(0);
    const told = all.world.did.filter((what) => what.startsWith('reply') && what.includes('/payments|'));
    expect(told.filter((what) => what.includes('does not put the ticket'))).toHaveLength(1);
    expect(told.filter((what) => what.includes('not there any more'))).toEqual([]);
  });

  it('is none where none is configured', async () => {
    const all = rememberingDeps(configured(''));
    await takeNotice(notice(), all.deps);
    expect([parents(all), links(all)]).toEqual([[], []]);
  });
});
