import fc from 'fast-check';
import type { HomeView, KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { viewProblems } from '../../../templates/block-limits.ts';
import { homeView } from '../../../templates/slack/home-view.ts';
import { migrationActions } from '../../../templates/slack/migration-actions.ts';
import { nastySituations } from '../../builders/nasty-situation.ts';
import { aSituation, aWithdrawal, sonnetCatalogue, utc } from '../../builders/situation.ts';

const now = utc('2026-11-20T09:00:00Z');
const user = 'U0ANA';
const decided = { by: 'U0BEN', at: '2026-11-19T09:00:00.000Z' };
const ofTeam = (team: string, more: Parameters<typeof aSituation>[0] = {}) =>
  aSituation({ ...more, team: { name: team } });

function wordsOf({ blocks }: HomeView): string {
  return JSON.stringify(blocks);
}

function teamsIn(view: HomeView): string[] {
  return [...wordsOf(view).matchAll(/· team (?<team>[\w-]+)/g)].map(({ groups }) => groups?.['team'] ?? '');
}

describe('homeView', () => {
  it('says of each migration what binds it, where to go, who leads and where people talk about it', () => {
    const owned = aSituation({ migration: { owner: { person: user, ...decided } } });
    const words = wordsOf(homeView({ situations: [owned], user, now }));

    for (const part of [
      '49 days to extended access* · *Claude Sonnet 4.5* · team payments',
      'Legacy since 8 October 2026',
      'Extended access begins on 8 January 2027 (in 49 days), says',
      'Replacement: Claude Sonnet 5',
      'Owner: you.',
      '<https://github.com/acme/payments/issues/12|acme/payments#12>',
      '|The thread>',
    ])
      expect(words).toContain(part);
  });

  it('puts first what binds first: what is gone, then by date, then what has none', () => {
    const situations = [
      ofTeam('undated', { catalogue: sonnetCatalogue({ words: [] }) }),
      ofTeam('later', { policy: { extendedAccessLeadDays: 400 } }),
      ofTeam('sooner'),
      ofTeam('gone', { heard: { withdrawals: [aWithdrawal()] } }),
    ];

    expect(teamsIn(homeView({ situations, user, now }))).toEqual(['gone', 'sooner', 'later', 'undated']);
  });

  it('gives each the same buttons as its message', () => {
    const situation = aSituation();

    expect(homeView({ situations: [situation], user, now }).blocks).toContainEqual(migrationActions(situation));
  });

  it('counts what is done, and teaches where there is nothing', () => {
    const done = aSituation({ migration: { status: 'done', statusSince: '2026-11-10' } });

    expect(wordsOf(homeView({ situations: [], user, now }))).toContain('`/sundial help`');
    expect(wordsOf(homeView({ situations: [done], user, now }))).toContain('1 migration is done');
    expect(wordsOf(homeView({ situations: [done, ofTeam('search')], user, now }))).toContain(
      '1 model to leave, 1 done',
    );
  });

  it('holds 200 migrations: the first with buttons, the others with a way to their thread', () => {
    const situations = Array.from({ length: 200 }, (_, index) => ofTeam(`team-${index}`));
    const view = homeView({ situations, user, now });

    expect(viewProblems(view)).toEqual([]);
    expect(view.blocks.filter(({ type }) => type === 'actions')).toHaveLength(25);
    expect(wordsOf(view)).toContain('175 more migrations bind later');
    expect(wordsOf(view).match(/• <https:/g)).toHaveLength(175);
  });

  it('says how many it leaves out where even lines are too many', () => {
    const situations = Array.from({ length: 300 }, (_, index) => ofTeam(`team-${index}`));

    expect(wordsOf(homeView({ situations, user, now }))).toContain('And 75 more');
  });

  it('is one that Slack takes, whatever things are called', () => {
    fc.assert(
      fc.property(fc.array(nastySituations, { maxLength: 4 }), (nasty) => {
        const situations = nasty.map((one, index) => ({ ...one, migration: { ...one.migration, id: String(index) } }));
        expect(viewProblems(homeView({ situations, user, now }))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('migrationActions', () => {
  const elements = (block: KnownBlock) => (block.type === 'actions' ? block.elements : []);

  it('acts on the migration that its id names', () => {
    const row = migrationActions(aSituation());

    expect(row.block_id).toBe('migration:anthropic.claude-sonnet-4-5-20250929-v1:0/payments');
    expect(elements(row).map((element) => ('action_id' in element ? element.action_id : null))).toEqual([
      'acknowledge',
      'compare',
      'snooze',
      'open-ticket',
      'more',
    ]);
    expect(elements(row).at(-1)).toMatchObject({
      options: ['owner', 'replace', 'waive', 'watch', 'timeline'].map((value) => ({ value })),
    });
  });

  it('says to screen readers which model a button is about', () => {
    expect(elements(migrationActions(aSituation()))[0]).toMatchObject({
      accessibility_label: 'Acknowledge Claude Sonnet 4.5',
    });
  });

  it.each`
    ticket                                                  | buttons | why
    ${null}                                                 | ${4}    | ${'there is no ticket'}
    ${{ key: 'a#1', url: 'javascript:alert(1)' }}           | ${4}    | ${'its address is none'}
    ${{ key: 'a#1', url: 'https://github.com/a/issues/1' }} | ${5}    | ${'there is a ticket'}
  `('has $buttons things to press where $why', ({ ticket, buttons }) => {
    const row = migrationActions(aSituation({ migration: { ticket: ticket as { key: string; url: string } | null } }));

    expect(elements(row)).toHaveLength(buttons as number);
  });

  it('keeps only the link where the id of the migration is too long to travel', () => {
    const row = migrationActions(aSituation({ migration: { id: 'x'.repeat(250) } }));
    const unlinked = migrationActions(aSituation({ migration: { id: 'x'.repeat(250), ticket: null } }));

    expect(elements(row)).toHaveLength(1);
    expect(unlinked.type).toBe('context');
  });
});
