import { setTimeout } from 'node:timers/promises';
import type { DateTime } from 'luxon';
import type { AwsAccess } from '../adapters/aws-access.ts';
import { awsAccess } from '../adapters/aws-access.ts';
import { policyDocument } from '../domain/iam/policy-document.ts';
import { customModelMemory } from './aws/custom-models/custom-model-memory.ts';
import { customModelOrganization } from './aws/custom-models/custom-model-organization.ts';
import { customizationStory, writingRole } from './aws/custom-models/customization-story.ts';
import { importStory } from './aws/custom-models/import-story.ts';
import { promotionStory } from './aws/custom-models/promotion-story.ts';
import { startFakeAws } from './aws/server.ts';
import type { Pause } from './state-machine/run.ts';
import { accounts } from './story/organisation.ts';

/** The accounts of the story, as far as custom models are made, carried and imported in them. */
export interface SimulatedCustomModels {
  /** As the development account, which is Sundial's own. */
  readonly access: AwsAccess;
  readonly now: () => DateTime;
  /** Lets the clock of these accounts run ahead: what takes hours is over. */
  readonly pass: (milliseconds: number) => void;
  /** A moment of the machine's time, in which theirs passes. */
  readonly sleep: Pause;
  /** The administrator of the development account adds what its key's policy lacks. */
  readonly mendDevelopmentKey: () => void;
  readonly close: () => Promise<void>;
}

/** Enough for the comparison of an equally good model to end with a verdict. */
const recordCount = 100;

/** Milliseconds: work beside it, a comparison say, goes on meanwhile. */
const moment = 15;

/** `file` keeps what is made there; `null` keeps it no longer than the process. */
export async function startSimulatedCustomModels(
  now: () => DateTime,
  file: string | null,
): Promise<SimulatedCustomModels> {
  const clock = { ahead: 0 };
  const later = () => now().plus(clock.ahead);
  const { world, mendDevelopmentKey } = importStory(later, ['developmentKeyPolicy']);
  const promotion = promotionStory(later);
  const customization = customizationStory(later, world, promotion, recordCount);
  const writer = `arn:aws:iam::${accounts.support}:role/${writingRole}`;
  world.roles.set(writer, {
    arn: writer,
    account: accounts.support,
    trust: policyDocument([{ Effect: 'Allow', Principal: { AWS: [accounts.payments] }, Action: ['sts:AssumeRole'] }]),
    permissions: new Map([['Write', policyDocument([{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }])]]),
    attached: new Map(),
  });
  const { save, keeping } = customModelMemory(file, { world, promotion, customization, clock });
  const { handlers, ...organization } = customModelOrganization(
    world,
    [accounts.payments, accounts.support],
    ['us-east-1', 'us-west-2'],
    promotion,
    customization,
  );
  const aws = await startFakeAws({ organization: { ...organization, handlers: keeping(handlers) } });

  const pass = (milliseconds: number) => {
    clock.ahead += milliseconds;
    save();
  };
  return {
    access: { ...awsAccess({ endpoint: aws.endpoint, credentials: aws.credentials }), maxAttempts: 2 },
    now: later,
    pass,
    async sleep(milliseconds, signal) {
      await setTimeout(moment, undefined, { signal });
      pass(milliseconds);
    },
    mendDevelopmentKey() {
      mendDevelopmentKey();
      save();
    },
    close: aws.close,
  };
}
