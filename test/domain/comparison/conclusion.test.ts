import { describe, expect, it } from 'vitest';
import { casesNeeded } from '../../../domain/comparison/cases-needed.ts';
import type { ComparisonPolicy } from '../../../domain/comparison/comparison-policy.ts';
import { defaultComparisonPolicy } from '../../../domain/comparison/comparison-policy.ts';
import { conclusion } from '../../../domain/comparison/conclusion.ts';
import type { PairedOutcome } from '../../../domain/comparison/outcome.ts';
import { aPair, anAnswer, failing, outcomes, passing, refusing, unanswered } from '../../builders/paired-outcome.ts';

const concluded = (all: readonly PairedOutcome[], policy: Partial<ComparisonPolicy> = {}) =>
  conclusion(all, { ...defaultComparisonPolicy, ...policy }, 1);
const both = aPair();
const neither = aPair(failing, failing);
const gained = aPair(failing, passing);
const lost = aPair(passing, failing);
const brokenAnew = aPair(passing, refusing);
const metric = (all: readonly PairedOutcome[], name: string) => concluded(all).metrics.find((one) => one.name === name);

describe('a verdict', () => {
  it('is `ready` for an equal pair with cases enough, and says how sure', () => {
    const { verdict, metrics } = concluded(outcomes([350, both], [30, neither], [10, gained], [10, lost]));

    expect(verdict).toEqual({
      kind: 'ready',
      reasons: [
        'pass, over 400 cases: the candidate 90.0 %, the current model 90.0 %, a difference of +0.0 points. With 95 % confidence it is above −2.4 points, within the margin of 5 points.',
        '10 cases gained, 10 lost.',
        'No new hard break.',
      ],
      moreCases: null,
    });
    expect(metrics[0]).toMatchObject({ name: 'pass', primary: true, gains: 10, losses: 10, difference: 0, pValue: 1 });
  });

  it('is `regressed` for a planted regression', () => {
    const { verdict } = concluded(outcomes([40, both], [3, gained], [17, lost]));

    expect(verdict).toEqual({
      kind: 'regressed',
      reasons: [
        'pass, over 60 cases: the candidate 71.7 %, the current model 95.0 %, a difference of −23.3 points. Worse beyond doubt: 95 % interval −37.1 to −9.6 points, p = 0.003 after Holm; by more than the margin of 5 points, too.',
        '3 cases gained, 17 lost.',
        'No new hard break.',
      ],
      moreCases: null,
    });
  });

  it('is `inconclusive` with too few cases, and says how many would do', () => {
    const { verdict } = concluded(outcomes([17, both], [1, gained], [2, lost]));

    expect(verdict.kind).toBe('inconclusive');
    expect(verdict.reasons).toEqual([
      'pass, over 20 cases: the candidate 90.0 %, the current model 95.0 %, a difference of −5.0 points. It may be as low as −26.6 points, below the margin of 5 points, and as high as +16.1 points: neither good enough nor worse is shown.',
      '1 case gained, 2 lost.',
      'No new hard break.',
      expect.stringMatching(
        /^A run of 20 cases finds an equally good candidate ready with a chance of \d+\.\d %\. To settle it with 80\.0 % takes about [\d,]+ more cases if both are equally good, about [\d,]+ more cases if the difference is as seen\.$/,
      ),
    ]);
    const seen = { kind: 'counted', discordance: 3.5 / 21, difference: -1 / 21 } as const;
    const policy = defaultComparisonPolicy;
    const settled = casesNeeded(seen, policy, ({ ready, regressed }) => ready + regressed);
    const shown = casesNeeded({ ...seen, difference: 0 }, policy, ({ ready }) => ready);
    expect(verdict.moreCases).toEqual({ ifEqual: (shown ?? 0) - 20, ifAsSeen: (settled ?? 0) - 20 });
    expect(shown).toBe(540);
  });

  it('leaves a loss open that may or may not exceed the margin, but not that it is a loss', () => {
    const { verdict } = concluded(outcomes([930, both], [15, gained], [55, lost]));

    expect(verdict.kind).toBe('regressed');
    expect(verdict.reasons[0]).toMatch(/; whether by more than the margin of 5 points is open\.$/);
  });

  it('accepts a loss within the margin, and names it', () => {
    const { verdict } = concluded(outcomes([1950, both], [10, gained], [40, lost]));

    expect(verdict.kind).toBe('ready');
    expect(verdict.reasons.at(-1)).toBe('pass is worse beyond doubt, by 1.5 points, within what is allowed.');
  });

  it.each`
    margin  | kind              | why
    ${0.05} | ${'ready'}        | ${'within 5 points'}
    ${0.02} | ${'inconclusive'} | ${'not within 2'}
  `('with a margin of $margin is $kind: $why', ({ margin, kind }: { margin: number; kind: string }) => {
    expect(concluded(outcomes([380, both], [10, gained], [10, lost]), { margin }).verdict.kind).toBe(kind);
  });

  it('on nothing at all is `inconclusive`', () => {
    expect(concluded([])).toMatchObject({
      verdict: { kind: 'inconclusive', reasons: ['No case was compared.'], moreCases: null },
      metrics: [],
      cases: 0,
    });
  });

  it('is never `ready` where nothing tells a good answer from a bad one', () => {
    const unchecked = aPair(anAnswer({ checks: [] }), anAnswer({ checks: [] }), { checks: [] });
    const { verdict, metrics } = concluded(outcomes([500, unchecked]));

    expect(verdict).toEqual({
      kind: 'inconclusive',
      reasons: [
        'No case has a check or an expected answer, and no judge compared the answers: only hard breaks were.',
        'No new hard break.',
      ],
      moreCases: null,
    });
    expect(metrics.map(({ name, primary }) => [name, primary])).toEqual([['unbroken', true]]);
  });

  it('is the same for the same outcomes, policy and seed', () => {
    const all = outcomes([30, both], [5, gained], [5, lost]);

    expect(concluded(all)).toEqual(concluded(all));
  });
});

