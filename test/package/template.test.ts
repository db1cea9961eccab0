import { describe, expect, it } from 'vitest';
import { loadRules } from '../../local/rules.ts';
import { packagedFunctions, resourcesOf, templateText } from './template.ts';

interface Statement {
  readonly Sid?: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

const statements = resourcesOf('AWS::IAM::Role').flatMap(([role, properties]) =>
  (properties['Policies'] as readonly { PolicyDocument: { Statement: readonly Statement[] } }[]).flatMap((policy) =>
    policy.PolicyDocument.Statement.map((statement) => ({ role, ...statement })),
  ),
);

describe('the template', () => {
  it('holds no secret, and no function has one in its environment', () => {
    expect(templateText).not.toMatch(/xox[abprs]-|gh[pousr]_[A-Za-z0-9]{20}|github_pat_|AKIA[0-9A-Z]{16}|-----BEGIN/);
    for (const { environment } of packagedFunctions) {
      const secretNames = Object.keys(environment).filter((name) => /token|secret|password|key/i.test(name));
      expect(secretNames.toSorted()).toEqual(['SUNDIAL_GITHUB_TOKEN_PARAMETER', 'SUNDIAL_SLACK_TOKEN_PARAMETER']);
      for (const name of secretNames) expect(environment[name]).toMatch(/^\/(sundial|aws)\//);
    }
  });

  it('deploys every rule with the pattern of its file, on its bus', () => {
    const deployed = resourcesOf('AWS::Events::Rule').map(([, { Name, EventPattern, EventBusName }]) => ({
      name: String(Name).replace(/^sundial-\w+?-/, ''),
      pattern: EventPattern,
      bus: EventBusName ? 'sundial' : 'default',
    }));
    const written = loadRules().map(({ name, pattern, bus }) => ({ name, pattern, bus }));

    expect(deployed.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(written);
  });

  it('gives every function a role of its own', () => {
    const roles = resourcesOf('AWS::Lambda::Function').map(([, { Role }]) => JSON.stringify(Role));
    expect(new Set(roles).size).toBe(packagedFunctions.length);
  });

  it('allows no action on everything, and no action whole services at a time', () => {
    const resources = (statement: Statement) => JSON.stringify(statement.Resource);
    expect(statements.filter((statement) => /"\*"|^"\*"$/.test(resources(statement)))).toEqual([]);
    expect(statements.filter(({ Action }) => [Action].flat().some((action) => action.includes('*')))).toEqual([]);
  });

  it('uses a wildcard in a resource only where AWS gives names that nobody knows', () => {
    const wild = statements.filter(({ Resource }) => /[*?]/.test(JSON.stringify(Resource)));
    expect([...new Set(wild.map(({ Sid }) => Sid))].toSorted()).toEqual(['Log', 'ReadTokensInSecretsManager']);
  });

  it('lets each rule, and nobody else, write to its own queue', () => {
    const policies = resourcesOf('AWS::SQS::QueuePolicy').map(
      ([, { PolicyDocument }]) => (PolicyDocument as { Statement: readonly unknown[] }).Statement,
    );
    expect(policies.length).toBe(3);
    for (const statement of policies) {
      expect(statement).toEqual([
        {
          Effect: 'Allow',
          Principal: { Service: 'events.amazonaws.com' },
          Action: 'sqs:SendMessage',
          Resource: [expect.anything(), expect.anything()],
          Condition: { ArnEquals: { 'aws:SourceArn': { 'Fn::GetAtt': [expect.stringMatching(/Rule$/), 'Arn'] } } },
        },
      ]);
    }
  });

  it('encrypts every queue, and keeps dead letters for 14 days', () => {
    for (const [, queue] of resourcesOf('AWS::SQS::Queue')) {
      expect(queue['SqsManagedSseEnabled']).toBe(true);
      if (String(queue['QueueName']).endsWith('-dead-letters')) expect(queue['MessageRetentionPeriod']).toBe(1209600);
      else expect(queue['RedrivePolicy']).toMatchObject({ maxReceiveCount: 5 });
    }
  });

  it('hides a message for six times as long as a function may take', () => {
    const timeouts = resourcesOf('AWS::Lambda::Function')
      .filter(([, { FunctionName }]) => FunctionName !== 'sundial-dev-on-daily-tick')
      .map(([, { Timeout }]) => Number(Timeout));
    const hidden = resourcesOf('AWS::SQS::Queue').flatMap(([, { VisibilityTimeout }]) => VisibilityTimeout ?? []);

    expect(hidden.length).toBe(3);
    expect(Math.min(...hidden.map(Number))).toBeGreaterThanOrEqual(6 * Math.max(...timeouts));
  });

  it('returns only the failed events of a batch to the queue', () => {
    const sources = resourcesOf('AWS::Lambda::EventSourceMapping').map(([, source]) => source);
    expect(sources.length).toBe(3);
    for (const source of sources) expect(source['FunctionResponseTypes']).toEqual(['ReportBatchItemFailures']);
  });

  it('protects the table', () => {
    expect(resourcesOf('AWS::DynamoDB::Table').map(([, table]) => table)).toMatchObject([
      {
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        SSESpecification: { SSEEnabled: true },
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      },
    ]);
  });

  it('watches every dead-letter queue, every queue and every function', () => {
    const metrics = resourcesOf('AWS::CloudWatch::Alarm').map(([, { MetricName }]) => MetricName);
    const count = (name: string) => metrics.filter((metric) => metric === name).length;

    expect(count('ApproximateNumberOfMessagesVisible')).toBe(4);
    expect(count('ApproximateAgeOfOldestMessage')).toBe(3);
    expect(count('Errors')).toBe(packagedFunctions.length);
  });
});
