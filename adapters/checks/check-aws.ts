import { BedrockClient, ListFoundationModelsCommand } from '@aws-sdk/client-bedrock';
import { DescribeEventsCommand } from '@aws-sdk/client-health';
import type { Finding } from '../../domain/finding.ts';
import type { SweepScope } from '../../domain/sweep-scope.ts';
import type { CallerIdentity } from '../account-access.ts';
import { callerIdentity, spokeAccess } from '../account-access.ts';
import type { AwsAccess } from '../aws-access.ts';
import { CallError, callError } from '../call-error.ts';
import { healthClient } from '../health-endpoint.ts';

interface CheckedAws {
  readonly access: AwsAccess;
  readonly homeRegion: string;
  /** Where AWS Health is, if not where it is for everybody. */
  readonly healthEndpoint?: string | undefined;
  readonly scope: SweepScope;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** Looks, reading only, whether AWS lets Sundial do what it does: who it is, Bedrock, the other accounts, and AWS Health. */
export async function checkAws({
  access,
  homeRegion,
  healthEndpoint,
  scope,
  now,
}: CheckedAws): Promise<readonly Finding[]> {
  const subject = 'AWS: credentials';
  let caller: CallerIdentity;
  try {
    caller = await callerIdentity(access, homeRegion);
  } catch (fault) {
    return [notFine(subject, 'Set up credentials as for any AWS SDK', fault)];
  }

  const others = (scope.accounts ?? []).filter((account) => account !== caller.account);
  return [
    { subject, state: 'fine', seen: `account ${caller.account}, partition ${caller.partition}`, fix: null },
    await checked(`AWS: Bedrock in ${homeRegion}`, 'Allow bedrock:ListFoundationModels', () =>
      models(access, homeRegion),
    ),
    ...(await Promise.all(
      others.map((account) =>
        checked(
          `AWS: role ${scope.role} in ${account}`,
          'Deploy the read-only role there: docs/fan-in.md',
          async () => {
            const spoke = { name: scope.role, externalId: scope.externalId ?? undefined };
            return models(spokeAccess(access, { ...caller, account }, spoke, homeRegion, now), homeRegion);
          },
        ),
      ),
    )),
    await checkHealth(access, healthEndpoint),
  ];
}

async function models(access: AwsAccess, region: string): Promise<string> {
  const bedrock = new BedrockClient({ ...access, region });
  const { modelSummaries = [] } = await bedrock.send(new ListFoundationModelsCommand({})).catch((fault: unknown) => {
    throw callError('bedrock:ListFoundationModels', fault);
  });
  return `${modelSummaries.length} foundation models are listed`;
}

/** Without a support plan the API tells nothing, and EventBridge delivers all the same. */
async function checkHealth(access: AwsAccess, endpoint: string | undefined): Promise<Finding> {
  return checked('AWS: Health API', 'Allow health:DescribeEvents', async () => {
    const client = await healthClient(access, endpoint);
    try {
      const { events = [] } = await client.send(
        new DescribeEventsCommand({ filter: { services: ['BEDROCK'] }, maxResults: 10 }),
      );
      return events.length > 0
        ? 'it answers, and holds events of Bedrock'
        : 'it answers, and holds no event of Bedrock';
    } catch (fault) {
      if (fault instanceof Error && fault.name === 'SubscriptionRequiredException')
        return 'no support plan: backfill is not possible, EventBridge delivers all the same';
      throw callError('health:DescribeEvents', fault);
    }
  });
}

async function checked(subject: string, fix: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { subject, state: 'fine', seen: await look(), fix: null };
  } catch (fault) {
    return notFine(subject, fix, fault);
  }
}

/** What AWS itself answered can be mended there; all else may be the network's fault. */
function notFine(subject: string, fix: string, fault: unknown): Finding {
  const said = fault instanceof Error ? fault.message : String(fault);
  const seen = fault instanceof CallError ? `${fault.call}: ${said}` : said;
  const { cause } = fault instanceof CallError ? fault : { cause: fault };
  return cause instanceof Error && '$metadata' in cause
    ? { subject, state: 'missing', seen, fix }
    : { subject, state: 'unknown', seen, fix: `${fix}, and look whether AWS can be reached from here` };
}