describe('hard breaks', () => {
  it('keep a good candidate from being `ready`, even one of them', () => {
    const { verdict, breaks } = concluded(outcomes([499, both], [1, brokenAnew]));

    expect(verdict.kind).toBe('inconclusive');
    expect(verdict.reasons[0]).toBe(
      'New hard breaks in 1 case; none is allowed. More cases do not undo them: look at them, or allow them.',
    );
    expect(verdict.reasons.at(-1)).toMatch(
      /^To tell with 80\.0 % whether it breaks more often takes about [\d,]+ more cases/,
    );
    expect(verdict.moreCases).toMatchObject({ ifEqual: null });
    expect(breaks).toEqual({ new: [{ caseId: 'case-500', kind: 'refusal' }], healed: [], shared: 0 });
  });

  it('are a regression when there are so many more that chance is out of the question', () => {
    const all = outcomes([990, both], [10, brokenAnew]);
    const { verdict } = concluded(all);

    expect(verdict.kind).toBe('regressed');
    expect(verdict.reasons).toContain('New hard breaks in 10 cases; none is allowed.');
    expect(verdict.reasons[0]).toMatch(/^unbroken, over 1,000 cases: .* p = 0\.004 after Holm\.$/);
  });

  it('pass where they are allowed', () => {
    const all = outcomes([990, both], [10, brokenAnew]);

    expect(concluded(all, { allowedNewBreaks: 10 }).verdict).toMatchObject({
      kind: 'ready',
      reasons: expect.arrayContaining(['New hard breaks in 10 cases; 10 allowed.']) as unknown,
    });
    expect(concluded(all, { allowedNewBreaks: 9 }).verdict.kind).toBe('regressed');
  });

  it('are not netted: what the current model breaks does not make up for what the candidate breaks', () => {
    const { verdict, breaks } = concluded(outcomes([480, both], [10, brokenAnew], [10, aPair(refusing, passing)]));

    expect(verdict.kind).toBe('inconclusive');
    expect(verdict.reasons[0]).toContain(
      'New hard breaks in 10 cases; none is allowed. 10 of the current model’s are gone.',
    );
    expect([breaks.new.length, breaks.healed.length]).toEqual([10, 10]);
  });

  it('are no regression where more are gone than are new, and yet not ready', () => {
    const { verdict, metrics } = concluded(outcomes([480, both], [2, brokenAnew], [20, aPair(refusing, passing)]));

    expect(metrics.find(({ name }) => name === 'unbroken')?.pAdjusted).toBeLessThan(0.05);
    expect(verdict.kind).toBe('inconclusive');
    expect(verdict.reasons.at(-1)).toMatch(/takes more cases than can be asked/);
  });

  it('that both models share are no new ones', () => {
    const { verdict, breaks } = concluded(
      outcomes([480, both], [20, aPair(refusing, anAnswer({ breaks: ['empty'] }))]),
    );

    expect(verdict.kind).toBe('ready');
    expect(breaks).toEqual({ new: [], healed: [], shared: 20 });
  });
});

