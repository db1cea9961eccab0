import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { comparisonConcluded } from '../../domain/comparison-concluded.ts';
import { customModelMigrationChanged } from '../../domain/custom-models/custom-model-migration-changed.ts';
import { migrationChanged } from '../../domain/migration-changed.ts';
import { readComparisonRequested } from '../../events/comparison-requested.ts';
import { readSlackRequest } from '../../events/slack-request.ts';
import { readTicketChanged } from '../../events/ticket-changed.ts';
import { readModelLifecycleChanged } from '../../events/model-lifecycle-changed.ts';
import { loadRules } from '../../local/rules.ts';
import { aRequest, aRun, aSummary } from '../builders/comparison.ts';
import { aCustomModelMigration } from '../builders/custom-model-migration.ts';
import { aSituation, saidByHealth } from '../builders/situation.ts';
import { fixture, fixtureNames } from '../fixtures/fixture.ts';
import {
  ComparisonConcluded,
  ComparisonRequested,
  CustomModelMigrationChanged,
  MigrationChanged,
  ModelLifecycleChanged,
  SlackRequestReceived,
  TicketChanged,
} from './event-schemas.ts';
import { eventSchema, jsonFile } from './json-schema.ts';

const folder = join(import.meta.dirname, '../../docs/events');

function sample(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.sample.json`), 'utf8'));
}

function rulesFor(event: unknown): string[] {
  return loadRules()
    .filter(({ matches }) => matches(event))
    .map(({ name }) => name);
}

describe.each([
  { name: 'model-lifecycle-changed', title: 'Model Lifecycle Changed', schema: ModelLifecycleChanged },
  { name: 'migration-changed', title: 'Migration Changed', schema: MigrationChanged },
  { name: 'comparison-requested', title: 'Comparison Requested', schema: ComparisonRequested },
  { name: 'slack-request-received', title: 'Slack Request Received', schema: SlackRequestReceived },
  { name: 'ticket-changed', title: 'Ticket Changed', schema: TicketChanged },
  { name: 'comparison-concluded', title: 'Comparison Concluded', schema: ComparisonConcluded },
  {
    name: 'custom-model-migration-changed',
    title: 'Custom Model Migration Changed',
    schema: CustomModelMigrationChanged,
  },
])('$title', ({ name, title, schema }) => {
  it('has the schema that stands in docs/events; renew it with npx vitest run test/docs -u', async () => {
    const text = await jsonFile(eventSchema(schema, title));

    await expect(text).toMatchFileSnapshot(join(folder, `${name}.schema.json`));
  });

  it('has a sample that its schema accepts, with no field the schema does not know', () => {
    expect(z.parse(schema, sample(name))).toEqual(sample(name));
  });

  it('is documented', () => {
    const page = readFileSync(join(folder, '../events.md'), 'utf8');

    expect(page).toContain(`\`${title}\``);
    expect(page).toContain(`events/${name}.schema.json`);
    expect(page).toContain(`events/${name}.sample.json`);
  });
});

describe('the sample of Model Lifecycle Changed', () => {
  it('reaches its own rule and no other', () => {
    expect(rulesFor(sample('model-lifecycle-changed'))).toEqual(['sundial-lifecycle']);
  });

  it('is read as a notice', () => {
    const notice = readModelLifecycleChanged(sample('model-lifecycle-changed'));

    expect(notice).toMatchObject({
      modelId: 'ai21.jamba-1-5-large-v1:0',
      regions: ['us-east-1'],
      accounts: ['444455556666'],
      dates: { legacy: '2026-05-26', extendedAccess: '2026-08-26', endOfLife: '2026-11-26' },
      source: 'api',
    });
  });
});

describe('the schema of Model Lifecycle Changed', () => {
  it.each(fixtureNames('sundial-lifecycle'))('accepts the fixture %s', (name) => {
    expect(z.safeParse(ModelLifecycleChanged, fixture('sundial-lifecycle', name)).error).toBeUndefined();
  });

  it.each`
    change                                                                        | why
    ${{ regions: [] }}                                                            | ${'a change is about some Region'}
    ${{ withdrawn: 'yes' }}                                                       | ${'gone or not is true, false or unknown'}
    ${{ accounts: ['4444'] }}                                                     | ${'an account has 12 digits'}
    ${{ modelId: null }}                                                          | ${'a change is about some model'}
    ${{ dates: { legacy: '2026-02-30', extendedAccess: null, endOfLife: null } }} | ${'a day exists'}
    ${{ dates: { legacy: null, extendedAccess: null } }}                          | ${'a date nobody knows is null, not left out'}
  `('refuses what the reader refuses: $why', ({ change }: { change: object }) => {
    const event = sample('model-lifecycle-changed') as { readonly detail: object };
    const wrong = { ...event, detail: { ...event.detail, ...change } };

    expect(() => readModelLifecycleChanged(wrong)).toThrow();
    expect(z.safeParse(ModelLifecycleChanged, wrong).success).toBe(false);
  });
});

describe('the sample of Migration Changed', () => {
  const situation = aSituation({ heard: { words: [saidByHealth('endOfLife', '2027-04-08')] } });
  const key = `publishEvent|${situation.migration.id}|opened`;

  it('is what the domain makes', () => {
    expect(sample('migration-changed')).toMatchObject({ detail: migrationChanged(situation, 'opened', key) });
  });

  it('reaches none of our own rules: it is for other teams', () => {
    expect(rulesFor(sample('migration-changed'))).toEqual([]);
  });

  it.each`
    why                                  | parts
    ${'nobody gives a date'}             | ${{ migration: { modelId: 'acme.unknown-v1:0' } }}
    ${'nothing was opened yet'}          | ${{ migration: { ticket: null, thread: null } }}
    ${'the model is at its end of life'} | ${{ now: '2027-05-01T00:00:00Z' }}
  `('has a shape that holds where $why', ({ parts }: { parts: Parameters<typeof aSituation>[0] }) => {
    const detail = migrationChanged(aSituation(parts), 'changed', 'a key');
    const event = { ...(sample('migration-changed') as object), detail };

    expect(z.parse(MigrationChanged, event)).toEqual(event);
  });
});

