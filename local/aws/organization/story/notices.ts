import type { CalendarDate } from '../../../../domain/calendar-date.ts';
import { accounts } from '../../../story/organisation.ts';
import { bedrockArn, foundationModelArn } from '../arns.ts';
import { models, us } from '../known-models.ts';

/** An event in AWS Health's own store, as one account has it; accounts may share an event. */
export interface HealthNotice {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly service: string;
  readonly code: string;
  readonly category: 'accountNotification' | 'scheduledChange' | 'issue';
  readonly sentOn: CalendarDate;
  readonly text: string;
  readonly entities: readonly string[];
}

/**
 * What was sent before Sundial was installed: Health tells it when asked, EventBridge does not tell it again. The dates are the
 * catalogue's; the words follow AWS's notices without repeating them.
 */
export const storyNotices: readonly HealthNotice[] = [
  ...[accounts.support, accounts.research].map((account) => ({
    arn: arnOf('us-east-1', 'simulated_sonnet45'),
    account,
    region: 'us-east-1',
    service: 'BEDROCK',
    code: 'AWS_BEDROCK_PLANNED_LIFECYCLE_EVENT',
    category: 'scheduledChange' as const,
    sentOn: '2026-10-08',
    text: `You have used model ID '${models.sonnet45}' in the past 30 days in US-EAST-1. Effective immediately, the model is in Legacy state.\n\nImportant dates:\n- Extended access: January 8, 2027\n- End-of-life: April 8, 2027\n\nWe recommend moving to Claude Sonnet 5.`,
    entities: [bedrockArn({ account, region: 'us-east-1' }, 'inference-profile', us(models.sonnet45))],
  })),
  {
    arn: arnOf('us-east-1', 'simulated_opus41_payments'),
    account: accounts.payments,
    region: 'us-east-1',
    service: 'BEDROCK',
    code: 'AWS_BEDROCK_PLANNED_LIFECYCLE_EVENT',
    category: 'scheduledChange',
    sentOn: '2026-07-08',
    text: `You have used model ID '${models.opus41}' in the past 30 days in us-east-1. The model is Legacy since July 8, 2026, moves to public extended access on October 8, 2026 and reaches end-of-life on January 8, 2027.`,
    entities: [foundationModelArn(models.opus41, 'us-east-1')],
  },
  {
    arn: `arn:aws:health:eu-central-1::event/RDS/AWS_RDS_PLANNED_LIFECYCLE_EVENT/simulated_rds_payments`,
    account: accounts.payments,
    region: 'eu-central-1',
    service: 'RDS',
    code: 'AWS_RDS_PLANNED_LIFECYCLE_EVENT',
    category: 'scheduledChange',
    sentOn: '2026-09-01',
    text: 'A database engine version reaches the end of standard support.',
    entities: ['arn:aws:rds:eu-central-1:111122223333:db:orders'],
  },
];

function arnOf(region: string, id: string): string {
  return `arn:aws:health:${region}::event/BEDROCK/AWS_BEDROCK_PLANNED_LIFECYCLE_EVENT/${id}`;
}
