import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Affected } from '../../domain/migration.ts';
import type { Price } from '../../domain/notice.ts';
import { blockProblems } from '../../templates/block-limits.ts';
import { migrationMessage } from '../../templates/migration-message.ts';
import { wordsOf } from '../builders/message-words.ts';
import { nastySituations } from '../builders/nasty-situation.ts';
import type { SituationParts } from '../builders/situation.ts';
import {
  aCatalogue,
  aCatalogueModel,
  aSituation,
  aWithdrawal,
  aWord,
  manyAffected,
  saidByHealth,
  sonnet45,
  sonnetCatalogue,
} from '../builders/situation.ts';

const page = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html';

function shown(parts: SituationParts = {}): string {
  return wordsOf(migrationMessage(aSituation(parts)));
}

function text(parts: SituationParts = {}): string {
  return migrationMessage(aSituation(parts)).text;
}

describe('the root message of a migration', () => {
  it('says what happens when, who said so, where to go, what to do now and who is affected', () => {
    expect(shown()).toBe(
      [
        'Claude Sonnet 4.5: 49 days to extended access',
        '*Claude Sonnet 4.5* (`anthropic.claude-sonnet-4-5-20250929-v1:0`) is Legacy since 8 October 2026.',
        '*Leave it in time:* extended access begins on 8 January 2027 (in 49 days); from then on the provider may charge more.',
        '*Who*',
        'Nobody has acknowledged this yet.',
        '*Dates*',
        `• Legacy: *8 October 2026* (43 days ago), says <${page}|Sundial's catalogue> as of 13 October 2026`,
        `• Extended access: *8 January 2027* (in 49 days), says <${page}|Sundial's catalogue> as of 13 October 2026`,
        `• End of life: *8 April 2027* (in 139 days), says <${page}|Sundial's catalogue> as of 13 October 2026`,
        '*Replacement*',
        "*Claude Sonnet 5* (`anthropic.claude-sonnet-5`): Sundial's catalogue says so. It is Active; no end of life is announced, and none sooner than 2 November 2027.",
        '*Plan*',
        'Now: test, to be done before 4 December 2026.',
        'Next milestone: Extended access begins, on 8 January 2027 (in 49 days).',
        '*Affected*',
        '2 accounts in 2 Regions.',
        'Accounts: `111122223333` and `444455556666`',
        'Regions: eu-central-1 and us-east-1',
        'Ticket <https://github.com/acme/payments/issues/12|acme/payments#12> · Team payments · as of 20 November 2026, UTC · news goes to the thread',
        'Acknowledge',
        'Compare',
        'Snooze',
        'Open acme/payments#12',
      ].join('\n'),
    );
  });

  it('says it all again in its text, for notifications and screen readers', () => {
    expect(text()).toBe(
      "Claude Sonnet 4.5 (team payments) is Legacy since 8 October 2026. Extended access begins on 8 January 2027 (in 49 days), says Sundial's catalogue as of 13 October 2026. " +
        "Affected: 2 accounts in 2 Regions. Replacement: Claude Sonnet 5 (Sundial's catalogue says so). Nobody has acknowledged this yet. Ticket: acme/payments#12.",
    );
  });

  it.each`
    now             | headline
    ${'2026-09-30'} | ${'Claude Sonnet 4.5: 100 days to extended access'}
    ${'2027-01-07'} | ${'Claude Sonnet 4.5: 1 day to extended access'}
    ${'2027-01-08'} | ${'Claude Sonnet 4.5: 90 days to end of life'}
    ${'2027-04-02'} | ${'Claude Sonnet 4.5: 6 days to end of life'}
    ${'2027-04-08'} | ${'Claude Sonnet 4.5: end of life is today'}
    ${'2027-04-11'} | ${'Claude Sonnet 4.5: end of life was 3 days ago'}
  `('counts to the date that binds on $now: $headline', ({ now, headline }: Record<string, string>) => {
    expect(shown({ now: `${now}T09:00:00Z`, migration: { openedOn: '2026-09-01' } })).toContain(`${headline}\n`);
  });

  it.each`
    now             | standing
    ${'2026-09-30'} | ${'is Active until it becomes Legacy on 8 October 2026.'}
    ${'2027-01-08'} | ${'is Legacy, in extended access since 8 January 2027.'}
    ${'2027-04-11'} | ${'reached its end of life on 8 April 2027 (3 days ago).'}
  `('names the stage on $now', ({ now, standing }: Record<string, string>) => {
    expect(shown({ now: `${now}T09:00:00Z` })).toContain(standing);
    expect(text({ now: `${now}T09:00:00Z` })).toContain(standing);
  });

  it.each`
    openedOn        | now                       | phase
    ${'2026-10-08'} | ${'2026-10-20T09:00:00Z'} | ${'Next: assess, from 23 October 2026 and done before 30 October 2026.'}
    ${'2026-10-08'} | ${'2026-12-03T22:59:00Z'} | ${'Now: test, to be done before 4 December 2026.'}
    ${'2026-10-08'} | ${'2026-12-03T23:00:00Z'} | ${'Now: migrate, to be done before 25 December 2026.'}
    ${'2027-04-06'} | ${'2027-04-06T09:00:00Z'} | ${'Now: research, to be done before 7 April 2027.'}
  `(
    "says which phase it is by the team's own clock at $now",
    ({ openedOn = '', now = '', phase }: Record<string, string>) => {
      expect(shown({ now, migration: { openedOn } })).toContain(phase);
    },
  );

  it('warns of failing requests once end of life has come', () => {
    expect(shown({ now: '2027-04-11T09:00:00Z' })).toContain('Requests fail unless there is a private arrangement');
    expect(shown({ now: '2027-04-02T09:00:00Z' })).not.toContain('Requests fail');
  });

  it('says that the plan is short of time', () => {
    expect(shown({ migration: { openedOn: '2027-04-02' }, now: '2027-04-02T09:00:00Z' })).toContain('counts every day');
    expect(shown({ migration: { openedOn: '2027-02-20' }, now: '2027-02-20T09:00:00Z' })).toContain(
      'shortened in proportion',
    );
  });

  it('links nothing and says nothing of a ticket that does not exist yet', () => {
    const message = migrationMessage(aSituation({ migration: { ticket: null } }));

    expect(message.text).not.toContain('Ticket');
    expect(wordsOf(message)).not.toContain('icket');
    expect(JSON.stringify(message.blocks)).not.toContain('open-ticket');
  });
});

