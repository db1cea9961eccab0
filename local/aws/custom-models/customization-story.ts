import type { DateTime } from 'luxon';
import { policyDocument } from '../../../domain/iam/policy-document.ts';
import type { CustomModelWorld } from './custom-model-world.ts';
import type { SimulatedTraining } from './customization-world.ts';
import { customizationWorld } from './customization-world.ts';
import { importStoryTerms } from './import-story.ts';
import type { PromotionWorld } from './promotion-world.ts';
import { promotionStoryTerms } from './promotion-story.ts';

const account = importStoryTerms.developmentAccount;
const bucket = 'example-training';
const role = `arn:aws:iam::${account}:role/BedrockTraining`;
const legacy = 'amazon.nova-lite-v1:0:300k';

/** Names the role by which Sundial writes in the development account. */
export const writingRole = 'SundialCustomModels';

/** A question of a customer and the answer of the support, as one record of training data. */
function talk(index: number): string {
  return JSON.stringify({
    schemaVersion: 'bedrock-conversation-2024',
    system: [{ text: 'You answer customers of a bakery.' }],
    messages: [
      { role: 'user', content: [{ text: `Where is order ${index}?` }] },
      { role: 'assistant', content: [{ text: `Order ${index} leaves the bakery at noon.` }] },
    ],
  });
}

/** A custom Nova Lite of a development account, the job that made it, and the data, role and models to train it again. */
export function customizationStory(
  now: () => DateTime,
  world: CustomModelWorld,
  promotion: PromotionWorld,
  recordCount = 40,
) {
  const customization = customizationWorld(now);
  customization.bases.set(legacy, ['FINE_TUNING']);
  customization.bases.set('amazon.nova-pro-v1:0:300k', ['FINE_TUNING']);
  customization.legacy.add(legacy);

  const records = Array.from({ length: recordCount }, (_, index) => `${talk(index + 1)}\n`).join('');
  world.buckets.set(bucket, {
    owner: account,
    key: null,
    policy: null,
    objects: new Map([
      ['train.jsonl', records],
      ['validation.jsonl', records],
    ]),
  });
  world.roles.set(role, {
    arn: role,
    account,
    trust: policyDocument([
      { Effect: 'Allow', Principal: { Service: ['bedrock.amazonaws.com'] }, Action: ['sts:AssumeRole'] },
    ]),
    permissions: new Map(),
    attached: new Map(),
  });
  const writer = `arn:aws:iam::${account}:role/${writingRole}`;
  world.roles.set(writer, {
    arn: writer,
    account,
    trust: policyDocument([
      { Effect: 'Allow', Principal: { AWS: [importStoryTerms.hostingAccount] }, Action: ['sts:AssumeRole'] },
    ]),
    permissions: new Map([['Write', policyDocument([{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }])]]),
    attached: new Map(),
  });
  const original: SimulatedTraining = {
    arn: `arn:aws:bedrock:us-east-1:${account}:model-customization-job/${legacy}/supportjob01`,
    name: 'support-lite',
    token: 'made-by-hand',
    account,
    region: 'us-east-1',
    base: `arn:aws:bedrock:us-east-1::foundation-model/${legacy}`,
    type: 'FINE_TUNING',
    role,
    trainingData: `s3://${bucket}/train.jsonl`,
    validationData: [`s3://${bucket}/validation.jsonl`],
    outputData: `s3://${bucket}/out/`,
    hyperParameters: { epochCount: '2', learningRate: '0.00001', learningRateWarmupSteps: '10' },
    key: null,
    modelName: 'support-lite',
    model: promotionStoryTerms.model,
    tags: {},
    begun: now().minus({ months: 6 }),
    status: 'Completed',
    failure: null,
  };
  customization.trainings.push(original);
  const made = promotion.models.get(promotionStoryTerms.model);
  if (made) promotion.models.set(made.arn, { ...made, job: original.arn });
  return customization;
}
