import { describe, expect, it } from 'vitest';
import type { CustomModelMigration } from '../../../domain/custom-models/custom-model-migration.ts';
import { customModelMigrationStatuses } from '../../../domain/custom-models/custom-model-status.ts';
import { blockProblems } from '../../../templates/block-limits.ts';
import { customModelMessage } from '../../../templates/custom-models/custom-model-message.ts';
import { aCustomModelMigration, anApproval, boughtThroughput as thing } from '../../builders/custom-model-migration.ts';
import { wordsOf } from '../../builders/message-words.ts';

const approval = { ...anApproval, decision: { approved: true, by: 'U0000000001', at: '2026-11-20T09:00:00.000Z' } };
const outcome = {
  account: '444455556666',
  region: 'us-west-2',
  serving: 'deployment',
  key: null,
  model: 'arn:m',
  serves: null,
  why: null,
};

describe('the message of a custom model', () => {
  it.each`
    migration                                                                                                                                                                                               | words
    ${{}}                                                                                                                                                                                                   | ${'Proposed: nothing is started'}
    ${{ replacement: null }}                                                                                                                                                                                | ${'no replacement is named yet'}
    ${{ status: 'checking' }}                                                                                                                                                                               | ${'Started by nobody known.'}
    ${{ status: 'checking', startedBy: 'U0000000001' }}                                                                                                                                                     | ${'Started by <@U0000000001>.'}
    ${{ status: 'training', newName: 'support-lite-renewed-1' }}                                                                                                                                            | ${'`support-lite-renewed-1` is being trained on `amazon.nova-pro-v1:0`'}
    ${{ status: 'training', replacement: null }}                                                                                                                                                            | ${'This takes hours.'}
    ${{ status: 'deploying' }}                                                                                                                                                                              | ${'being made callable'}
    ${{ status: 'comparing' }}                                                                                                                                                                              | ${'compared with the old model'}
    ${{ status: 'awaitingApproval' }}                                                                                                                                                                       | ${'The comparison says: nothing.'}
    ${{ status: 'awaitingApproval', approval, verdict: { kind: 'ready', reasons: ['as good'] } }}                                                                                                           | ${'before 27 November 2026; then everything that was created is removed.\nas good'}
    ${{ status: 'promoting', approval }}                                                                                                                                                                    | ${'Approved by <@U0000000001>.'}
    ${{ status: 'promoting' }}                                                                                                                                                                              | ${'Approved by'}
    ${{ status: 'promoted', outcomes: [{ ...outcome, kind: 'done', serves: 'arn:s' }] }}                                                                                                                    | ${'us-west-2 (444455556666): `arn:s`'}
    ${{ status: 'promoted', outcomes: [{ ...outcome, kind: 'done' }] }}                                                                                                                                     | ${'us-west-2 (444455556666): `arn:m`'}
    ${{ status: 'promoted', outcomes: [{ ...outcome, kind: 'done', model: null }] }}                                                                                                                        | ${'has taken the old model'}
    ${{ status: 'promoted', outcomes: [{ ...outcome, kind: 'failed', why: 'no quota' }] }}                                                                                                                  | ${'failed: no quota'}
    ${{ status: 'promoted', outcomes: [{ ...outcome, kind: 'failed' }] }}                                                                                                                                   | ${'failed: no reason given'}
    ${{ status: 'promoting', outcomes: [{ ...outcome, kind: 'waiting' }] }}                                                                                                                                 | ${'under way'}
    ${{ status: 'worse', verdict: { kind: 'regressed', reasons: ['3 points worse'] } }}                                                                                                                     | ${'3 points worse'}
    ${{ status: 'worse' }}                                                                                                                                                                                  | ${'does worse than the old model'}
    ${{ status: 'refused', approval }}                                                                                                                                                                      | ${'Refused by <@U0000000001>'}
    ${{ status: 'refused' }}                                                                                                                                                                                | ${'Refused by'}
    ${{ status: 'expired' }}                                                                                                                                                                                | ${'Nobody decided in time'}
    ${{ status: 'cancelled', reason: 'cancelled by ana' }}                                                                                                                                                  | ${'cancelled by ana'}
    ${{ status: 'failed', reason: 'the check failed', problems: ['no data'] }}                                                                                                                              | ${'the check failed\n• no data'}
    ${{ status: 'failed', created: [{ ...thing, kept: true }] }}                                                                                                                                            | ${'Failed: what was created and not approved is removed.'}
    ${{ status: 'awaitingApproval', newName: 'new', outcomes: [{ account: '444455556666', region: 'us-east-1', serving: 'deployment', key: null, kind: 'failed', model: null, serves: null, why: 'no' }] }} | ${'could be carried to none of its targets'}
    ${{ status: 'failed', created: [thing] }}                                                                                                                                                               | ${'Failed: what was created is being removed.'}
    ${{ created: [thing] }}                                                                                                                                                                                 | ${'costs $20.00 an hour'}
    ${{ created: [{ ...thing, usdPerHour: null }] }}                                                                                                                                                        | ${'price not known'}
    ${{ created: [{ ...thing, kind: 'deployment', usdPerHour: 0 }] }}                                                                                                                                       | ${'costs nothing while it is not used'}
    ${{ created: [{ ...thing, removedAt: '2026-11-21T07:00:00.000Z' }] }}                                                                                                                                   | ${'removed'}
  `('says $words', ({ migration, words }: { migration: Partial<CustomModelMigration>; words: string }) => {
    expect(wordsOf(customModelMessage(aCustomModelMigration(migration)))).toContain(words);
  });

  it.each(customModelMigrationStatuses)('fits into Slack with long names and sixty targets: %s', (status) => {
    const migration = aCustomModelMigration({
      status,
      newName: '<@U1>'.repeat(40),
      reason: 'x'.repeat(5000),
      problems: Array.from({ length: 60 }, () => 'y'.repeat(500)),
      outcomes: Array.from({ length: 60 }, () => ({
        ...outcome,
        serving: 'deployment',
        key: null,
        kind: 'failed',
        why: 'z'.repeat(500),
      })),
      created: Array.from({ length: 60 }, () => thing),
    });

    expect(blockProblems(customModelMessage(migration))).toEqual([]);
  });
});