describe('a date that nobody gives', () => {
  const nobody = { catalogue: aCatalogue() };

  it('is said to be unknown, and finding it is the first task', () => {
    expect(shown(nobody)).toContain(`${sonnet45}: no end of life date is known`);
    expect(shown(nobody)).toContain('*Finding it is the first task.*');
    expect(shown(nobody)).toContain('• End of life: no date is known');
    expect(text(nobody)).toContain('Nobody gives an end of life date; finding it is the first task.');
  });

  it('does not make the model Active: no source tells its stage either', () => {
    expect(shown(nobody)).toContain('is at a stage that no source tells');
    expect(shown(nobody)).not.toContain('Active');
  });

  it('is not replaced by a floor, which is called one', () => {
    const floor = { catalogue: sonnetCatalogue({ words: [aWord('noSoonerThan', '2026-11-24')] }) };

    expect(shown(floor)).toContain('• End of life no sooner than: *24 November 2026* (a floor, not a date), says');
    expect(shown(floor)).toContain('no end of life date is known');
  });
});

describe('access withdrawn without notice', () => {
  const withdrawn = { heard: { withdrawals: [aWithdrawal({ region: 'us-east-1' })] } };

  it('is said plainly, with who said so and no timeline', () => {
    expect(shown(withdrawn)).toContain('Claude Sonnet 4.5: access was withdrawn\n');
    expect(shown(withdrawn)).toContain(
      'is gone: access was withdrawn in us-east-1, says AWS Health on 19 November 2026.',
    );
    expect(shown(withdrawn)).toContain('there is no timeline to plan by');
    expect(text(withdrawn)).toContain('access was withdrawn in us-east-1, says AWS Health on 19 November 2026.');
  });

  it('invents no date, counts down to none, and does not ask to find one', () => {
    const words = `${shown(withdrawn)}${text(withdrawn)}`;

    expect(words).toContain('Given before access was withdrawn, and no longer to be planned by:');
    expect(words).not.toMatch(/in \d+ days|Next milestone|Now: |first task|Leave it in time/);
  });
});

describe('sources that disagree', () => {
  it('are all named, with what they said and when; the earliest date binds', () => {
    const words = shown({ heard: { words: [saidByHealth('endOfLife', '2027-04-30')] } });

    expect(words).toContain(
      `Sources disagree about end of life; the earliest date binds: 8 April 2027 (<${page}|Sundial's catalogue> as of 13 October 2026) and 30 April 2027 (AWS Health on 8 October 2026).`,
    );
  });

  it('are told from Regions that differ, which are gathered under what was said of them', () => {
    const inRegion = (region: string, value: string) => saidByHealth('endOfLife', value, { region });
    const words = shown({
      catalogue: sonnetCatalogue({ words: [] }),
      migration: { affected: manyAffected(1, 4) },
      heard: {
        words: [1, 2, 3, 4].map((n) => inRegion(`ap-southeast-${n}`, n === 3 ? '2027-03-01' : '2027-06-01')),
      },
    });

    expect(words).toContain(
      'Regions differ about end of life; the earliest date binds: 1 March 2027 for ap-southeast-3 (AWS Health on 8 October 2026) and 1 June 2027 for ap-southeast-1, ap-southeast-2 and ap-southeast-4 (AWS Health on 8 October 2026).',
    );
    expect(words).toContain('The affected Regions differ: these are the earliest, the ticket has each.');
  });
});

