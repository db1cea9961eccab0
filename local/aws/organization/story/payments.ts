import type { Estate } from '../estate.ts';
import { eu, models } from '../known-models.ts';

const { sonnet45, sonnet5 } = models;

/** Payments moves its Frankfurt calls from Sonnet 4.5 to Sonnet 5 from 2026-11-25 to 2027-01-10, in a straight line. */
export const paymentsInFrankfurt: Estate = {
  logsInvocations: true,
  uses: [
    {
      calledAs: eu(sonnet45),
      model: sonnet45,
      endpoint: 'bedrock-runtime',
      principal: { role: 'checkout-assistant', session: 'i-0a1b2c3d' },
      streams: true,
      requestMetadata: { team: 'payments', application: 'checkout' },
      tokens: { input: 1900, output: 320 },
      calls: [
        ['2026-11-25', 4200],
        ['2027-01-10', 0],
      ],
    },
    {
      calledAs: eu(sonnet5),
      model: sonnet5,
      endpoint: 'bedrock-runtime',
      principal: { role: 'checkout-assistant', session: 'i-0a1b2c3d' },
      streams: true,
      requestMetadata: { team: 'payments', application: 'checkout' },
      tokens: { input: 2050, output: 360 },
      calls: [
        ['2026-11-25', 0],
        ['2027-01-10', 4200],
      ],
    },
  ],
  knowledgeBases: [
    {
      id: 'POLICIES01',
      name: 'refund-policies',
      tags: { team: 'payments' },
      embedding: 'amazon.titan-embed-text-v2:0',
      sources: [{ name: 'policies' }],
    },
  ],
  flows: [
    {
      id: 'REFUNDTRG1',
      name: 'refund-triage',
      until: '2026-12-16',
      tags: { team: 'payments', application: 'refunds' },
      versions: ['DRAFT', '1'].map((version) => flowVersion(version, eu(sonnet45))),
      aliases: { live: '1' },
    },
    {
      id: 'REFUNDTRG1',
      name: 'refund-triage',
      from: '2026-12-16',
      tags: { team: 'payments', application: 'refunds' },
      versions: ['DRAFT', '2'].map((version) => flowVersion(version, eu(sonnet5))),
      aliases: { live: '2' },
    },
  ],
};

function flowVersion(version: string, model: string) {
  return { version, prompt: model, knowledgeBase: { id: 'POLICIES01', model } };
}
