import { accounts } from '../../../story/organisation.ts';
import { bedrockArn } from '../arns.ts';
import type { Estate } from '../estate.ts';
import { models, us } from '../known-models.ts';

const { sonnet45, sonnet5, opus41, opus5, haiku45, novaLite } = models;
const tags = { team: 'payments', application: 'fraud' };
const profileArn = (id: string) =>
  bedrockArn({ account: accounts.payments, region: 'us-east-1' }, 'application-inference-profile', id);

/** A profile of its own, a prompt, a router, a custom model; and an IAM user whose last call to Opus 4.1 was on 2026-11-09. */
export const paymentsInVirginia: Estate = {
  applicationProfiles: [
    { id: 'fraudreview1', name: 'fraud-review', copiedFrom: us(sonnet45), until: '2027-01-12', tags },
    { id: 'fraudreview2', name: 'fraud-review-sonnet-5', copiedFrom: us(sonnet5), from: '2026-12-10', tags },
  ],
  prompts: [
    {
      id: 'DISPUTELT1',
      name: 'dispute-letter',
      until: '2026-12-14',
      tags: { team: 'payments' },
      versions: ['DRAFT', '1'].map((version) => ({ version, variants: { long: us(opus41), short: us(sonnet45) } })),
    },
    {
      id: 'DISPUTELT1',
      name: 'dispute-letter',
      from: '2026-12-14',
      tags: { team: 'payments' },
      versions: ['DRAFT', '2'].map((version) => ({ version, variants: { long: us(opus5), short: us(sonnet5) } })),
    },
  ],
  customModels: [
    {
      id: 'supportlite1',
      name: 'support-lite',
      foundationModel: `${novaLite}:300k`,
      until: '2026-12-20',
      tags: { team: 'payments', application: 'support' },
    },
  ],
  promptRouters: [
    {
      id: 'payrouter001',
      name: 'by-length',
      models: [us(sonnet45), us(haiku45)],
      fallback: us(haiku45),
      until: '2026-12-18',
    },
    {
      id: 'payrouter002',
      name: 'by-length-2',
      models: [us(sonnet5), us(haiku45)],
      fallback: us(haiku45),
      from: '2026-12-17',
    },
  ],
  uses: [
    {
      calledAs: profileArn('fraudreview1'),
      meteredAs: 'fraudreview1',
      model: sonnet45,
      endpoint: 'bedrock-runtime',
      principal: { role: 'fraud-scoring', session: 'fraud-scoring-lambda' },
      tokens: { input: 900, output: 60 },
      calls: [
        ['2026-12-10', 1500],
        ['2027-01-08', 0],
      ],
    },
    {
      calledAs: profileArn('fraudreview2'),
      meteredAs: 'fraudreview2',
      model: sonnet5,
      endpoint: 'bedrock-runtime',
      principal: { role: 'fraud-scoring', session: 'fraud-scoring-lambda' },
      tokens: { input: 980, output: 70 },
      calls: [
        ['2026-12-10', 0],
        ['2027-01-08', 1500],
      ],
    },
    {
      calledAs: us(opus41),
      model: opus41,
      endpoint: 'bedrock-runtime',
      principal: { user: 'dispute-letters' },
      tokens: { input: 3200, output: 900 },
      calls: [
        ['2026-11-09', 40],
        ['2026-11-10', 0],
      ],
    },
  ],
};
