import { describe, expect, it } from 'vitest';
import { loadRules } from '../../local/rules.ts';
import { standAloneTemplate } from './stand-alone-template.ts';

const { Resources } = standAloneTemplate('spoke-events');
const rules = Object.values(Resources).filter(({ Type }) => Type === 'AWS::Events::Rule');

describe('spoke-events.yml', () => {
  it('forwards what the hub’s rules listen to on the default bus, by the same patterns', () => {
    const listened = loadRules().filter(({ bus }) => bus === 'default');
    const patterns = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).toSorted();

    expect(patterns(rules.map(({ Properties }) => Properties['EventPattern']))).toEqual(
      patterns(listened.map(({ pattern }) => pattern)),
    );
  });

  it('forwards to the default bus of the hub, with a role, and keeps what cannot be delivered', () => {
    for (const { Properties } of rules)
      expect(Properties['Targets']).toEqual([
        {
          Id: 'hub',
          Arn: 'arn:${AWS::Partition}:events:${HubRegion}:${HubAccountId}:event-bus/default',
          RoleArn: 'ForwardRole.Arn',
          DeadLetterConfig: { Arn: 'Undelivered.Arn' },
        },
      ]);
    expect(Resources['Undelivered']).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { SqsManagedSseEnabled: true, MessageRetentionPeriod: 1209600 },
    });
  });

  it('makes nothing where the hub itself is, so that no event goes in a circle', () => {
    expect(Object.values(Resources).map(({ Condition }) => Condition)).toEqual(
      Object.keys(Resources).map(() => 'IsSpoke'),
    );
  });

  it('names nothing, so that every Region of an account can have one', () => {
    for (const { Properties } of Object.values(Resources))
      expect(Object.keys(Properties).filter((name) => /^(Role|Queue|Alarm)?Name$/.test(name))).toEqual([]);
  });
});
