import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPolicyDocument } from '../../../adapters/custom-models/policy-document.ts';
import { evaluate } from '../../../domain/iam/evaluate.ts';
import type { PolicyDocument, Statement } from '../../../domain/iam/policy-document.ts';
import type { PromotionTarget } from '../../../domain/custom-models/custom-model-migration.ts';
import type { Handlers } from '../../../local/aws/handlers.ts';
import { developmentAccount, hostingAccount } from '../../builders/import-terms.ts';
import type { HeardCall, NeededPermission } from '../../infrastructure/permissions-of-calls.ts';
import { permissionsOf } from '../../infrastructure/permissions-of-calls.ts';
import { standAloneTemplate } from '../../infrastructure/stand-alone-template.ts';
import { aRecustomisation } from '../recustomise-story.ts';

type Story = Awaited<ReturnType<typeof aRecustomisation>>;

const key = 'arn:aws:kms:us-east-1:111122223333:key/33333333-3333-3333-3333-333333333333';
const copyKey = 'arn:aws:kms:us-east-1:444455556666:key/44444444-4444-4444-4444-444444444444';
const targets: readonly PromotionTarget[] = [
  { account: hostingAccount, region: 'us-east-1', serving: 'provisioned', key: copyKey },
  { account: hostingAccount, region: 'us-west-2', serving: 'deployment', key: null },
];

