import type { ActionsBlock, ModalView, SectionBlock } from '@slack/types';
import type { RunEstimate } from '../../domain/comparison-run.ts';
import type { Situation } from '../../domain/situation.ts';
import type { FormFields } from '../../domain/slack-request.ts';
import { context, section, titled } from '../blocks.ts';
import { mrkdwn } from '../markup.ts';
import { estimateWords } from '../words-estimate.ts';
import type { Choice } from './form-inputs.ts';
import { fileField, menuField, numberField, radioField, textField } from './form-inputs.ts';
import { formLead } from './form-lead.ts';
import { formView, heldText } from './form-view.ts';
import type { Candidate } from './replace-modal.ts';

interface CompareForm {
  /** `null` where the person names the model to leave. */
  readonly situation: Situation | null;
  readonly candidates: readonly Candidate[];
  readonly teamDataset: string | null;
  /** Why the models cannot be asked in batch; `null` where they can. */
  readonly batch: string | null;
  readonly estimate: RunEstimate | null;
  /** Why there is no estimate, or what stands against the run. */
  readonly problem: string | null;
  readonly fields: FormFields;
}

/** Two models, cases to ask both, and what that would cost: said before anything is asked. */
export function compareModal({
  situation,
  candidates,
  teamDataset,
  batch,
  estimate,
  problem,
  fields,
}: CompareForm): ModalView {
  const held = (name: string) => heldText(fields, name);
  const current = situation?.migration.modelId ?? null;
  const sources = sourceChoices(teamDataset);

  return formView(
    'compare',
    { about: situation?.migration.id ?? null, current, teamDataset: teamDataset !== null, batch: batch === null },
    [
      situation &&
        formLead(situation, ['Both models answer the same cases, side by side. The thread and you hear the verdict.']),
      situation
        ? null
        : textField({ name: 'current', label: 'Model in use', hint: modelHint }, { initial: held('current') }),
      candidateField(candidates, held('candidate')),
      radioField({ name: 'source', label: 'Cases' }, sources, held('source') ?? sources[0]?.value),
      textField(
        {
          name: 'address',
          label: 'Address in S3',
          hint: 's3://bucket/key, where the cases are there.',
          optional: true,
        },
        { initial: held('address'), most: 1_100 },
      ),
      fileField(
        { name: 'file', label: 'File', hint: 'JSON lines, one case a line, where you upload them.', optional: true },
        ['jsonl'],
      ),
      numberField(
        { name: 'sample', label: 'Sample', hint: 'How many cases to draw; leave it empty for all.', optional: true },
        held('sample'),
        false,
      ),
      textField(
        {
          name: 'judge',
          label: 'Judge',
          hint: 'A model that says which answer is better, where checks cannot. It reads every answer.',
          optional: true,
        },
        { initial: held('judge') },
      ),
      numberField(
        { name: 'budget', label: 'Budget in US dollars', hint: 'The run stops before it costs more.', optional: true },
        held('budget'),
        true,
      ),
      batch === null ? radioField({ name: 'engine', label: 'Answers' }, engines, held('engine') ?? 'onDemand') : null,
      estimateButton,
      estimateBlock(estimate, problem),
      batch === null ? null : context([mrkdwn.text(batch)]),
      context(['Prompts are sent to both models, and to the judge. Nothing is asked before you start the run.']),
    ],
  );
}

const modelHint = 'Its id in Amazon Bedrock, such as anthropic.claude-sonnet-5.';

function candidateField(candidates: readonly Candidate[], initial: string | undefined) {
  const field = { name: 'candidate', label: 'Candidate' };
  const choices = candidates.map(({ modelId, name, note }) => ({ value: modelId, label: name, note: note ?? modelId }));
  const held =
    initial === undefined || choices.some(({ value }) => value === initial) ? [] : [{ value: initial, label: initial }];
  const all = [...held, ...choices];
  return menuField(field, all, initial ?? choices[0]?.value) ?? textField({ ...field, hint: modelHint }, { initial });
}

function sourceChoices(teamDataset: string | null): Choice[] {
  return [
    ...(teamDataset === null ? [] : [{ value: 'team', label: "The team's own dataset", note: teamDataset }]),
    { value: 's3', label: 'A dataset in S3' },
    { value: 'upload', label: 'A file that I upload' },
    { value: 'logs', label: 'Invocation logs', note: "The team's own recent calls, where logging is on" },
  ];
}

const engines: readonly Choice[] = [
  { value: 'onDemand', label: 'At once' },
  { value: 'batch', label: 'In batch, at half the price', note: 'Within a day or so; from 100 cases, without tools' },
];

const estimateButton: ActionsBlock = {
  type: 'actions',
  block_id: 'estimate',
  elements: [
    {
      type: 'button',
      action_id: 'estimate',
      text: { type: 'plain_text', text: 'Estimate cost and time', emoji: false },
    },
  ],
};

function estimateBlock(estimate: RunEstimate | null, problem: string | null): SectionBlock {
  if (problem !== null) return titled('No estimate', [mrkdwn.text(problem)]);
  if (estimate === null) return section(['Press the button to see what the run costs and how long it takes.']);
  return titled('Estimate', estimateWords(estimate, mrkdwn));
}