describe('the sample of Comparison Requested', () => {
  it('reaches its own rule and no other', () => {
    expect(rulesFor(sample('comparison-requested'))).toEqual(['sundial-comparison']);
  });

  it('is read as a request', () => {
    expect(readComparisonRequested(sample('comparison-requested'))).toEqual(aRequest());
  });
});

describe('the schema of Comparison Requested', () => {
  it.each(fixtureNames('sundial-comparison'))('accepts the fixture %s', (name) => {
    const event = fixture('sundial-comparison', name);

    expect(z.safeParse(ComparisonRequested, event).error).toBeUndefined();
    expect(() => readComparisonRequested(event)).not.toThrow();
  });

  it.each`
    change                  | why
    ${{ current: '' }}      | ${'a model has a name'}
    ${{ region: 'Europe' }} | ${'a Region has a code'}
    ${{ dataset: null }}    | ${'without cases there is nothing to compare'}
    ${{ sample: 0 }}        | ${'a sample holds a case'}
    ${{ budget: -1 }}       | ${'nobody is paid for a run'}
    ${{ engine: 'flex' }}   | ${'there is no such way to ask'}
  `('refuses what the reader refuses: $why', ({ change }: { change: object }) => {
    const event = sample('comparison-requested') as { readonly detail: object };
    const wrong = { ...event, detail: { ...event.detail, ...change } };

    expect(() => readComparisonRequested(wrong)).toThrow();
    expect(z.safeParse(ComparisonRequested, wrong).success).toBe(false);
  });
});

describe('the sample of Comparison Concluded', () => {
  const over = { endedAt: '2026-11-20T10:00:00.000Z' } as const;

  it('is what the domain makes', () => {
    const run = aRun({ ...over, status: 'concluded', summary: aSummary() });

    expect(sample('comparison-concluded')).toMatchObject({ detail: comparisonConcluded(run) });
  });

  it('reaches none of our own rules: it is for other teams', () => {
    expect(rulesFor(sample('comparison-concluded'))).toEqual([]);
  });

  it.each`
    run                                                                            | why
    ${{ status: 'failed', reason: 'no case' }}                                     | ${'it failed'}
    ${{ status: 'cancelled', reason: 'U00000001' }}                                | ${'somebody cancelled it'}
    ${{ status: 'concluded', summary: aSummary({ primary: null, report: null }) }} | ${'there was no metric'}
  `('has a shape that holds where $why', ({ run }: { run: Parameters<typeof aRun>[0] }) => {
    const event = {
      ...(sample('comparison-concluded') as object),
      detail: comparisonConcluded(aRun({ ...over, ...run })),
    };

    expect(z.parse(ComparisonConcluded, event)).toEqual(event);
  });
});

describe('the sample of Custom Model Migration Changed', () => {
  it('is what the domain makes', () => {
    const detail = customModelMigrationChanged(aCustomModelMigration());

    expect(sample('custom-model-migration-changed')).toMatchObject({ detail });
  });

  it('reaches none of our own rules: it is for other teams', () => {
    expect(rulesFor(sample('custom-model-migration-changed'))).toEqual([]);
  });
});

describe('the sample of Slack Request Received', () => {
  it('reaches its own rule and no other', () => {
    expect(rulesFor(sample('slack-request-received'))).toEqual(['sundial-slack']);
  });
});

describe('Ticket Changed', () => {
  it('reaches its own rule and no other', () => {
    expect(rulesFor(sample('ticket-changed'))).toEqual(['sundial-tickets']);
  });

  it.each(fixtureNames('sundial-tickets'))('its schema accepts the fixture %s, and so does the reader', (name) => {
    const event = fixture('sundial-tickets', name);

    expect(z.safeParse(TicketChanged, event).error).toBeUndefined();
    expect(readTicketChanged(event)).toEqual((event as { readonly detail: unknown }).detail);
  });
});

describe('the schema of Slack Request Received', () => {
  it.each(fixtureNames('sundial-slack'))('accepts the fixture %s, and so does the reader', (name) => {
    const event = fixture('sundial-slack', name);

    expect(z.safeParse(SlackRequestReceived, event).error).toBeUndefined();
    expect(readSlackRequest(event)).toEqual((event as { readonly detail: unknown }).detail);
  });

  it.each`
    change                                                            | why
    ${{ user: 'ana' }}                                                | ${'a person is known by their id'}
    ${{ key: undefined }}                                             | ${'without a key a request could be done twice'}
    ${{ asked: { kind: 'sing' } }}                                    | ${'nobody asks for that'}
    ${{ asked: { kind: 'button', button: 'delete', about: 'x' } }}    | ${'there is no such button'}
    ${{ asked: { kind: 'submitForm', form: 'snooze', about: null } }} | ${'a form has fields'}
  `('refuses what the reader refuses: $why', ({ change }: { change: object }) => {
    const event = sample('slack-request-received') as { readonly detail: object };
    const wrong = { ...event, detail: { ...event.detail, ...change } };

    expect(() => readSlackRequest(wrong)).toThrow();
    expect(z.safeParse(SlackRequestReceived, wrong).success).toBe(false);
  });
});