describe('the replacement', () => {
  const opus = 'anthropic.claude-opus-4-1-20250805-v1:0';

  it.each`
    parts                                                                   | says
    ${{ migration: { named: ['anthropic.claude-sonnet-5'] } }}              | ${"AWS's notice names it"}
    ${{ replacements: new Map([[sonnet45, 'anthropic.claude-sonnet-5']]) }} | ${'your sundial.yml says so'}
  `('says who said so: $says', ({ parts, says }: { parts: SituationParts; says: string }) => {
    expect(shown(parts)).toContain(`*Claude Sonnet 5* (\`anthropic.claude-sonnet-5\`): ${says}.`);
    expect(text(parts)).toContain(`Claude Sonnet 5 (${says})`);
  });

  it('is none where the chain dies, and the dead ends are named', () => {
    const catalogue = aCatalogue(
      aCatalogueModel(sonnet45, { name: 'Claude Sonnet 4.5', replacedBy: [opus] }),
      aCatalogueModel(opus, { words: [aWord('legacy', '2026-05-01'), aWord('endOfLife', '2027-01-08')] }),
    );

    expect(shown({ catalogue })).toContain('None known: every model that anybody recommends is a dead end.');
    expect(shown({ catalogue })).toContain(`\`${opus}\` (itself Legacy, end of life 8 January 2027).`);
    expect(text({ catalogue })).toContain('Replacement: none known.');
  });

  it('is none where nobody recommends one', () => {
    expect(shown({ catalogue: aCatalogue() })).toContain('None known: nobody recommends one.');
  });

  it('keeps a name that no catalogue entry has', () => {
    expect(shown({ migration: { namedOnly: ['Claude Sonnet <6>'] } })).toContain(
      'A notice also names “Claude Sonnet &lt;6&gt;”, which the catalogue does not know.',
    );
  });

  it('has its own end of life said', () => {
    const catalogue = aCatalogue(
      aCatalogueModel(sonnet45, { replacedBy: ['a.b'] }),
      aCatalogueModel('a.b', { words: [aWord('endOfLife', '2028-01-01')] }),
    );

    expect(shown({ catalogue })).toContain('It is Active; its end of life is 1 January 2028.');
  });
});

describe('prices', () => {
  it.each`
    price                                                      | words
    ${{ input: 0.006, output: 0.03, effective: '2027-01-08' }} | ${'From 8 January 2027: $0.006 for 1,000 input tokens and $0.03 for 1,000 output tokens.'}
    ${{ input: null, output: 0.0000035, effective: null }}     | ${'From a day the notice does not give: $0.0000035 for 1,000 output tokens.'}
    ${{ input: null, output: null, effective: '2027-01-08' }}  | ${'From 8 January 2027: an amount the notice does not give.'}
  `('$words', ({ price, words }: { price: Price; words: string }) => {
    expect(shown({ migration: { prices: [price] } })).toContain(`*Prices announced*\n${words}`);
  });
});

describe('who is affected', () => {
  it('is shortened honestly', () => {
    const words = shown({ migration: { affected: manyAffected(100, 60) } });

    expect(words).toContain('100 accounts in 60 Regions.');
    expect(words).toMatch(/Accounts: (`\d{12}`, ){9}`\d{12}` and 90 more\n/);
    expect(words).toMatch(/Regions: ap-southeast-1, ap-southeast-2, .*ap-southeast-12 and 48 more\n/);
  });

  it.each`
    affected                                              | counts
    ${[{ account: '111122223333', region: 'all' }]}       | ${'1 account in all Regions.'}
    ${[{ account: '111122223333', region: 'us-east-1' }]} | ${'1 account in 1 Region.'}
    ${[]}                                                 | ${'No account is named by any notice.'}
  `('$counts', ({ affected, counts }: { affected: Affected[]; counts: string }) => {
    expect(shown({ migration: { affected } })).toContain(`*Affected*\n${counts}`);
  });
});

describe('whatever the situation', () => {
  it('Slack takes the message: 60 Regions, 200 accounts, long names and names made to break it', () => {
    fc.assert(
      fc.property(nastySituations, (situation) => {
        expect(blockProblems(migrationMessage(situation))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('never speaks to a whole channel', () => {
    const message = migrationMessage(aSituation({ catalogue: sonnetCatalogue({ name: '<!channel>' }) }));

    expect(message.text).not.toContain('<!');
    expect(wordsOf(message).split('\n').slice(1).join('\n')).not.toContain('<!');
  });
});
