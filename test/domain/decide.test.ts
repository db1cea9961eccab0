import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import type { Word } from '../../domain/lifecycle.ts';
import type { Told } from '../../domain/migration.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aCatalogue, aCatalogueModel, aSituation, aWithdrawal, saidByHealth, sonnet45 } from '../builders/situation.ts';

const plain = aCatalogue(aCatalogueModel(sonnet45));
const said = (endOfLife: string, overrides: Partial<Word> = {}) => [
  saidByHealth('legacy', '2026-10-08', overrides),
  saidByHealth('endOfLife', endOfLife, overrides),
];

/** Decides on what was heard; `shown` stands for what message and ticket show. */
function decided(words: readonly Word[], told: Told | null, parts: SituationParts = {}, shown = 'same') {
  const heard = { words, ...parts.heard };
  const situation = aSituation({
    catalogue: plain,
    now: '2026-11-20T09:00:00Z',
    ...parts,
    heard,
    migration: { told, ...(told === null && { ticket: null }) },
  });
  return decide(situation, heard.words, shown);
}

/** What a team knows after it was told of these words on that day. */
const toldOf = (words: readonly Word[], parts: SituationParts = {}, shown = 'same') =>
  decided(words, null, parts, shown).told;

const news = ({ actions }: ReturnType<typeof decided>) =>
  actions.flatMap((action) => (action.kind === 'replyInThread' ? action.news : [])).map(({ kind }) => kind);

describe('a migration nobody was told of', () => {
  it('opens its ticket, posts its message, links them, and tells other teams', () => {
    const { actions, told } = decided(said('2027-04-08'), null);

    expect(actions).toEqual([
      {
        kind: 'openTicket',
        key: `openTicket|${sonnet45}/payments|github | acme/payments`,
        team: 'payments',
        migrationId: `${sonnet45}/payments`,
        place: 'github | acme/payments',
      },
      {
        kind: 'postMessage',
        key: `postMessage|${sonnet45}/payments|once`,
        team: 'payments',
        migrationId: `${sonnet45}/payments`,
      },
      {
        kind: 'updateTicket',
        key: `updateTicket|${sonnet45}/payments|thread`,
        team: 'payments',
        migrationId: `${sonnet45}/payments`,
        place: 'github | acme/payments',
      },
      {
        kind: 'publishEvent',
        key: `publishEvent|${sonnet45}/payments|opened`,
        team: 'payments',
        migrationId: `${sonnet45}/payments`,
        change: 'opened',
      },
    ]);
    expect(told).toMatchObject({ stage: 'legacy', sequence: 1, milestonesThrough: '2026-11-20', withdrawn: false });
  });

  it('deciding again gives the same keys, which the ledger refuses', () => {
    expect(decided(said('2027-04-08'), null)).toEqual(decided(said('2027-04-08'), null));
  });
});

