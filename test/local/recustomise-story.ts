import { onTestFinished } from 'vitest';
import { awsAccess } from '../../adapters/aws-access.ts';
import type { Statement } from '../../domain/iam/policy-document.ts';
import { policyDocument } from '../../domain/iam/policy-document.ts';
import type { ComparisonRun } from '../../domain/comparison-run.ts';
import type { CustomModelMigration, PromotionTarget } from '../../domain/custom-models/custom-model-migration.ts';
import { customModelMigrations } from '../../handlers/custom-models/custom-model-migrations.ts';
import type { RecustomiseDeps } from '../../handlers/custom-models/recustomise-ports.ts';
import { recustomiseWorld } from '../../handlers/custom-models/recustomise-world.ts';
import { customModelOrganization } from '../../local/aws/custom-models/custom-model-organization.ts';
import type { Handlers } from '../../local/aws/handlers.ts';
import { customizationStory, writingRole } from '../../local/aws/custom-models/customization-story.ts';
import { startFakeAws } from '../../local/aws/server.ts';
import type { LocalRecustomising } from '../../local/recustomising.ts';
import { localRecustomising } from '../../local/recustomising.ts';
import type { Pause } from '../../local/state-machine/run.ts';
import { aRun, aSummary } from '../builders/comparison.ts';
import { aCustomModelMigration } from '../builders/custom-model-migration.ts';
import { aCustomModelWorld } from '../builders/custom-model-world.ts';
import { developmentAccount, hostingAccount } from '../builders/import-terms.ts';
import { customModelDeps } from '../fakes/custom-model-deps.ts';

const { id } = aCustomModelMigration();

export const twoRegions: readonly PromotionTarget[] = ['us-east-1', 'us-west-2'].map((region) => ({
  account: hostingAccount,
  region,
  serving: 'deployment',
  key: null,
}));

interface Told {
  verdict: 'ready' | 'regressed' | 'inconclusive' | 'failed' | 'none yet';
}

/** What a killed process could no longer do. */
export interface Through {
  readonly deps: (deps: Live) => Live;
  readonly sleep: (sleep: Pause) => Pause;
}

type Live = Omit<RecustomiseDeps, 'recustomising' | 'tasks'>;

const alive: Through = { deps: (deps) => deps, sleep: (sleep) => sleep };

/** One custom model on a Legacy base, proposed, with everything that it takes to train it again, over the wire, on a clock that waits for nobody. */
export async function aRecustomisation(
  settings: Partial<RecustomiseDeps['configuration']['customModels']> = {},
  own = hostingAccount,
  ownRegion = 'us-east-1',
  listening = (handlers: Handlers) => handlers,
) {
  const made = aCustomModelWorld();
  const { world, promotion } = made;
  const customization = customizationStory(made.now, world, promotion);
  const other = own === hostingAccount ? developmentAccount : hostingAccount;
  const organization = customModelOrganization(
    world,
    [own, other],
    ['us-east-1', 'us-west-2'],
    promotion,
    customization,
  );
  const aws = await startFakeAws({
    organization: { ...organization, handlers: listening(organization.handlers) },
  });
  onTestFinished(aws.close);
  const access = { ...awsAccess({ endpoint: aws.endpoint, credentials: aws.credentials }), maxAttempts: 1 };

  const fake = customModelDeps();
  fake.kept.set(id, { ...aCustomModelMigration({ told: 1 }), version: 1 });
  const runs: ComparisonRun[] = [];
  const told: Told = { verdict: 'ready' };
  const customModels = {
    ...fake.deps.configuration.customModels,
    role: writingRole,
    targets: twoRegions,
    ...settings,
  };
  const configuration = { ...fake.deps.configuration, customModels };
  const { accessAs, ...accounts } = recustomiseWorld(() => Promise.resolve(access), ownRegion, {
    configuration,
    now: made.now,
  });
  const live = (): Live => ({
    ...fake.deps,
    configuration,
    now: made.now,
    ...accounts,
    runs: { runs: () => Promise.resolve(runs) },
    keepDataset: (name, bytes) => {
      fake.world.did.push(`dataset ${name} ${new TextDecoder().decode(bytes).split('\n').length - 1}`);
      return Promise.resolve(`s3://sundial-runs/datasets/${name}`);
    },
    requestComparison: (asked) => {
      if (!runs.some(({ keys = [] }) => keys.includes(asked.key))) runs.push(concludedRun(asked, told));
      return Promise.resolve();
    },
  });
  let isExpired = false;
  const deadline: Pause = async (milliseconds, signal) => {
    // The days of a person are over when the test says so; nothing else takes too long.
    while (!(isExpired && milliseconds > 400_000 && milliseconds < 1e9)) {
      signal.throwIfAborted();
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await made.pass(milliseconds);
  };
  const begin = (through: Through = alive): LocalRecustomising => {
    const engine = localRecustomising({
      deps: () => through.deps(live()),
      accessAs,
      region: ownRegion,
      sleep: through.sleep(async (milliseconds, signal) => {
        await new Promise((resolve) => setImmediate(resolve));
        signal.throwIfAborted();
        await made.pass(milliseconds);
      }),
      deadline,
    });
    onTestFinished(() => engine.close());
    return engine;
  };
  const modelsOf = (engine: Pick<LocalRecustomising, 'start' | 'stop' | 'tasks'>, through: Through = alive) =>
    customModelMigrations({ ...through.deps(live()), recustomising: engine, tasks: engine.tasks });
  const now = (): CustomModelMigration => fake.kept.get(id) ?? aCustomModelMigration();
  /** Resolves once it is so, or everything has ended. */
  const until = async (status: CustomModelMigration['status']) => {
    for (let left = 4000; left > 0 && now().status !== status; left -= 1)
      await new Promise((resolve) => setTimeout(resolve, 2));
    if (now().status !== status)
      throw new Error(`is ${now().status}: ${now().reason ?? ''} ${now().problems.join(' ')}`);
  };
  return {
    ...made,
    id,
    kept: fake.kept,
    announced: fake.announced,
    /** What was said and done beside AWS. */
    heard: fake.world,
    data: () => world.buckets.get('example-training')?.objects ?? new Map<string, string>(),
    /** The original model is encrypted with a key whose policy lets nobody of another account in, or says what it is told to. */
    keepKey(key: string, statements?: readonly Statement[]) {
      const training = customization.trainings[0];
      if (training) customization.trainings[0] = { ...training, key };
      const own = { AWS: [developmentAccount] };
      const policy = policyDocument(
        statements ?? [{ Effect: 'Allow', Principal: own, Action: ['kms:*'], Resource: ['*'] }],
      );
      world.keys.set(key, { arn: key, account: developmentAccount, policy });
    },
    customization,
    runs,
    told,
    begin,
    modelsOf,
    record: now,
    until,
    expire: () => void (isExpired = true),
  };
}

function concludedRun(asked: Parameters<RecustomiseDeps['requestComparison']>[0], { verdict }: Told): ComparisonRun {
  const { key, ...rest } = asked;
  const over = { endedAt: asked.at, keys: [key], runId: 'run-1' };
  if (verdict === 'none yet') return aRun({ ...rest, ...over, status: 'running', endedAt: null });
  if (verdict === 'failed') return aRun({ ...rest, ...over, status: 'failed', reason: 'The model is out of reach.' });
  const summary = { ...aSummary(), verdict: { kind: verdict, reasons: [`${verdict} by 40 cases`] } };
  return aRun({ ...rest, ...over, status: 'concluded', summary });
}
