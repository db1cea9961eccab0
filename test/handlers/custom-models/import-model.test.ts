import { describe, expect, it } from 'vitest';
import { importBlame } from '../../../domain/custom-models/import-blame.ts';
import { policyDocument } from '../../../domain/iam/policy-document.ts';
import { importModel } from '../../../handlers/custom-models/import-model.ts';
import type { ImportPorts } from '../../../handlers/custom-models/import-ports.ts';
import { hostingAccount } from '../../builders/import-terms.ts';
import { anImport } from './import-story.ts';

describe('an import across accounts', () => {
  it('is started once, followed to its end, and tried until the model answers', async () => {
    const { request, ports, world, told } = await anImport();

    expect(await importModel(request, ports)).toEqual({
      kind: 'imported',
      modelArn: world.imports[0]?.modelArn,
      answer: '{"generation":"Hello.","stop_reason":"length"}',
    });
    expect(world.imports.map(({ name, status }) => `${name} ${status}`)).toEqual(['support-7b-import-1 Completed']);
    expect(world.imports[0]?.modelKey).toBe(request.modelKey);
    expect(told[0]).toContain('support-7b-import-1 is started');
    expect(told.filter((line) => line.includes('being loaded'))).toHaveLength(2);
  });

  it('first fails on the key policy of the development account, which is named, and succeeds once that is mended', async () => {
    const { request, ports, world, mendDevelopmentKey } = await anImport(['developmentKeyPolicy']);

    expect(await importModel(request, ports)).toMatchObject({
      kind: 'refused',
      check: {
        findings: [{ kind: 'missing', policy: 'developmentKeyPolicy', actions: ['kms:Decrypt', 'kms:DescribeKey'] }],
        access: { kind: 'simulated' },
      },
    });
    expect(world.imports).toEqual([]);

    mendDevelopmentKey();
    expect(await importModel(request, ports)).toMatchObject({ kind: 'imported' });
    expect(world.imports).toHaveLength(1);
  });

  it('starts nothing where the quota leaves no room, and says so', async () => {
    const { request, ports, world, promotion } = await anImport();
    promotion.importedQuota = 0;

    expect(await importModel(request, ports)).toMatchObject({
      kind: 'refused',
      check: { problems: ['there are 0 imported models, and the quota is 0: ask for more, or delete one'] },
    });
    expect(world.imports).toEqual([]);
  });

  it('starts where Service Quotas may not be asked, and where a list cannot be read', async () => {
    const { request, ports, aws } = await anImport();
    aws.faults.add({ kind: 'denied', call: 'servicequotas:ListServiceQuotas' });
    expect((await ports.check()).warnings).toEqual([]);

    aws.faults.add({ kind: 'denied', call: 'bedrock:ListModelImportJobs' });
    expect((await ports.check()).warnings).toEqual([
      expect.stringContaining('whether the quotas leave room is not known: bedrock:ListModelImportJobs failed'),
    ]);
    aws.faults.heal();
    expect(await importModel(request, ports)).toMatchObject({ kind: 'imported' });
  });

  it('waits for nobody else’s import, and says which one is in the way', async () => {
    const { request, ports, world, promotion } = await anImport();
    promotion.importedQuota = null;
    await ports.start({ ...request, modelName: 'another' }, 'another-import-1');

    expect((await ports.check()).warnings).toEqual([
      expect.stringContaining(`1 imports are in progress: ${world.imports[0]?.arn ?? ''}; the quota is not known`),
    ]);
  });

  it('fails as Bedrock does where the other account cannot be looked into, and says which policies it may be', async () => {
    const { request, ports, world, aws, mendDevelopmentKey } = await anImport(['developmentKeyPolicy']);
    aws.faults.add({ kind: 'denied', call: 'sts:AssumeRole' });

    const outcome = await importModel(request, ports);

    expect(outcome).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('does not have access to the S3 location') as string,
    });
    if (outcome.kind === 'failed')
      expect(importBlame(outcome.message, outcome.check)).toEqual({
        findings: [],
        suspects: ['bucketPolicy', 'developmentKeyPolicy'],
      });

    mendDevelopmentKey();
    expect(await importModel(request, ports)).toMatchObject({ kind: 'imported' });
    expect(world.imports.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'support-7b-import-1 Failed',
      'support-7b-import-2 Completed',
    ]);
  });

  it('names the policy at fault where it is taken away while the job runs', async () => {
    const { request, ports, world, terms } = await anImport();
    const wait = () => {
      const key = world.keys.get(terms.bucketKey ?? '');
      if (key)
        key.policy = policyDocument(key.policy.Statement.filter(({ Sid }) => Sid !== 'ModelImportDecryptWeights'));
      return ports.wait(600_000);
    };

    const outcome = await importModel(request, { ...ports, wait });

    expect(outcome.kind).toBe('failed');
    if (outcome.kind === 'failed')
      expect(importBlame(outcome.message, outcome.check).findings).toMatchObject([
        { kind: 'missing', policy: 'developmentKeyPolicy' },
      ]);
  });

  it('a refusal at the start is told in the same way', async () => {
    const { request, ports } = await anImport();
    const start: ImportPorts['start'] = () =>
      Promise.resolve({ kind: 'refused', message: 'does not have access to the S3 location' });

    expect(await importModel(request, { ...ports, start })).toMatchObject({
      kind: 'failed',
      job: 'support-7b-import-1',
    });
  });

  it('reads an object as the execution role where the role lets the caller in', async () => {
    const { ports, role } = await anImport();
    role.trust = policyDocument([
      ...role.trust.Statement,
      { Effect: 'Allow', Principal: { AWS: [hostingAccount] }, Action: ['sts:AssumeRole'] },
    ]);

    expect(await ports.check()).toMatchObject({ access: { kind: 'read', object: 'config.json' }, findings: [] });
  });

  it('and does not begin where the role itself is refused', async () => {
    const { request, ports, role, world } = await anImport(['bucketPolicy']);
    role.trust = policyDocument([
      ...role.trust.Statement,
      { Effect: 'Allow', Principal: { AWS: [hostingAccount] }, Action: ['sts:AssumeRole'] },
    ]);

    expect(await importModel(request, ports)).toMatchObject({
      kind: 'refused',
      check: { access: { kind: 'refused', call: 's3:ListBucket' } },
    });
    expect(world.imports).toEqual([]);
  });

  it('does not begin with weights that Bedrock would refuse', async () => {
    const { request, ports, world, terms } = await anImport();
    world.buckets.get(terms.bucket)?.objects.set(`${terms.prefix}/config.json`, '{"architectures":["BertModel"]}');

    expect(await importModel(request, ports)).toMatchObject({
      kind: 'refused',
      check: { problems: [expect.stringContaining('BertModel')] },
    });
  });

  it('leaves a model alone that has the name already', async () => {
    const { request, ports, world } = await anImport();
    await importModel(request, ports);
    const [job] = world.imports;
    if (job) Object.assign(job, { name: 'by-hand' });

    expect(await importModel(request, ports)).toEqual({ kind: 'taken', by: job?.modelArn });
  });

  it('says so where the model does not become ready', async () => {
    const { request, ports } = await anImport();

    expect(await importModel(request, { ...ports, tryModel: () => Promise.resolve(null) })).toMatchObject({
      kind: 'notReady',
    });
  });
});
