import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultSweepScope } from '../../domain/sweep-scope.ts';
import { loadRules } from '../../local/rules.ts';
import { calledActions } from '../infrastructure/called-actions.ts';
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

const anything: unknown = expect.anything();

/** Each rule feeds a queue, and each queue a function. */
const rules = loadRules().length;

describe('the template', () => {
  it('holds no secret, and no function has one in its environment', () => {
    expect(templateText).not.toMatch(/xox[abprs]-|gh[pousr]_[A-Za-z0-9]{20}|github_pat_|AKIA[0-9A-Z]{16}|-----BEGIN/);
    for (const { environment } of packagedFunctions) {
      const secretNames = Object.keys(environment).filter((name) => /token|secret|password|key/i.test(name));
      expect(secretNames.filter((one) => one !== 'SUNDIAL_SLACK_SIGNING_SECRET_PARAMETER').toSorted()).toEqual([
        'SUNDIAL_GITHUB_TOKEN_PARAMETER',
        'SUNDIAL_SLACK_TOKEN_PARAMETER',
      ]);
      for (const name of secretNames) expect(environment[name]).toMatch(/^\/(sundial|aws)\//);
    }
  });

  it('deploys every rule with the pattern of its file, on its bus', () => {
    const deployed = resourcesOf('AWS::Events::Rule').map(([, { Name, EventPattern, EventBusName }]) => ({
      name: String(Name).replace(/^sundial-\w+?-/, ''),
      pattern: EventPattern,
      bus: EventBusName ? 'sundial' : 'default',
    }));
    // What Step Functions says of one machine goes straight to its function, or to the machine: no queue, no handler of events.
    for (const ofMachine of ['comparison-stopped', 'recustomise-model-stopped']) {
      const stopped = deployed.splice(
        deployed.findIndex(({ name }) => name === ofMachine),
        1,
      );
      expect(stopped).toMatchObject([{ bus: 'default', pattern: { source: ['aws.states'] } }]);
    }
    const written = loadRules().map(({ name, pattern, bus }) => ({ name, pattern, bus }));

    expect(deployed.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(written);
  });

  it('gives every function a role of its own', () => {
    const roles = resourcesOf('AWS::Lambda::Function').map(([, { Role }]) => JSON.stringify(Role));
    expect(new Set(roles).size).toBe(packagedFunctions.length);
  });

  it('allows an action on everything only where it knows no resource, and no action whole services at a time', () => {
    const everything = statements.filter(({ Resource }) => [Resource].flat().includes('*'));
    expect([...new Set(everything.map(({ Sid }) => Sid))].toSorted()).toEqual([
      'CreateShares',
      'DeliverLogs',
      'FindAndOpenOpsItems',
      'ListAccounts',
      'ListBatchJobs',
      'ListBedrock',
      'ListCustomModels',
      'ListEvaluationJobs',
      'ListModels',
      'LookAtCandidates',
      'ReadAnswers',
      'ReadHealth',
      'ReadQuotas',
      'ReadUse',
    ]);
    expect(statements.filter(({ Action }) => [Action].flat().some((action) => action.includes('*')))).toEqual([]);
  });

  it('uses a wildcard in a resource only where AWS gives names that nobody knows', () => {
    const wild = statements.filter(
      ({ Resource }) => ![Resource].flat().includes('*') && /[*?]/.test(JSON.stringify(Resource)),
    );
    expect([...new Set(wild.map(({ Sid }) => Sid))].toSorted()).toEqual([
      'AskCustomModels',
      'AskInvocationLog',
      'AskModels',
      'BeginBatchJobs',
      'Cancel',
      'CreateCustomModels',
      'DecryptSharedModels',
      'EnterAccounts',
      'EnterToAsk',
      'EnterToTrain',
      'KeepEvaluations',
      'KeepOpsItems',
      'KeepRun',
      'KeepUploads',
      'Log',
      'LookAtKeys',
      'MeasureBertScore',
      'ReadBedrock',
      'ReadDatasets',
      'ReadInvocationLog',
      'ReadManifest',
      'ReadModels',
      'ReadTokensInSecretsManager',
      'ReadTrackerTokens',
      'ReadTrackerTokensInSecretsManager',
      'ReadTraining',
      'ReadTrainingData',
      'ReadUploads',
      'RemoveCustomModels',
      'ShareCustomModels',
      'TrainModels',
      'UseAnswers',
      'UseModelKeys',
      'UseRecords',
      'WatchBatchJobs',
      'WatchChildren',
    ]);
  });

  it('may use the key of a custom model wherever it calls one, through Bedrock alone', () => {
    const callers = statements.filter(
      ({ Sid, Resource }) => Sid === 'AskModels' && JSON.stringify(Resource).includes('custom-model-deployment'),
    );
    const keys = statements.filter(({ Sid }) => Sid === 'UseModelKeys');

    expect(callers.map(({ role }) => role).toSorted()).toEqual(['AnswerCasesRole', 'PrepareComparisonRole']);
    expect(keys.map(({ role }) => role)).toEqual(expect.arrayContaining(callers.map(({ role }) => role)));
    for (const key of keys) expect(key).toMatchObject({ Condition: { StringLike: { 'kms:ViaService': anything } } });
  });

  it('enters other accounts only through the role that sundial.yml means where it says nothing', () => {
    const everybody = statements.filter(({ Action }) => [Action].flat().includes('sts:AssumeRole'));
    const forCustomModels = ['EnterToTrain', 'EnterToAsk'];
    const training = everybody.filter(({ Sid = '' }) => forCustomModels.includes(Sid));
    expect(training.map(({ role }) => role).toSorted()).toEqual([
      'AnswerCasesRole',
      'PrepareComparisonRole',
      'RecustomiseMachineRole',
      'RecustomiseModelRole',
    ]);
    for (const { Resource } of training)
      expect(JSON.stringify(Resource)).toContain(':iam::*:role/SundialCustomModels"');
    const entering = everybody.filter(({ Sid = '' }) => !forCustomModels.includes(Sid));
    expect(entering.map(({ role }) => role)).toEqual(['SweepLifecyclesRole', 'SweepAccountRole']);
    for (const { Resource } of entering)
      expect(JSON.stringify(Resource)).toContain(`:iam::*:role/${defaultSweepScope.role}"`);
  });

  it('lets its own functions ask AWS Health and AWS Organizations what they ask', () => {
    const allowed = statements.flatMap(({ Action }) => Action);
    const called = calledActions({ 'client-health': 'health', 'client-organizations': 'organizations' });

    expect(called.length).toBeGreaterThan(5);
    expect(called.filter((action) => !allowed.includes(action))).toEqual([]);
  });

  it('lets nobody but its rules, its own functions and, where it is named, an organization put events', () => {
    expect(resourcesOf('AWS::Events::EventBusPolicy').map(([, policy]) => policy)).toMatchObject([
      {
        EventBusName: 'default',
        Statement: {
          Action: 'events:PutEvents',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': { Ref: 'OrganizationId' } } },
        },
      },
    ]);
  });

  it('lets each rule, and nobody else, write to its own queue', () => {
    const policies = resourcesOf('AWS::SQS::QueuePolicy').map(
      ([, { PolicyDocument }]) => (PolicyDocument as { Statement: readonly unknown[] }).Statement,
    );
    expect(policies.length).toBe(rules);
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

  it('hides a message for six times as long as its function may take', () => {
    const functions = new Map(resourcesOf('AWS::Lambda::Function'));
    const queues = new Map(resourcesOf('AWS::SQS::Queue'));
    const named = (reference: unknown) =>
      (reference as { readonly 'Fn::GetAtt': readonly string[] })['Fn::GetAtt'][0] ?? '';
    const pairs = resourcesOf('AWS::Lambda::EventSourceMapping').map(([, { EventSourceArn, FunctionName }]) => ({
      hidden: Number(queues.get(named(EventSourceArn))?.['VisibilityTimeout']),
      takes: Number(functions.get(named(FunctionName))?.['Timeout']),
    }));

    expect(pairs.length).toBe(rules);
    for (const { hidden, takes } of pairs) expect(hidden).toBeGreaterThanOrEqual(6 * takes);
  });

  it('returns only the failed events of a batch to the queue', () => {
    const sources = resourcesOf('AWS::Lambda::EventSourceMapping').map(([, source]) => source);
    expect(sources.length).toBe(rules);
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

    const sweeping = ['list-sweep-accounts', 'sweep-account', 'conclude-sweep'];
    const asking = ['answer-cases', 'start-batch', 'collect-batch'];
    const comparing = ['prepare-comparison', ...asking, 'conclude-comparison', 'fail-comparison', 'recustomise-model'];
    // The daily ticks and the sweep have dead letters too.
    expect(count('ApproximateNumberOfMessagesVisible')).toBe(rules + 3);
    expect(count('ApproximateAgeOfOldestMessage')).toBe(rules);
    expect(count('Errors')).toBe(packagedFunctions.length - sweeping.length - comparing.length);
  });

  it('lets the function that Slack calls read two secrets and put events on its bus, and nothing else', () => {
    const rights = statements
      .filter(({ role, Sid }) => role === 'OnSlackRole' && Sid !== 'Log')
      .map(({ Action, Resource }) => [Action, JSON.stringify(Resource)] as const);

    expect(rights).toEqual([
      ['ssm:GetParameter', expect.stringMatching(/slack-token.*slack-signing-secret/)],
      ['secretsmanager:GetSecretValue', expect.stringMatching(/slack-token-\?{6}.*slack-signing-secret-\?{6}/)],
      ['events:PutEvents', '{"Fn::GetAtt":["SundialBus","Arn"]}'],
    ]);
  });

  it('has two ways in from the internet, for Slack and for trackers, and no flood through them', () => {
    expect(resourcesOf('AWS::ApiGatewayV2::Route').map(([, { RouteKey }]) => RouteKey)).toEqual([
      'POST /slack/events',
      'POST /tickets/{tracker}',
    ]);
    expect(resourcesOf('AWS::ApiGatewayV2::Stage').map(([, stage]) => stage)).toMatchObject([
      { DefaultRouteSettings: { ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 } },
    ]);
  });

  it('hears of drift, of unknown places and of Slack’s requests by what the handlers log', () => {
    const filters = resourcesOf('AWS::Logs::MetricFilter').map(([, filter]) => filter);
    const handlers = readdirSync('handlers', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`handlers/${file}`, 'utf8'));
    const alarmed = resourcesOf('AWS::CloudWatch::Alarm').map(
      ([, { Namespace, MetricName }]) => `${String(Namespace)} ${String(MetricName)}`,
    );

    // Counted, and nobody is called for it: Slack itself sends again what it is unsure of.
    const quiet = 'RepeatedSlackRequests';

    expect(filters.length).toBe(11);
    for (const { FilterPattern, MetricTransformations } of filters) {
      const message = /"(?<message>[^"]+)"/.exec(String(FilterPattern))?.groups?.['message'] ?? '';
      expect(handlers.some((text) => text.includes(`'${message}'`))).toBe(true);
      const [{ MetricNamespace, MetricName } = {}] = MetricTransformations as Record<string, string>[];
      if (MetricName !== quiet) expect(alarmed).toContain(`${MetricNamespace} ${MetricName}`);
    }
  });
});

describe('the state machine of the sweep', () => {
  const [machine] = resourcesOf('AWS::StepFunctions::StateMachine').map(([, properties]) => properties);

  it('is the definition in state-machines/, with everything filled in', () => {
    const names = [...JSON.stringify(machine?.['Definition']).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name);

    expect([...new Set(names)].toSorted()).toEqual(
      Object.keys(machine?.['DefinitionSubstitutions'] as object).toSorted(),
    );
    expect(machine).toMatchObject({ StateMachineType: 'STANDARD', LoggingConfiguration: { Level: 'ERROR' } });
  });

  it('may call its three functions and start its own children, and nothing else', () => {
    const allowed = statements.filter(({ role }) => role === 'SweepRole').flatMap(({ Action }) => Action);
    const called = statements.find(({ role, Sid }) => role === 'SweepRole' && Sid === 'Call')?.Resource;

    expect(allowed.filter((action) => !action.startsWith('logs:')).toSorted()).toEqual([
      'lambda:InvokeFunction',
      'states:DescribeExecution',
      'states:RedriveExecution',
      'states:StartExecution',
      'states:StopExecution',
    ]);
    expect(called).toHaveLength(3);
  });

  it('is started by a schedule, as other functions are, that keeps what it could not start', () => {
    const schedules = resourcesOf('AWS::Scheduler::Schedule').map(([, { Name, Target }]) => [Name, Target]);
    expect(schedules).toMatchObject([
      [
        'sundial-dev-tick-custom-models',
        { DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['RecustomiseModelDeadLetters', 'Arn'] } } },
      ],
      ['sundial-dev-daily-tick', { DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['DailyTickDeadLetters', 'Arn'] } } }],
      ['sundial-dev-sweep-lifecycles', { DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['SweepDeadLetters', 'Arn'] } } }],
      [
        'sundial-dev-sweep',
        { Arn: { Ref: 'Sweep' }, DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['SweepDeadLetters', 'Arn'] } } },
      ],
      ['sundial-dev-backfill-health', { DeadLetterConfig: { Arn: { 'Fn::GetAtt': ['SweepDeadLetters', 'Arn'] } } }],
    ]);
  });
});
