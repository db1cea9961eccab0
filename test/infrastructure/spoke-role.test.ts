import { describe, expect, it } from 'vitest';
import { defaultSweepScope } from '../../domain/sweep-scope.ts';
import { calledActions } from './called-actions.ts';
import { standAloneTemplate } from './stand-alone-template.ts';

interface Statement {
  readonly Sid: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
}

const { Parameters, Resources } = standAloneTemplate('spoke-role');
const role = Resources['SundialSpoke']?.Properties ?? {};
const [policy] = role['Policies'] as readonly { PolicyDocument: { Statement: readonly Statement[] } }[];
const statements = policy?.PolicyDocument.Statement ?? [];
const actions = statements.flatMap(({ Action }) => Action);

const called = calledActions({
  'client-account': 'account',
  'client-bedrock': 'bedrock',
  'client-bedrock-agent': 'bedrock',
  'client-cloudtrail': 'cloudtrail',
  'client-cloudwatch': 'cloudwatch',
  'client-cloudwatch-logs': 'logs',
  'client-resource-groups-tagging-api': 'tag',
  'client-service-quotas': 'servicequotas',
});

describe('spoke-role.yml', () => {
  it('allows every call that a sweep makes in another account', () => {
    expect(called.length).toBeGreaterThan(20);
    expect(called.filter((action) => !actions.includes(action))).toEqual([]);
  });

  it('lets nothing be changed and no model be called', () => {
    expect(actions.filter((action) => !/^[a-z]+:(Get|List|Lookup)[A-Z]\w+$/.test(action)).toSorted()).toEqual([
      'logs:StartQuery',
      'logs:StopQuery',
    ]);
  });

  it('is about everything only where an action knows no resource', () => {
    const everything = statements.filter(({ Resource }) => Resource === '*').map(({ Sid }) => Sid);
    expect(everything).toEqual(['ListBedrock', 'ReadUse', 'ReadAnswers']);
  });

  it('names each action once, in alphabetical order', () => {
    expect(new Set(actions).size).toBe(actions.length);
    for (const { Action } of statements) expect([Action].flat()).toEqual([Action].flat().toSorted());
  });

  it('is assumed for an hour, by the hub’s roles alone, and by its organization where there is one', () => {
    expect(role['MaxSessionDuration']).toBe(3600);
    expect(role['AssumeRolePolicyDocument']).toMatchObject({
      Statement: [
        {
          Principal: { AWS: 'arn:${AWS::Partition}:iam::${HubAccountId}:root' },
          Condition: {
            ArnLike: { 'aws:PrincipalArn': 'arn:${AWS::Partition}:iam::${HubAccountId}:role/${HubRoleNames}' },
            StringEquals: ['HasOrganization', { 'aws:PrincipalOrgID': 'OrganizationId' }, 'AWS::NoValue'],
            StringLike: ['HasExternalId', { 'sts:ExternalId': 'ExternalId' }, 'AWS::NoValue'],
          },
        },
      ],
    });
  });

  it('has the name that sundial.yml means where it says nothing', () => {
    expect(Parameters['RoleName']?.Default).toBe(defaultSweepScope.role);
  });

  it.each`
    parameter               | value                   | fits
    ${'HubAccountId'}       | ${'111122223333'}       | ${true}
    ${'HubAccountId'}       | ${'1111'}               | ${false}
    ${'HubRoleNames'}       | ${'sundial-prod-*'}     | ${true}
    ${'OrganizationId'}     | ${''}                   | ${true}
    ${'OrganizationId'}     | ${'o-a1b2c3d4e5'}       | ${true}
    ${'OrganizationId'}     | ${'example'}            | ${false}
    ${'ExternalId'}         | ${'sundial*'}           | ${false}
    ${'InvocationLogGroup'} | ${'/aws/bedrock/calls'} | ${true}
    ${'InvocationLogGroup'} | ${'*'}                  | ${false}
  `(
    '$parameter may be "$value": $fits',
    ({ parameter, value, fits }: { parameter: string; value: string; fits: boolean }) => {
      expect(new RegExp(Parameters[parameter]?.AllowedPattern ?? 'x').test(value)).toBe(fits);
    },
  );
});
