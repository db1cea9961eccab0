import { describe, expect, it } from 'vitest';
import { ownedSection, withOwnedSection } from '../../adapters/trackers/owned-section.ts';
import type { TargetOutcome } from '../../domain/custom-models/custom-model-migration.ts';
import type { CustomModelMigrationStatus } from '../../domain/custom-models/custom-model-status.ts';
import { customModelsSection } from '../../templates/console/custom-models-section.ts';
import { migrationTicket } from '../../templates/migration-ticket.ts';
import { aCustomModelMigration } from '../builders/custom-model-migration.ts';
import { aMigration, aSituation } from '../builders/situation.ts';

const migrationIds = [aMigration().id];
const given = (overrides = {}) => aSituation({ customModels: [aCustomModelMigration({ migrationIds, ...overrides })] });
const ticketOf = (overrides = {}) => migrationTicket(given(overrides)).parts.join('\n\n');
const there = { account: '444455556666', region: 'us-west-2', serving: 'deployment', key: null } as const;

interface TickRow {
  readonly status: CustomModelMigrationStatus;
  readonly kinds: readonly TargetOutcome['kind'][];
  readonly ticked: readonly boolean[];
}

function customModelLines(ticket: string): readonly string[] {
  return ticket.split('\n').filter((line) => /^- \[[ x]\] Custom model /.test(line));
}

function stepsOf(overrides = {}) {
  return customModelLines(ticketOf(overrides));
}

describe('the ticket of a team with a custom model', () => {
  it('says how far it is, and by when it must be trained', () => {
    const ticket = ticketOf();

    expect(ticket).toContain('## Custom models');
    expect(ticket).toMatch(
      /Training begins by \*\*.+\*\* and is approved before \*\*.+\*\*: then the plan moves traffic\./,
    );
    expect(ticket).toContain('`support-lite` (111122223333, us-east-1): Proposed: nothing is started');
  });

  it('keeps the words of its steps while the workflow goes on, so that ticks stay', () => {
    expect(stepsOf()).toHaveLength(3);
    expect(stepsOf({ status: 'training', attempt: 1 })).toEqual(stepsOf());
    expect(ticketOf({ status: 'training', attempt: 1, newName: 'support-lite-renewed-1' })).toContain(
      '`support-lite-renewed-1` is being trained',
    );
  });

  it.each`
    status                | kinds                  | ticked                   | why
    ${'proposed'}         | ${[]}                  | ${[false, false, false]} | ${'nothing is done'}
    ${'awaitingApproval'} | ${[]}                  | ${[false, false, false]} | ${'it is trained and compared, and nobody decided'}
    ${'promoting'}        | ${['done', 'waiting']} | ${[false, false, false]} | ${'a promotion that fails everywhere leaves nothing of what was approved'}
    ${'promoted'}         | ${['done', 'failed']}  | ${[true, false, false]}  | ${'one Region is left to a person'}
    ${'promoted'}         | ${['done', 'done']}    | ${[true, true, false]}   | ${'where its callers are, only people know'}
    ${'failed'}           | ${['failed']}          | ${[false, false, false]} | ${'what was trained is removed'}
    ${'worse'}            | ${[]}                  | ${[false, false, false]} | ${'there is no successor'}
  `('ticks what the workflow has done while it is $status: $why', ({ status, kinds, ticked }: TickRow) => {
    const outcomes = kinds.map((kind) => ({ ...there, kind, model: null, serves: null, why: null }));

    expect(stepsOf({ status, outcomes }).map((line) => line.startsWith('- [x]'))).toEqual(ticked);
  });

  it('leaves the ticks of people, and ticks beside them', () => {
    const key = 'migration|platform';
    const before = ownedSection(key, ticketOf()).replace(/- \[ \] (.*point its callers)/, '- [x] $1');
    const outcomes = [{ ...there, kind: 'done', model: null, serves: null, why: null }];
    const after = withOwnedSection(before, key, ticketOf({ status: 'promoted', outcomes }));

    expect(customModelLines(after).map((line) => line.slice(0, 5))).toEqual(['- [x]', '- [x]', '- [x]']);
    // What was ticked stays so, also where the workflow has nothing to say of it.
    const failed = withOwnedSection(before, key, ticketOf({ status: 'failed' }));
    expect(customModelLines(failed).map((line) => line.slice(0, 5))).toEqual(['- [ ]', '- [ ]', '- [x]']);
  });

  it('tells custom models of one name in two Regions apart, and their ticks', () => {
    const one = aCustomModelMigration({ migrationIds, status: 'promoted' });
    const other = aCustomModelMigration({ migrationIds, customModel: { ...one.customModel, region: 'us-west-2' } });
    const { parts } = migrationTicket(aSituation({ customModels: [one, other] }));

    expect(new Set(customModelLines(parts.join('\n')).map((line) => line.slice(6))).size).toBe(6);
  });

  it('lists where it was promoted to', () => {
    const arn = 'arn:aws:bedrock:us-west-2:444455556666:custom-model-deployment/abcdefghijkl';
    const ticket = ticketOf({
      status: 'promoted',
      outcomes: [{ ...there, kind: 'done', model: null, serves: arn, why: null }],
    });

    expect(ticket).toContain(`us-west-2 (444455556666): \`${arn}\``);
    expect(ticket).not.toContain('Training begins by');
  });

  it('says nothing of custom models where there is none', () => {
    expect(migrationTicket(aSituation()).parts.join('\n')).not.toContain('Custom model');
  });
});

describe('custom models in the console', () => {
  it('show where they are on their way, what was created and what it costs', () => {
    const deployment = {
      kind: 'provisionedThroughput',
      arn: 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdefghijkl',
      account: '111122223333',
      region: 'us-east-1',
      usdPerHour: 2,
      createdAt: '2026-11-20T08:00:00.000Z',
      removedAt: null,
      kept: false,
    } as const;
    const html = customModelsSection(given({ status: 'comparing', attempt: 1, created: [deployment] }));

    expect(html).toContain('<li class="past">Training</li>');
    expect(html).toContain('<li class="now" aria-current="step">Comparison</li>');
    expect(html).toContain('<li class="ahead">Approval</li>');
    expect(html).toContain('$48.00 a day');
    expect(html).toContain('provisioned-model/abcdefghijkl');
  });

  it('say what ended otherwise, and are left out where there are none', () => {
    expect(customModelsSection(given({ status: 'expired', attempt: 1 }))).toContain('<span class="tag">Expired</span>');
    expect(customModelsSection(aSituation())).toBe('');
    expect(customModelsSection(given({ status: 'promoted', attempt: 1 }))).not.toContain('Train by');
  });

  it('show names that outsiders gave as text', () => {
    const { customModel } = aCustomModelMigration();
    const html = customModelsSection(given({ customModel: { ...customModel, name: '<b>x</b>' } }));

    expect(html).not.toContain('<b>x');
  });
});
