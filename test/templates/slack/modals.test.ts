import fc from 'fast-check';
import type { InputBlock, ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { RunEstimate } from '../../../domain/comparison-run.ts';
import { formProblems } from '../../../domain/form-problems.ts';
import { formNames } from '../../../domain/slack-request.ts';
import { viewProblems } from '../../../templates/block-limits.ts';
import { compareModal } from '../../../templates/slack/compare-modal.ts';
import { loadingModal } from '../../../templates/slack/loading-modal.ts';
import { ownerModal } from '../../../templates/slack/owner-modal.ts';
import { refusedModal } from '../../../templates/slack/refused-modal.ts';
import { replaceModal } from '../../../templates/slack/replace-modal.ts';
import { snoozeModal } from '../../../templates/slack/snooze-modal.ts';
import { waiveModal } from '../../../templates/slack/waive-modal.ts';
import { nastySituations } from '../../builders/nasty-situation.ts';
import { aMigration, aSituation, sonnet45, sonnet5 } from '../../builders/situation.ts';

const situation = aSituation();
const { id } = aMigration();
const latest = { day: '2027-01-08', because: 'extended access begins on 8 January 2027' };
const silent = [
  { day: '2026-12-14', what: 'the week in numbers' },
  { day: null, what: 'the escalation ladder' },
];
const candidates = [{ modelId: sonnet5, name: 'Claude Sonnet 5', note: "AWS's notice names it" }];
const estimate: RunEstimate = {
  cases: 400,
  calls: 800,
  cost: 3.2,
  seconds: 372,
  power: 0.83,
  warnings: ['no price of the judge a.judge is known: it is not in the estimate'],
};
const snooze = { situation, latest, silent, until: '2026-12-18', reason: 'on leave' };
const compare = {
  situation,
  candidates,
  teamDataset: 's3://cases/payments.jsonl',
  batch: null,
  estimate,
  problem: null,
  fields: {},
};
const decided = { by: 'U0BEN', at: '2026-11-19T09:00:00.000Z' };

function inputsOf({ blocks }: ModalView): Map<string, InputBlock> {
  const inputs = blocks.filter((block): block is InputBlock => block.type === 'input');
  return new Map(inputs.map((block) => [block.block_id ?? '', block]));
}

function wordsOf({ blocks }: ModalView): string {
  return JSON.stringify(blocks);
}

function metadataOf({ private_metadata = '' }: ModalView): Record<string, unknown> {
  return JSON.parse(private_metadata) as Record<string, unknown>;
}

describe('forms', () => {
  it.each<[string, ModalView, string[]]>([
    ['snooze', snoozeModal(snooze), ['until', 'reason']],
    ['owner', ownerModal({ situation }), ['person']],
    ['replace', replaceModal({ situation, candidates }), ['candidate', 'other']],
    ['waive', waiveModal({ situation, today: '2026-11-20', until: null, reason: null }), ['until', 'reason']],
    [
      'compare',
      compareModal(compare),
      ['candidate', 'source', 'address', 'file', 'sample', 'judge', 'budget', 'engine'],
    ],
  ])('%s says which form it is, what it is about, and names its fields', (name, view, fields) => {
    expect(view.callback_id).toBe(name);
    expect(metadataOf(view)).toMatchObject({ about: id });
    expect([...inputsOf(view).keys()]).toEqual(fields);
    for (const { element } of inputsOf(view).values()) expect(element).toMatchObject({ action_id: 'value' });
    expect(viewProblems(view)).toEqual([]);
  });

  it.each(formNames)('%s shows at once that it is coming, and cannot be sent before', (form) => {
    const view = loadingModal(form, id);

    expect(viewProblems(view)).toEqual([]);
    expect(view).toMatchObject({ callback_id: form, private_metadata: JSON.stringify({ about: id }) });
    expect(view.submit).toBe(undefined);
  });

  it.each(formNames)('%s has a name and a button that Slack takes', (form) => {
    const words = loadingModal(form, null).title.text;

    expect(words.length).toBeLessThanOrEqual(24);
  });

  it('carry what their check needs', () => {
    const view = snoozeModal(snooze);
    const tooLate = { until: '2027-01-09', reason: 'on leave' };

    expect(formProblems('snooze', tooLate, metadataOf(view), '2026-11-20')).toEqual({
      until: 'Choose 8 January 2027 or earlier: extended access begins on 8 January 2027.',
    });
    expect(
      formProblems('replace', { other: sonnet45 }, metadataOf(replaceModal({ situation, candidates })), ''),
    ).toEqual({
      other: 'This is the model to leave: choose another.',
    });
  });
});

describe('snoozeModal', () => {
  it('shows what stays silent until the day that is chosen, and is made anew with another', () => {
    const view = snoozeModal(snooze);

    expect(wordsOf(view)).toContain(
      '*Silent until 18 December 2026*\\n• 14 December 2026: The week in numbers\\n• The escalation ladder',
    );
    expect(inputsOf(view).get('until')).toMatchObject({
      dispatch_action: true,
      element: { initial_date: '2026-12-18' },
    });
    expect(inputsOf(view).get('reason')).toMatchObject({ element: { initial_value: 'on leave', multiline: true } });
  });

  it('names the last day and why', () => {
    expect(wordsOf(snoozeModal(snooze))).toContain(
      'Not beyond *8 January 2027*: extended access begins on 8 January 2027.',
    );
    expect(wordsOf(snoozeModal({ ...snooze, latest: null }))).toContain('No date is known that would end it sooner.');
  });

  it('asks for a day where none is chosen, and says so where nothing falls silent', () => {
    expect(wordsOf(snoozeModal({ ...snooze, until: null }))).toContain('Choose a day, and what stays silent');
    expect(wordsOf(snoozeModal({ ...snooze, silent: [] }))).toContain('no reminder falls into that time');
  });
});

describe('ownerModal', () => {
  it('begins with the owner there is', () => {
    const owned = aSituation({ migration: { owner: { person: 'U0ANA', ...decided } } });

    expect(inputsOf(ownerModal({ situation: owned })).get('person')).toMatchObject({
      element: { initial_user: 'U0ANA' },
    });
    expect(wordsOf(ownerModal({ situation: owned }))).toContain('<@U0ANA>');
    expect(wordsOf(ownerModal({ situation }))).toContain('Nobody owns it yet.');
  });
});

describe('replaceModal', () => {
  it('needs the id where there is nothing to choose from', () => {
    const inputs = inputsOf(replaceModal({ situation, candidates: [] }));

    expect([...inputs.keys()]).toEqual(['other']);
    expect(inputs.get('other')).toMatchObject({ optional: false, label: { text: 'Replacement' } });
  });

  it('leaves out what a menu cannot hold', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ modelId: `a.model-${index}`, name: 'One', note: null }));
    const long = { modelId: 'x'.repeat(151), name: 'Long', note: null };
    const view = replaceModal({ situation, candidates: [long, ...many, ...many] });

    expect(viewProblems(view)).toEqual([]);
    expect(wordsOf(view)).toContain('a.model-99');
    expect(wordsOf(view)).not.toContain('a.model-100');
  });
});