describe('what a team is told', () => {
  const before = said('2027-04-08');
  const told = toldOf(before);
  const at = { asOf: '2026-11-19T00:00:00.000Z' };

  it.each`
    words                                                                             | parts                                          | kinds                                | why
    ${before}                                                                         | ${{}}                                          | ${[]}                                | ${'the same again is silence'}
    ${said('2027-06-08', at)}                                                         | ${{}}                                          | ${['dateMoved']}                     | ${'a later date'}
    ${said('2027-02-08', at)}                                                         | ${{}}                                          | ${['dateMoved']}                     | ${'an earlier date'}
    ${[saidByHealth('legacy', '2026-10-08')]}                                         | ${{}}                                          | ${['dateMoved']}                     | ${'a date that nobody gives any more'}
    ${[...before, saidByHealth('extendedAccess', '2027-01-08', at)]}                  | ${{}}                                          | ${['dateMoved']}                     | ${'a date that becomes known'}
    ${[...before, saidByHealth('endOfLife', '2027-06-08', { ...at, source: 'api' })]} | ${{}}                                          | ${['dateDisputed']}                  | ${'a source disagrees, but an earlier date binds'}
    ${[...before, saidByHealth('endOfLife', '2027-04-08', { ...at, source: 'api' })]} | ${{}}                                          | ${[]}                                | ${'a source that agrees'}
    ${before}                                                                         | ${{ now: '2027-03-09T00:00:00Z' }}             | ${['milestonesDue']}                 | ${'milestones that fell due'}
    ${before}                                                                         | ${{ now: '2027-04-08T00:00:00Z' }}             | ${['stageChanged', 'milestonesDue']} | ${'the end itself'}
    ${before}                                                                         | ${{ now: '2026-11-20T23:59:59Z' }}             | ${[]}                                | ${'a day goes by'}
    ${before}                                                                         | ${{ heard: { withdrawals: [aWithdrawal()] } }} | ${['withdrawn']}                     | ${'the model is gone, which is more than a change of stage'}
  `('$kinds: $why', ({ words, parts, kinds }: { words: Word[]; parts: SituationParts; kinds: string[] }) => {
    expect(news(decided(words, told, parts))).toEqual(kinds);
  });

  it('a restored model is news, once', () => {
    const gone = toldOf(before, { heard: { withdrawals: [aWithdrawal()] } });

    const restored = decided(before, gone);

    expect(news(restored)).toEqual(['restored']);
    expect(decided(before, restored.told).actions).toEqual([]);
  });

  it('a moved date says from where to where, and who said so', () => {
    const moved = decided(said('2027-06-08', at), told).actions[0];

    expect(moved).toMatchObject({
      kind: 'replyInThread',
      news: [
        { kind: 'dateMoved', name: 'endOfLife', from: '2027-04-08', to: '2027-06-08', said: { source: 'health' } },
      ],
    });
  });

  it('a dispute is told once for all the Regions it is about', () => {
    const api = ['us-east-1', 'eu-central-1'].map((region) =>
      saidByHealth('endOfLife', '2027-06-08', { source: 'api', region }),
    );

    const decision = decided([...before, ...api], told);

    expect(news(decision)).toEqual(['dateDisputed']);
    expect(decided([...before, ...api], decision.told).actions).toEqual([]);
  });

  it('what fell due while it slept is told in one message, and not again', () => {
    const slept = decided(before, told, { now: '2027-04-07T09:00:00Z' });

    const [reply] = slept.actions;
    expect(reply?.kind === 'replyInThread' && reply.news).toMatchObject([
      {
        kind: 'milestonesDue',
        milestones: [90, 60, 30, 14, 7, 3, 1].map((days) => ({
          name: `${days} ${days === 1 ? 'day' : 'days'} before end of life`,
        })),
      },
    ]);
    expect(decided(before, slept.told, { now: '2027-04-07T18:00:00Z' }).actions).toEqual([]);
  });

  it('what changes the plan goes on the ticket too; a milestone does not', () => {
    const kinds = (decision: ReturnType<typeof decided>) => decision.actions.map(({ kind }) => kind);

    expect(kinds(decided(said('2027-06-08', at), told))).toEqual(['replyInThread', 'commentOnTicket', 'publishEvent']);
    expect(kinds(decided(before, told, { now: '2027-03-09T00:00:00Z' }))).toEqual(['replyInThread', 'publishEvent']);
  });
});

describe('what people see', () => {
  const words = said('2027-04-08');
  const told = toldOf(words);

  it('is edited in place where it has changed, without a word in the thread', () => {
    const { actions } = decided(words, told, {}, 'changed');

    expect(actions.map(({ kind, key }) => `${kind} ${key.split('|').at(-1)}`)).toEqual([
      'updateMessage 2 changed',
      'updateTicket 2 changed',
    ]);
  });

  it('is left alone where it has not', () => {
    expect(decided(words, told).actions).toEqual([]);
  });
});

describe('keys', () => {
  const day = (number: number) => ({ asOf: `2026-11-0${number}T00:00:00.000Z` });

  it('a date that moves forth and back and forth is news each time', () => {
    let told = toldOf(said('2027-04-08', day(1)));
    const keys: string[] = [];
    for (const [index, date] of ['2027-06-08', '2027-04-08', '2027-06-08'].entries()) {
      const decision = decided(said(date, day(index + 2)), told);
      expect(news(decision)).toEqual(['dateMoved']);
      keys.push(...decision.actions.map(({ key }) => key));
      ({ told } = decision);
    }

    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are stable: deciding the same news again names it the same', () => {
    const told = toldOf(said('2027-04-08'));
    const again = () => decided(said('2027-06-08', day(3)), told).actions.map(({ key }) => key);

    expect(again()).toEqual(again());
    expect(again()).toContain(`replyInThread|${sonnet45}/payments|2;endOfLife:2027-04-08>2027-06-08`);
  });

  it('of one decision differ from each other', () => {
    const told = toldOf(said('2027-04-08'));
    const keys = decided(said('2027-06-08', day(3)), told, { now: '2027-06-08T00:00:00Z' }, 'changed').actions.map(
      ({ key }) => key,
    );

    expect(keys.length).toBeGreaterThan(3);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
