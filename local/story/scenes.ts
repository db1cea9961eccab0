import { DateTime } from 'luxon';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { allRegions } from '../../domain/lifecycle.ts';
import { mergeWords } from '../../domain/merge-words.ts';
import { healthEvent } from './health-envelope.ts';
import { accounts } from './organisation.ts';

/** One thing that happens in the story, in plain words, and the event that tells Sundial. */
export interface Scene {
  readonly headline: string;
  readonly event: unknown;
}

/** The story: real shapes of events, and the true dates of the catalogue. */
export function scenes(catalogue: Catalogue): readonly Scene[] {
  const known = (modelId: string) => told(modelId, catalogue);
  const sonnet = known('anthropic.claude-sonnet-4-5-20250929-v1:0');
  const opus = known('anthropic.claude-opus-4-1-20250805-v1:0');
  const jamba = known('ai21.jamba-1-5-large-v1:0');
  const marengo = known('twelvelabs.marengo-embed-2-7-v1:0');
  const sonnet4 = known('anthropic.claude-sonnet-4-20250514-v1:0');

  const toPayments = {
    id: 'story-sonnet45-payments',
    account: accounts.payments,
    region: 'eu-central-1',
    sentOn: sonnet.legacy,
    text: `You have used model ID '${sonnet.id}' in the past 30 days in EU-CENTRAL-1 and US-EAST-1. Effective immediately, the model is in Legacy state.\n\nImportant dates:\n- Extended access: ${sonnet.extendedAccessWords}\n- End-of-life: ${sonnet.endOfLifeWords}\n\nWe recommend moving to Claude Sonnet 5.`,
  } as const;
  const toSupport = {
    id: 'story-sonnet45-support',
    account: accounts.support,
    receivedBy: accounts.payments,
    region: 'us-east-1',
    sentOn: sonnet.legacy,
    category: 'scheduledChange',
    text: `The listed resources use a model that becomes Legacy on ${sonnet.legacyWords}, moves to public extended access on ${sonnet.extendedAccessWords} and reaches end of life on ${sonnet.endOfLifeWords}.`,
    totalPages: 2,
  } as const;

  return [
    { headline: `AWS Health tells payments that ${sonnet.name} is Legacy`, event: healthEvent(toPayments) },
    {
      headline: 'The same event comes again, as the copy for the backup Region',
      event: healthEvent({ ...toPayments, backup: true }),
    },
    {
      headline: `The organisation's view tells of support's account, second page first`,
      event: healthEvent({
        ...toSupport,
        page: 2,
        entities: [`arn:aws:bedrock:us-east-1:${accounts.support}:inference-profile/us.${sonnet.id}`],
      }),
    },
    {
      headline: 'The first page follows',
      event: healthEvent({
        ...toSupport,
        page: 1,
        entities: [`arn:aws:bedrock:us-east-1::foundation-model/${sonnet.id}`],
      }),
    },
    {
      headline: `${opus.name} has gone into extended access: a reminder reaches payments`,
      event: healthEvent({
        id: 'story-opus41',
        account: accounts.payments,
        region: 'us-east-1',
        sentOn: opus.extendedAccess,
        text: `Reminder: us.${opus.id} has been Legacy since ${opus.legacyWords}, is in public extended access since ${opus.extendedAccessWords}, and reaches its end of life on ${opus.endOfLifeWords}.`,
      }),
    },
    {
      headline: `${jamba.name} ends within days: the final notice reaches support`,
      event: healthEvent({
        id: 'story-jamba',
        account: accounts.support,
        region: 'us-east-1',
        sentOn: day(jamba.endOfLife, -14),
        text: `This is the final notice that on ${jamba.endOfLifeWords}, ${jamba.id} will reach end-of-life in us-east-1.`,
      }),
    },
    {
      headline: `The embedding model ${marengo.name} ends: it belongs to research, whoever calls it`,
      event: healthEvent({
        id: 'story-marengo',
        account: accounts.support,
        region: 'eu-west-1',
        sentOn: day(marengo.endOfLife, -30),
        text: `${marengo.id} (Legacy since ${marengo.legacyWords}) will no longer be available after ${marengo.endOfLifeWords} in eu-west-1 and us-east-1.`,
      }),
    },
    {
      headline: `A late notice: ${sonnet4.name} in research's account`,
      event: healthEvent({
        id: 'story-sonnet4',
        account: accounts.research,
        region: 'ap-northeast-1',
        sentOn: day(sonnet4.endOfLife, -7),
        text: `Final notice: model ID ${sonnet4.id} reaches EOL on ${sonnet4.endOfLifeWords} in ap-northeast-1.`,
      }),
    },
    {
      headline: 'A public event takes a model away at once: nobody gave a date',
      event: healthEvent({
        id: 'story-fable5',
        account: accounts.research,
        region: 'us-east-1',
        sentOn: '2026-06-13',
        category: 'issue',
        scope: 'PUBLIC',
        text: 'Access to Claude Fable 5 has been revoked in all AWS Regions to comply with an export control order. Models remain unavailable.',
      }),
    },
    {
      headline: `A batch job of support's ends: it goes on the timeline of ${sonnet.name}`,
      event: batchJob(sonnet.id, sonnet.legacy),
    },
  ];
}

/** The dates of a model that the catalogue knows, as days and as AWS writes them. */
function told(modelId: string, catalogue: Catalogue) {
  const model = catalogue.find(modelId);
  if (!model) throw new Error(`the story needs ${modelId}`);
  const { dates } = mergeWords(model, [allRegions]);
  if (!dates.legacy || !dates.extendedAccess || !dates.endOfLife)
    throw new Error(`the story needs the dates of ${modelId}`);
  const { legacy, extendedAccess, endOfLife } = dates;
  return {
    id: modelId,
    name: model.name,
    legacy,
    extendedAccess,
    endOfLife,
    legacyWords: words(legacy),
    extendedAccessWords: words(extendedAccess),
    endOfLifeWords: words(endOfLife),
  };
}

function words(date: CalendarDate): string {
  return DateTime.fromISO(date, { zone: 'utc', locale: 'en-US' }).toFormat('LLLL d, yyyy');
}

function day(date: CalendarDate, days: number): CalendarDate {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

function batchJob(modelId: string, on: CalendarDate): unknown {
  const arn = `arn:aws:bedrock:us-east-1:${accounts.support}:model-invocation-job/a1b2c3d4e5f6`;
  return {
    version: '0',
    id: 'story-batch-job',
    'detail-type': 'Batch Inference Job State Change',
    source: 'aws.bedrock',
    account: accounts.support,
    time: `${on}T22:58:30Z`,
    region: 'us-east-1',
    resources: [arn],
    detail: {
      version: '0.0',
      accountId: accounts.support,
      batchJobName: 'nightly-ticket-summaries',
      batchJobArn: arn,
      batchModelId: `arn:aws:bedrock:us-east-1::foundation-model/${modelId}`,
      status: 'Completed',
      failureMessage: '',
      creationTime: 'Oct 8, 2026, 10:47:53 PM',
    },
  };
}