describe('compareModal', () => {
  it('says what the run takes before it starts, and what speaks against it', () => {
    expect(wordsOf(compareModal(compare))).toContain(
      '*Estimate*\\n*400 cases*, 800 calls to both models.\\nCosts about *$3.20*.\\nTakes about *6 minutes*.\\nIf the candidate is just as good, 83 % of such runs say that it is ready.\\nBeware: no price of the judge a.judge is known: it is not in the estimate',
    );
  });

  it('says what it cannot say, and why there is no estimate', () => {
    const unknown = { ...estimate, cost: null, seconds: null, power: null, warnings: [] };

    expect(wordsOf(compareModal({ ...compare, estimate: unknown }))).toContain('no price is known');
    expect(wordsOf(compareModal({ ...compare, problem: 'There is no file <there>.' }))).toContain(
      '*No estimate*\\nThere is no file &lt;there&gt;.',
    );
    expect(wordsOf(compareModal({ ...compare, estimate: null }))).toContain('Press the button');
  });

  it('keeps what was given so far, a candidate of one’s own too', () => {
    const fields = {
      candidate: 'cohere.command-r-v1:0',
      source: 's3',
      address: 's3://a/b',
      sample: '40',
      budget: '2.5',
      judge: null,
    };
    const view = compareModal({ ...compare, fields });
    const inputs = inputsOf(view);

    expect(viewProblems(view)).toEqual([]);
    expect(inputs.get('candidate')).toMatchObject({ element: { initial_option: { value: 'cohere.command-r-v1:0' } } });
    expect(inputs.get('source')).toMatchObject({ element: { initial_option: { value: 's3' } } });
    expect(inputs.get('address')).toMatchObject({ element: { initial_value: 's3://a/b' } });
    expect(inputs.get('sample')).toMatchObject({ element: { initial_value: '40' } });
    expect(inputs.get('budget')).toMatchObject({ element: { initial_value: '2.5', is_decimal_allowed: true } });
    expect(inputs.get('judge')?.element).not.toHaveProperty('initial_value');
  });

  it('asks at once unless somebody chooses a batch, and offers none where there is none', () => {
    const engineOf = (view: ModalView) => inputsOf(view).get('engine')?.element;
    const elsewhere = compareModal({ ...compare, batch: 'Batch inference needs Sundial on AWS.' });

    expect(engineOf(compareModal(compare))).toMatchObject({ initial_option: { value: 'onDemand' } });
    expect(engineOf(compareModal({ ...compare, fields: { engine: 'batch' } }))).toMatchObject({
      initial_option: { value: 'batch' },
    });
    expect(engineOf(elsewhere)).toBe(undefined);
    expect(wordsOf(elsewhere)).toContain('needs Sundial on AWS');
    expect(metadataOf(elsewhere)).toMatchObject({ batch: false });
  });

  it('asks which model where it is about none, and offers no dataset where the team has none', () => {
    const view = compareModal({ ...compare, situation: null, candidates: [], teamDataset: null });

    expect([...inputsOf(view).keys()].slice(0, 3)).toEqual(['current', 'candidate', 'source']);
    expect(inputsOf(view).get('candidate')).toMatchObject({ element: { type: 'plain_text_input' } });
    expect(wordsOf(view)).not.toContain('own dataset');
    expect(metadataOf(view)).toEqual({ about: null, current: null, teamDataset: false, batch: true });
  });
});