describe('failed calls', () => {
  it('of the candidate are losses, and new breaks of kind error', () => {
    const { verdict, metrics, breaks, answered, failed, candidate } = concluded(
      outcomes([80, both], [20, aPair(passing, unanswered)]),
    );

    expect(verdict.kind).toBe('regressed');
    expect(metrics[0]).toMatchObject({ cases: 100, candidate: 0.8, losses: 20 });
    expect(breaks.new[0]).toEqual({ caseId: 'case-81', kind: 'error' });
    expect({ answered, failed, calls: candidate.failedCalls }).toEqual({ answered: 80, failed: 20, calls: 20 });
  });

  it('of the current model are gains, but no proof of the candidate', () => {
    const { verdict, metrics } = concluded(outcomes([40, both], [360, aPair(unanswered, passing)]));

    expect(metrics[0]).toMatchObject({ current: 0.1, candidate: 1, gains: 360 });
    expect(verdict.kind).toBe('inconclusive');
    expect(verdict.reasons[0]).toMatch(
      /Over the cases that the current model answered, the difference may be as low as −8\.8 points/,
    );
    // One case in ten tells: so many times more are needed as would tell enough.
    const truth = { kind: 'counted', discordance: 0.5 / 41, difference: 0 } as const;
    const told = casesNeeded(truth, defaultComparisonPolicy, ({ ready }) => ready) ?? 0;
    expect(verdict.moreCases).toEqual({ ifEqual: 10 * told - 400, ifAsSeen: 10 * told - 400 });
    expect(verdict.reasons.at(-1)).toMatch(/^A run of 40 cases finds an equally good candidate ready/);
  });

  it('of the current model alone leave nothing to compare with', () => {
    const { verdict } = concluded(outcomes([100, aPair(unanswered, passing)]));

    expect(verdict.kind).toBe('inconclusive');
    expect(verdict.reasons[0]).toMatch(/The current model answered no case, so there is nothing to compare with\.$/);
    expect(verdict.moreCases).toBeNull();
  });

  it('of both do not make them equally good', () => {
    expect(concluded(outcomes([10, both], [490, aPair(unanswered, unanswered)])).verdict.kind).toBe('inconclusive');
  });
});

