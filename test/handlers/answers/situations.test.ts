import { expect, it } from 'vitest';
import { newMigration } from '../../../domain/observe.ts';
import { allSituations } from '../../../handlers/answers/situations.ts';
import { aCustomModel, aCustomModelMigration, novaLite } from '../../builders/custom-model-migration.ts';
import { customModelDeps } from '../../fakes/custom-model-deps.ts';

it('all situations together read the custom models once, and each time anew', async () => {
  const { deps, world } = customModelDeps();
  const teams = ['payments', 'platform', 'search'];
  const migrationIds = teams.map((team) => `${novaLite}/${team}`);
  for (const team of teams) world.migrations.set(`${novaLite}/${team}`, newMigration(novaLite, team, '2026-11-20'));
  world.dependents.push(aCustomModel());
  let reads = 0;
  const customModelMigrations = {
    ...deps.customModelMigrations,
    all: () => {
      reads += 1;
      return Promise.resolve([aCustomModelMigration({ migrationIds })]);
    },
  };

  const situations = await allSituations({ ...deps, customModelMigrations });
  expect(situations.map(({ customModels }) => customModels.length)).toEqual([1, 1, 1]);
  expect(reads).toBe(1);

  await allSituations({ ...deps, customModelMigrations });
  expect(reads).toBe(2);
});
