import { describe, expect, it } from 'vitest';
import { decide } from '../../domain/decide.ts';
import type { Told } from '../../domain/migration.ts';
import type { SituationParts } from '../builders/situation.ts';
import { aSituation, sonnet5 } from '../builders/situation.ts';

const cases = { team: { dataset: 's3://example-corp-cases/payments.jsonl' } };

function decided(parts: SituationParts, told: Told | null = null) {
  return decide(aSituation({ ...parts, migration: { ...parts.migration, told } }), [], 'same');
}

const requests = (decision: ReturnType<typeof decided>) =>
  decision.actions.flatMap((action) => (action.kind === 'requestComparison' ? [action.request] : []));

describe('a comparison that nobody asked for', () => {
  it('is asked for once the migration is open, with the replacement and over the cases of the team', () => {
    const opened = decided(cases);

    expect(requests(opened)).toEqual([]);
    expect(requests(decided(cases, opened.told))).toMatchObject([
      { candidate: sonnet5, region: 'eu-central-1', dataset: cases.team.dataset, requestedBy: null },
    ]);
  });

  it('is asked for once', () => {
    const { told } = decided(cases, decided(cases).told);

    expect(requests(decided(cases, told))).toEqual([]);
  });

  it('is asked for when a team gets cases of its own later', () => {
    const { told } = decided({});

    expect(requests(decided(cases, told))).toHaveLength(1);
  });

  it('is asked for again where the replacement is another', () => {
    const { told } = decided(cases, decided(cases).told);
    const chosen = { modelId: 'anthropic.claude-opus-5', by: 'U0123456789', at: '2026-11-20T09:00:00.000Z' };
    const replacements = new Map([['anthropic.claude-sonnet-4-5-20250929-v1:0', 'anthropic.claude-opus-5']]);
    const elsewhere = { ...cases, replacements, migration: { chosen } };

    expect(requests(decided(elsewhere, told))).toMatchObject([{ candidate: 'anthropic.claude-opus-5' }]);
  });

  it.each`
    parts                                                  | why
    ${{}}                                                  | ${'the team has no cases of its own'}
    ${{ ...cases, now: '2027-05-01T00:00:00Z' }}           | ${'the model answers nobody any more'}
    ${{ ...cases, migration: { modelId: 'acme.nobody' } }} | ${'nobody names a replacement'}
  `('is not asked for where $why', ({ parts }: { parts: SituationParts }) => {
    expect(requests(decided(parts, decided(parts).told))).toEqual([]);
  });
});