describe('several metrics', () => {
  const judged = (current = passing, candidate = passing, preferred: 'current' | 'candidate' | 'tie' | null = 'tie') =>
    aPair(current, candidate, { attempts: [{ current, candidate, preferred }] });

  it('are adjusted together: what is worse alone may not be so among others', () => {
    const pass = [
      ...([
        [190, both],
        [2, gained],
        [11, lost],
      ] as const),
    ];
    expect(concluded(outcomes(...pass)).verdict.kind).toBe('regressed');

    const { verdict, metrics } = concluded(
      outcomes(
        [180, judged()],
        [5, judged(passing, passing, 'candidate')],
        [5, judged(passing, passing, 'current')],
        [2, judged(failing, passing)],
        [11, judged(passing, failing)],
      ),
    );
    expect(metrics.map(({ name, pValue, pAdjusted }) => [name, pValue.toFixed(3), pAdjusted.toFixed(3)])).toEqual([
      ['pass', '0.022', '0.045'],
      ['judge', '1.000', '1.000'],
      ['unbroken', '1.000', '1.000'],
    ]);
    expect(verdict.kind).toBe('regressed');
  });

  it('of which one has regressed are not `ready`, however good the primary is', () => {
    const { verdict } = concluded(
      outcomes([300, judged()], [20, judged(passing, passing, 'candidate')], [80, judged(passing, passing, 'current')]),
    );

    expect(verdict.kind).toBe('regressed');
    expect(verdict.reasons[0]).toMatch(/^judge, over 400 cases: the candidate 5\.0 %, the current model 20\.0 %/);
  });

  it.each`
    contradicted | tied   | kind              | says                                                                                       | why
    ${300}       | ${0}   | ${'inconclusive'} | ${'The judge contradicted itself wherever the current model answered'}                     | ${'a judge that always says A has seen no difference, and no likeness either'}
    ${260}       | ${40}  | ${'inconclusive'} | ${'the judge agreed with itself, the difference may be as low as −8.8 points; the 260 on'} | ${'what it told is too little'}
    ${100}       | ${200} | ${'ready'}        | ${'within the margin of 5 points'}                                                         | ${'what it told is enough'}
  `(
    'a judge that contradicts itself is a tie, and no proof that the candidate is ready: $why',
    ({ contradicted, tied, kind, says }: { contradicted: number; tied: number; kind: string; says: string }) => {
      const pair = (more: object) =>
        aPair(anAnswer({ checks: [] }), anAnswer({ checks: [] }), {
          checks: [],
          attempts: [
            { current: anAnswer({ checks: [] }), candidate: anAnswer({ checks: [] }), preferred: 'tie', ...more },
          ],
        });
      const { verdict, metrics } = concluded(outcomes([contradicted, pair({ contradicted: true })], [tied, pair({})]));

      expect(metrics[0]).toMatchObject({ name: 'judge', cases: 300, gains: 0, losses: 0 });
      expect(verdict.kind).toBe(kind);
      expect(verdict.reasons[0]).toContain(says);
    },
  );

  it('have the judge first where nothing is checked, and a failed call loses unasked', () => {
    const unchecked = anAnswer({ checks: [] });
    const pair = (candidate: typeof unchecked | typeof unanswered, preferred: 'tie' | null) =>
      aPair(unchecked, candidate, { checks: [], attempts: [{ current: unchecked, candidate, preferred }] });
    const { metrics } = concluded(
      outcomes([90, pair(unchecked, 'tie')], [6, pair(unanswered, null)], [4, pair(unchecked, null)]),
    );

    expect(metrics[0]).toMatchObject({ name: 'judge', primary: true, cases: 96, losses: 6, gains: 0 });
  });

  it('says when it is Holm that leaves a loss open', () => {
    const pairs = outcomes(
      [167, judged()],
      [5, judged(passing, passing, 'candidate')],
      [5, judged(passing, passing, 'current')],
      [6, judged(failing, passing)],
      [17, judged(passing, failing)],
    );
    const { verdict } = concluded(pairs);

    expect(verdict.kind).toBe('inconclusive');
    expect(verdict.reasons[0]).toMatch(
      /worse, taken alone, but not beyond doubt among all metrics \(p = 0\.0\d\d after Holm\)\.$/,
    );
  });

  it('leave out of pass the cases that check nothing', () => {
    const unchecked = aPair(anAnswer({ checks: [] }), anAnswer({ checks: [] }), { checks: [] });
    const all = outcomes([20, both], [300, unchecked]);

    expect(metric(all, 'pass')?.cases).toBe(20);
    expect(metric(all, 'unbroken')?.cases).toBe(320);
    expect(concluded(all).verdict.kind).toBe('inconclusive');
  });

  it('count a case that only says which tools are to be called as one that can be passed', () => {
    const right = anAnswer({ checks: [] });
    const calling = (candidate: typeof right) => aPair(right, candidate, { checks: [], expectsCalls: true });
    const all = outcomes([98, calling(right)], [2, calling(anAnswer({ checks: [], breaks: ['toolCall'] }))]);

    expect(concluded(outcomes([100, calling(right)])).verdict.kind).toBe('ready');
    expect(metric(all, 'pass')).toMatchObject({ primary: true, cases: 100, losses: 2 });
  });

  it('do not claim to know that no case ever differs', () => {
    expect(metric(outcomes([80, both]), 'pass')?.power).toBeLessThan(0.9);
    expect(metric(outcomes([400, both]), 'pass')?.power).toBeGreaterThan(0.99);
  });

  it('of a single kind of check that knows only pass and fail are not shown twice', () => {
    expect(concluded(outcomes([5, both])).metrics.map(({ name }) => name)).toEqual(['pass', 'unbroken']);
  });

  it('stand by kind where there are several, over the cases that have them', () => {
    const two = (first: boolean, second: boolean) =>
      anAnswer({
        checks: [
          { passed: first, score: null },
          { passed: second, score: null },
        ],
      });
    const mixed = aPair(two(true, true), two(true, false), { checks: ['contains', 'regex'] });
    const all = outcomes([6, both], [4, mixed]);

    expect(concluded(all).metrics.map(({ name, cases, losses }) => [name, cases, losses])).toEqual([
      ['pass', 10, 4],
      ['unbroken', 10, 0],
      ['exact', 6, 0],
      ['contains', 4, 0],
      ['regex', 4, 4],
    ]);
  });

  it('compare scores by their means, where a check has them, and 0 for a failed call', () => {
    const scored = (score: number) => anAnswer({ checks: [{ passed: score > 0.5, score }] });
    const pair = (one: number, other: number) => aPair(scored(one), scored(other), { checks: ['rouge-l'] });
    const all = outcomes(
      [40, pair(0.8, 0.7)],
      [40, pair(0.7, 0.9)],
      [20, aPair(scored(0.6), unanswered, { checks: ['rouge-l'] })],
    );

    const found = metric(all, 'rouge-l');
    expect(found).toMatchObject({ cases: 100, gains: 40, losses: 60 });
    expect(found?.current).toBeCloseTo(0.72, 10);
    expect(found?.candidate).toBeCloseTo(0.64, 10);
    expect(found?.difference).toBeCloseTo(-0.08, 10);
    expect(found?.interval[0]).toBeLessThan(-0.1);
    expect(found?.interval[1]).toBeLessThan(0);
    expect(found?.pValue).toBeLessThan(0.05);
    expect(found?.power).toBeGreaterThan(0);
  });
});

