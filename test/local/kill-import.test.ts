import { expect, it } from 'vitest';
import { importModel } from '../../handlers/custom-models/import-model.ts';
import { anImport } from '../handlers/custom-models/import-story.ts';
import { Killed, mortality } from './mortal.ts';

it.each(['before', 'after'] as const)(
  'an import that is killed %s any of its calls goes on where it was, and nothing is made twice',
  async (when) => {
    let at = 1;
    for (let alive = false; !alive; at += 1) {
      const { request, ports, world } = await anImport();
      const { mortal, died } = mortality(at, when);
      const { look, start, check, tryModel, wait } = ports;
      const first = await importModel(request, {
        ...ports,
        look: mortal(look),
        start: mortal(start),
        check: mortal(check),
        tryModel: mortal(tryModel),
        wait: mortal(wait),
      }).catch((error: unknown) => {
        if (error instanceof Killed) return null;
        throw error;
      });

      expect(first ?? (await importModel(request, ports))).toMatchObject({ kind: 'imported' });
      expect(world.imports).toHaveLength(1);
      expect(world.importedModels.size).toBe(1);
      alive = !died();
    }
    expect(at).toBeGreaterThan(12);
  },
);
