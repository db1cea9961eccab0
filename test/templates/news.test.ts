import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { News } from '../../domain/news.ts';
import { blockProblems } from '../../templates/block-limits.ts';
import { newsComment } from '../../templates/news-comment.ts';
import { newsMessage } from '../../templates/news-message.ts';
import { wordsOf } from '../builders/message-words.ts';
import { nastySituations } from '../builders/nasty-situation.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aCatalogue, aSituation, aWithdrawal, aWord, saidByHealth } from '../builders/situation.ts';

const later = saidByHealth('endOfLife', '2027-05-08');
const catalogue = aWord('endOfLife', '2027-04-08');
const page = 'https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.html';
const gone = { heard: { withdrawals: [aWithdrawal()] } };
const milestones = [
  { name: '90 days before end of life', due: '2027-01-08', overdue: true },
  { name: 'extendedAccess', due: '2027-01-08', overdue: true },
  { name: 'endOfLife', due: '2027-04-08', overdue: false },
];

function told(news: readonly News[], parts: SituationParts = {}): string {
  return wordsOf(newsMessage(news, aSituation(parts)));
}

describe('news in the thread', () => {
  it.each`
    news                                                                                                        | words
    ${{ kind: 'dateMoved', name: 'endOfLife', from: '2027-04-08', to: '2027-05-08', said: later }}              | ${'End of life moved from 8 April 2027 to *8 May 2027* (30 days later), says AWS Health on 8 October 2026.'}
    ${{ kind: 'dateMoved', name: 'endOfLife', from: '2027-05-09', to: '2027-05-08', said: later }}              | ${'End of life moved from 9 May 2027 to *8 May 2027* (1 day earlier), says AWS Health on 8 October 2026.'}
    ${{ kind: 'dateMoved', name: 'legacy', from: null, to: '2027-05-08', said: null }}                          | ${'Legacy is now known: *8 May 2027*.'}
    ${{ kind: 'dateMoved', name: 'noSoonerThan', from: '2027-05-08', to: null, said: null }}                    | ${'The floor under end of life is not known any more: nobody gives 8 May 2027 now.'}
    ${{ kind: 'dateMoved', name: 'endOfLife', from: null, to: null, said: null }}                               | ${'End of life is not known any more.'}
    ${{ kind: 'dateDisputed', name: 'endOfLife', said: later, binding: catalogue }}                             | ${`End of life is disputed: AWS Health on 8 October 2026 gives 8 May 2027, but <${page}|Sundial's catalogue> as of 13 October 2026 gives 8 April 2027. The earlier date, *8 April 2027*, still binds.`}
    ${{ kind: 'dateDisputed', name: 'endOfLife', said: { ...later, region: 'us-east-1' }, binding: catalogue }} | ${'AWS Health on 8 October 2026 gives 8 May 2027 for us-east-1, but'}
    ${{ kind: 'stageChanged', from: 'legacy', to: 'extendedAccess' }}                                           | ${'The model is now Legacy, in extended access; it was Legacy.\n• The provider may charge more during public extended access.\n• Private pricing'}
    ${{ kind: 'stageChanged', from: 'extendedAccess', to: 'endOfLife' }}                                        | ${'The model is now past its end of life; it was Legacy, in extended access.\n• Requests fail'}
    ${{ kind: 'milestonesDue', milestones: milestones.slice(0, 1) }}                                            | ${'A milestone is due: 90 days before end of life (8 January 2027).'}
    ${{ kind: 'milestonesDue', milestones }}                                                                    | ${'3 milestones are due: 90 days before end of life (8 January 2027), Extended access begins (8 January 2027) and End of life (8 April 2027).'}
    ${{ kind: 'restored' }}                                                                                     | ${'Access is back: it is no longer withdrawn.'}
  `('$words', ({ news, words }: { news: News; words: string }) => {
    expect(told([news])).toContain(words);
  });

  it('says that access was withdrawn, by whom, and what to do', () => {
    expect(told([{ kind: 'withdrawn' }], gone)).toContain(
      'Access is withdrawn in all Regions, says AWS Health on 19 November 2026.\n• Requests may already fail',
    );
    expect(told([{ kind: 'withdrawn' }], gone)).not.toMatch(/Now: |\d+ days to/);
  });

  it('does not say who withdrew it once it is back', () => {
    expect(told([{ kind: 'withdrawn' }])).toContain('Access is withdrawn.\n');
  });

  it('tells everything at once, then where the migration stands now', () => {
    const news: News[] = [
      { kind: 'stageChanged', from: 'active', to: 'legacy' },
      { kind: 'milestonesDue', milestones: milestones.slice(0, 1) },
    ];

    expect(told(news).split('\n').at(0)).toBe('The model is now Legacy; it was Active.');
    expect(told(news).split('\n').slice(-2)).toEqual([
      'A milestone is due: 90 days before end of life (8 January 2027).',
      '49 days to extended access. Now: test, to be done before 4 December 2026. <https://github.com/acme/payments/issues/12|acme/payments#12>',
    ]);
    expect(newsMessage(news, aSituation()).text).toMatch(
      /^Claude Sonnet 4\.5: The model is now Legacy; it was Active\. Accounts that have not used .* A milestone is due: 90 days before end of life \(8 January 2027\)\.$/,
    );
  });

  it.each`
    parts                                                       | now
    ${{ now: '2026-10-20T09:00:00Z' }}                          | ${'Next: assess, from 23 October 2026 and done before 30 October 2026.'}
    ${{ catalogue: aCatalogue(), migration: { ticket: null } }} | ${'No end of life date is known.'}
  `('says where the migration stands: $now', ({ parts, now }: { parts: SituationParts; now: string }) => {
    expect(told([{ kind: 'restored' }], parts)).toContain(now);
  });

  it('is taken by Slack in any situation', () => {
    const news: News[] = [
      { kind: 'dateDisputed', name: 'endOfLife', said: later, binding: catalogue },
      { kind: 'withdrawn' },
      { kind: 'milestonesDue', milestones: Array.from({ length: 12 }, () => milestones).flat() },
    ];
    fc.assert(
      fc.property(nastySituations, (situation) => {
        expect(blockProblems(newsMessage(news, situation))).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('news on the ticket', () => {
  it('says the same in Markdown, and links the thread', () => {
    const news: News[] = [
      { kind: 'dateMoved', name: 'endOfLife', from: '2027-04-08', to: '2027-05-08', said: later },
      { kind: 'stageChanged', from: 'legacy', to: 'extendedAccess' },
    ];

    expect(newsComment(news, aSituation())).toBe(
      [
        'End of life moved from 8 April 2027 to **8 May 2027** (30 days later), says AWS Health on 8 October 2026.',
        'The model is now Legacy, in extended access; it was Legacy.',
        '- The provider may charge more during public extended access.\n- Private pricing agreements and Provisioned Throughput keep their terms.',
        '[The thread in Slack](https://acme.slack.com/archives/C0123456789/p1791442800000100)',
      ].join('\n\n'),
    );
  });

  it('links no thread that it does not know', () => {
    expect(newsComment([{ kind: 'restored' }], aSituation({ migration: { thread: null } }))).not.toContain('Slack');
  });
});