describe('repetitions', () => {
  const repeated = (...passed: readonly (readonly [boolean, boolean])[]) =>
    aPair(passing, passing, {
      attempts: passed.map(([current, candidate]) => ({
        current: current ? passing : failing,
        candidate: candidate ? passing : failing,
        preferred: null,
      })),
    });

  it('are averaged within the case, which stays the unit', () => {
    const all = outcomes([50, repeated([true, true], [true, false])], [50, repeated([true, true], [true, true])]);

    const found = metric(all, 'pass');
    expect(found).toMatchObject({ cases: 100, current: 1, candidate: 0.75, losses: 50, gains: 0, difference: -0.25 });
    expect(found?.interval[0]).toBeLessThan(-0.25);
    expect(found?.interval[1]).toBeGreaterThan(-0.25);
  });

  it('tell each model’s own noise', () => {
    const all = outcomes([10, repeated([true, true], [true, false])], [30, repeated([true, true], [true, true])]);

    expect(concluded(all).current.noise).toBe(0);
    expect(concluded(all).candidate.noise).toBe(0.25);
    expect(concluded(outcomes([10, both])).candidate.noise).toBeNull();
  });
});

describe('a summary', () => {
  it('adds up tokens and times of what was answered', () => {
    const { current, candidate } = concluded(outcomes([9, both], [1, aPair(passing, unanswered)]));

    expect(current).toMatchObject({ failedCalls: 0, inputTokens: 1000, outputTokens: 200 });
    expect(candidate).toMatchObject({ failedCalls: 1, inputTokens: 900, outputTokens: 180 });
    expect(candidate.latency).toMatchObject({ p50: 400, p95: 400, ttft: 120, calls: 9 });
  });

  it('knows no times of frozen answers', () => {
    const frozen = anAnswer({ latencyMs: null, ttftMs: null });

    expect(concluded(outcomes([9, aPair(frozen)])).current.latency).toMatchObject({ p50: null, calls: 0 });
  });

  it('says what was to be expected before the run', () => {
    const { planned } = concluded(outcomes([200, both]));

    expect(planned).toMatchObject({ cases: 200, assumedDiscordance: 0.1, casesWanted: 340 });
    expect(planned.readyIfEqual).toBeCloseTo(0.562, 3);
    expect(planned.regressedIfWorse).toBeGreaterThan(0.99);
  });
});

describe('outcomes that cannot be are refused', () => {
  const [one] = outcomes([1, both]);
  it.each([
    { all: [one, one], message: 'case case-1 stands twice among the outcomes' },
    { all: [{ ...one, attempts: [] }], message: 'case case-1 has no attempt' },
    {
      all: outcomes([1, aPair(anAnswer({ checks: [] }))]),
      message: 'case case-1 has 1 checks, but an answer with 0 results',
    },
    {
      all: outcomes([1, aPair(anAnswer({ checks: [{ passed: true, score: 1.5 }] }))]),
      message: 'case case-1 has a score of 1.5, but scores lie between 0 and 1',
    },
  ])('$message', ({ all, message }) => {
    expect(() => concluded(all as PairedOutcome[])).toThrow(new RangeError(message));
  });

  it.each([
    { policy: { margin: 0 }, message: 'margin is 0, but must lie between 0 and 1' },
    { policy: { alpha: 0.5 }, message: 'alpha is 0.5, but must lie between 0 and 0.5' },
    { policy: { assumedDiscordance: NaN }, message: 'assumedDiscordance is NaN, but must lie between 0 and 1' },
    { policy: { allowedNewBreaks: -1 }, message: 'allowedNewBreaks is -1, but must be 0 or a whole number above it' },
  ])('$message', ({ policy, message }) => {
    expect(() => concluded([], policy)).toThrow(new RangeError(message));
  });
});