describe('refusedModal', () => {
  it('says why, and can only be closed', () => {
    const view = refusedModal({ title: 'Not for you to decide', text: 'Only owners may. '.repeat(400) });

    expect(viewProblems(view)).toEqual([]);
    expect(view.submit).toBe(undefined);
  });
});

describe('every form', () => {
  it('is one that Slack takes, whatever the model, the team and the people are called', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('<!channel>', '👩‍🚀'.repeat(60)),
    );
    fc.assert(
      fc.property(nastySituations, text, fc.array(text, { maxLength: 120 }), (nasty, given, names) => {
        const models = names.map((name) => ({ modelId: name, name, note: given }));
        const fields = { candidate: given, source: given, address: given, sample: given, judge: given, budget: given };
        const views = [
          snoozeModal({
            situation: nasty,
            latest: { day: '2027-01-08', because: given },
            silent: names.map((what) => ({ day: null, what })),
            until: '2026-12-18',
            reason: given,
          }),
          ownerModal({ situation: nasty }),
          replaceModal({ situation: nasty, candidates: models }),
          waiveModal({ situation: nasty, today: '2026-11-20', until: null, reason: given }),
          compareModal({
            situation: nasty,
            batch: `Not here ${given}`,
            candidates: models,
            teamDataset: given,
            estimate: { ...estimate, warnings: names },
            problem: null,
            fields,
          }),
          compareModal({
            situation: null,
            batch: null,
            candidates: models,
            teamDataset: null,
            estimate: null,
            problem: given,
            fields,
          }),
        ];
        for (const view of views) expect(viewProblems(view)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
