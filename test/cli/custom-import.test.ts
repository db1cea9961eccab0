import { describe, expect, it } from 'vitest';
import { asHostingAdministrator, importOptions } from './custom-models.ts';
import { aFolder, documentOf } from './run.ts';

describe('sundial custom import', () => {
  it('carries the model over, and is content to be run again', async () => {
    const { env, world } = await asHostingAdministrator();
    const again = () =>
      aFolder().sundial(['custom', 'import', 'support-7b', ...importOptions, '--poll', '0.01', '--json'], '', env);

    const ran = await again();

    expect(documentOf(ran)).toMatchObject({ kind: 'imported', modelArn: world.imports[0]?.modelArn });
    expect(ran.code).toBe(0);
    expect((await again()).code).toBe(0);
    expect(world.imports).toHaveLength(1);
  });

  it('starts nothing where the key policy of the other account is wrong, and names it', async () => {
    const { env, world } = await asHostingAdministrator(['developmentKeyPolicy']);
    const { code, stdout } = await aFolder().sundial(['custom', 'import', 'support-7b', ...importOptions], '', env);

    expect(code).toBe(1);
    expect(stdout).toContain(
      "the key policy of the bucket's key in the development account does not allow kms:Decrypt",
    );
    expect(stdout).toContain('whether it reaches the weights was worked out from the policies');
    expect(world.imports).toEqual([]);
  });

  it('prints the call of a dry run, and makes none', async () => {
    const { env, world } = await asHostingAdministrator();
    const ran = await aFolder().sundial(
      ['custom', 'import', 'support-7b', ...importOptions, '--dry-run', '--json'],
      '',
      env,
    );

    expect(ran.code).toBe(0);
    expect(documentOf(ran)).toMatchObject({
      step: 'start',
      call: {
        jobName: 'support-7b-import-1',
        importedModelName: 'support-7b',
        importedModelKmsKeyId: expect.any(String) as string,
      },
      findings: [],
    });
    expect(world.imports).toEqual([]);
  });

  it('shows itself in simulated accounts, told as such', async () => {
    const { code, stderr, stdout } = await aFolder().sundial(['custom', 'import', 'support-7b', '--simulated']);

    expect(code).toBe(1);
    expect(stderr).toContain('simulated');
    expect(stdout).toContain('nothing was started');
  });

  it.each`
    args                                          | said                    | why
    ${['my_model', ...importOptions]}             | ${'MODEL: expected'}    | ${'a name that jobs cannot have'}
    ${['model', ...importOptions, '--poll', 'x']} | ${'--poll: expected'}   | ${'no number'}
    ${['model']}                                  | ${'--bucket: expected'} | ${'nothing said'}
  `('names what is wrong: $why', async ({ args, said }: { args: string[]; said: string }) => {
    const { code, stderr } = await aFolder().sundial(['custom', 'import', ...args]);

    expect(code).toBe(2);
    expect(stderr).toContain(said);
  });
});

describe('sundial custom list and delete', () => {
  it('offer to delete what nobody calls, and delete it only when told', async () => {
    const { env, world } = await asHostingAdministrator();
    const { sundial } = aFolder();
    await sundial(['custom', 'import', 'support-7b', ...importOptions, '--poll', '0.01'], '', env);
    for (const model of world.importedModels.values()) model.invocations = 0;

    expect((await sundial(['custom', 'list'], '', env)).stdout).toContain('unused: sundial custom delete support-7b');
    expect(documentOf(await sundial(['custom', 'delete', 'support-7b', '--json'], '', env))).toMatchObject({
      deleted: false,
    });
    expect(world.importedModels.size).toBe(1);
    expect((await sundial(['custom', 'delete', 'support-7b', '--yes'], '', env)).code).toBe(0);
    expect(world.importedModels.size).toBe(0);
    expect((await sundial(['custom', 'delete', 'support-7b'], '', env)).code).toBe(2);
  });
});
