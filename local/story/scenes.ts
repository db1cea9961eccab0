import { plusDays } from '../../domain/calendar-date.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { batchJobEvent } from './batch-job-event.ts';
import { healthEvent } from './health-envelope.ts';
import { knownDates } from './known-dates.ts';
import { accounts } from './organisation.ts';

/** One thing that happens in the story, in plain words, and the event that tells Sundial. */
export interface Scene {
  readonly headline: string;
  readonly event: unknown;
}

/** The story: real shapes of events, and the true dates of the catalogue. */
export function scenes(catalogue: Catalogue): readonly Scene[] {
  const known = (modelId: string) => knownDates(modelId, catalogue);
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
        sentOn: plusDays(jamba.endOfLife, -14),
        text: `This is the final notice that on ${jamba.endOfLifeWords}, ${jamba.id} will reach end-of-life in us-east-1.`,
      }),
    },
    {
      headline: `The embedding model ${marengo.name} ends: it belongs to research, whoever calls it`,
      event: healthEvent({
        id: 'story-marengo',
        account: accounts.support,
        region: 'eu-west-1',
        sentOn: plusDays(marengo.endOfLife, -30),
        text: `${marengo.id} (Legacy since ${marengo.legacyWords}) will no longer be available after ${marengo.endOfLifeWords} in eu-west-1 and us-east-1.`,
      }),
    },
    {
      headline: `A late notice: ${sonnet4.name} in research's account`,
      event: healthEvent({
        id: 'story-sonnet4',
        account: accounts.research,
        region: 'ap-northeast-1',
        sentOn: plusDays(sonnet4.endOfLife, -7),
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
      headline: 'Assumed for this story: a notice for Nova Lite, on which a custom model of payments rests',
      event: healthEvent({
        id: 'story-novalite-assumed',
        account: accounts.payments,
        region: 'us-east-1',
        sentOn: '2026-11-17',
        text: `You have used model ID 'amazon.nova-lite-v1:0' in the past 30 days in US-EAST-1. Effective immediately, the model is in Legacy state.\n\nImportant dates:\n- Extended access: February 17, 2027\n- End-of-life: May 17, 2027\n\nWe recommend moving to Nova Pro.`,
      }),
    },
    {
      headline: `A batch job of support's ends: it goes on the timeline of ${sonnet.name}`,
      event: batchJobEvent(accounts.support, sonnet.id, sonnet.legacy),
    },
  ];
}