/** What the template's policy says once it is deployed in an account. */
function policyIn(account: string): PolicyDocument {
  const { SundialCustomModels } = standAloneTemplate('custom-model-role').Resources;
  const [policy] = (SundialCustomModels?.Properties['Policies'] ?? []) as readonly { PolicyDocument: object }[];
  const deployed = JSON.stringify(policy?.PolicyDocument)
    .replaceAll('${AWS::Partition}', 'aws')
    .replaceAll(/\$\{AWS::AccountId\}|AWS::AccountId/g, account)
    .replaceAll('${TrainingRole}', 'BedrockTraining')
    .replaceAll('${TrainingBucket}', 'example-training');
  expect(deployed).not.toMatch(/\$\{|AWS::/);
  return readPolicyDocument(deployed, 'the policy of the template');
}

/** A permission that somebody needs, in the account of the call. */
interface Needed extends NeededPermission {
  readonly account: string;
}

/** By its own policies; what the other side of an account's border says is another test's. */
function isAllowed({ action, resource, context = {}, account }: Needed, statements: readonly Statement[]): boolean {
  const owner = resource.split(':')[4] ?? '';
  const principal = { kind: 'role', arn: `arn:aws:iam::${account}:role/SundialCustomModels`, account } as const;
  const asked = {
    principal,
    action,
    resource: { arn: resource, account, ownPolicyDecides: false },
    context: { 'aws:ResourceAccount': owner === '' ? account : owner, ...context },
  };
  const policy = { Version: '2012-10-17', Statement: statements };
  return evaluate(asked, { identity: [policy], resource: null }).kind === 'allowed';
}

/** The key of the model lets everybody in through Bedrock, and the roles that look read its policy. */
function withKeys(story: Story) {
  const anybody = { Effect: 'Allow', Principal: '*', Action: ['kms:*'], Resource: ['*'] } as const;
  story.keepKey(key, [anybody]);
  story.world.keys.set(copyKey, {
    arn: copyKey,
    account: hostingAccount,
    policy: { Version: '', Statement: [anybody] },
  });
}

async function heardIn(play: (story: Story) => Promise<unknown>, serving: 'onDemand' | 'provisioned' = 'onDemand') {
  const heard: HeardCall[] = [];
  const listening = (handlers: Handlers): Handlers =>
    Object.fromEntries(
      Object.entries(handlers).map(([name, handler]) => [
        name,
        (input: never, call) => {
          heard.push({ input, call });
          return handler(input, call);
        },
      ]),
    );
  const story = await aRecustomisation({ serving, targets }, hostingAccount, 'us-east-1', listening);
  story.promotion.throughputQuota = 9;
  withKeys(story);
  await play(story);
  return heard;
}

/** Up to the approval, whatever is decided then, and to the end; `null` cancels while it is trained. */
async function decided(story: Story, decision: 'approve' | 'refuse' | null) {
  const engine = story.begin();
  const people = story.modelsOf(engine);
  await people.start(story.id, 'U0000000001');
  if (decision === null) {
    story.customization.minutes = 1e6;
    while (story.customization.trainings.length < 2) await new Promise((resolve) => setTimeout(resolve, 2));
    await people.cancel(story.id, 'U0000000001');
  } else {
    await story.until('awaitingApproval');
    await people[decision](story.id, 'U0000000002');
  }
  await engine.idle();
}

/** Old and new are compared by whoever runs the comparison, who enters by the same role (handlers/custom-models/ask-anywhere.ts). */
const asked = ['custom-model-deployment', 'provisioned-model'].flatMap((kind) =>
  ['bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream'].map((action): Needed => ({
    action,
    resource: `arn:aws:bedrock:us-east-1:${developmentAccount}:${kind}/abcdef123456`,
    account: developmentAccount,
  })),
);

/** Whoever copies decrypts by the model's own key, which is the other account's. */
const decrypted: Needed = {
  action: 'kms:Decrypt',
  resource: key,
  account: hostingAccount,
  context: { 'kms:ViaService': 'bedrock.us-west-2.amazonaws.com' },
};

async function everyCall(): Promise<readonly Needed[]> {
  const heard = [
    ...(await heardIn(async (story) => {
      story.promotion.sharesWithOrganization = false;
      await decided(story, 'approve');
      // Targets of one account may be served in two ways.
      expect(story.record().outcomes.map(({ kind, serving }) => `${serving} ${kind}`)).toEqual([
        'provisioned done',
        'deployment done',
      ]);
    }, 'provisioned')),
    ...(await heardIn((story) => decided(story, 'refuse'), 'provisioned')),
    ...(await heardIn((story) => decided(story, null))),
    ...(await heardIn(async (story) => {
      story.promotion.refusing.set('us-east-1', 'Not here.').set('us-west-2', 'Not here.');
      const engine = story.begin();
      const people = story.modelsOf(engine);
      await people.start(story.id, 'U0000000001');
      await story.until('awaitingApproval');
      await people.approve(story.id, 'U0000000002');
      await story.until('promoting');
      await story.until('awaitingApproval');
      await people.refuse(story.id, 'U0000000002');
      await engine.idle();
    })),
  ];
  // What may be removed is told by its tag.
  for (const { input, call } of heard)
    if (call.call.includes(':Create')) expect(JSON.stringify(input)).toContain('"key":"created-by","value":"sundial"');
  const inAccount = (one: HeardCall) => permissionsOf(one).map((each) => ({ ...each, account: one.call.account }));
  const needed = [...heard.flatMap(inAccount), ...asked, decrypted];
  return [...new Map(needed.map((one) => [JSON.stringify(one), one])).values()];
}

const statementsIn = new Map(
  [developmentAccount, hostingAccount].map((account) => [account, policyIn(account).Statement] as const),
);
const allowedWith = (change: (statements: readonly Statement[]) => readonly Statement[]) => (one: Needed) =>
  isAllowed(one, change(statementsIn.get(one.account) ?? []));

describe('custom-model-role.yml, against every call of the whole workflow in both accounts', () => {
  it('allows them all, and has no statement and no action that none of them needs', async () => {
    const needed = await everyCall();
    const refused = needed.filter((one) => !allowedWith((statements) => statements)(one));

    expect(new Set(needed.map(({ action }) => action)).size).toBeGreaterThan(35);
    expect([...new Set(refused.map(({ action, resource }) => `${action} ${resource}`))]).toEqual([]);

    const statements = statementsIn.get(developmentAccount) ?? [];
    const idle = statements.flatMap(({ Sid = '', Action = [] }, index) =>
      Action.filter((action) =>
        needed.every(
          allowedWith((all) =>
            all.map((one, at) =>
              at === index ? { ...one, Action: (one.Action ?? []).filter((name) => name !== action) } : one,
            ),
          ),
        ),
      ).map((action) => `${Sid}: ${action}`),
    );

    expect(idle).toEqual([]);
  }, 600_000);

  it('is what Sundial’s own function is allowed in its account', () => {
    expect(readFileSync('infrastructure/recustomise-model.yml', 'utf8')).toContain(
      'custom-model-role.yml):Resources.SundialCustomModels.Properties.Policies.0.PolicyDocument}',
    );
  });
});
