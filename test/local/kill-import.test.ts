import { describe, expect, it } from 'vitest';
import { importModel } from '../../handlers/custom-models/import-model.ts';
import type { ImportPorts } from '../../handlers/custom-models/import-ports.ts';
import { anImport } from '../handlers/custom-models/import-story.ts';

class Killed extends Error {}

/** The ports of somebody who is killed at their nth call: before it reaches AWS, or after it was done and before the answer came. */
function killedAt(ports: ImportPorts, at: number, when: 'before' | 'after') {
  let calls = 0;
  const mortal =
    <Given extends unknown[], Answer>(call: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      calls += 1;
      const dies = calls === at;
      if (dies && when === 'before') throw new Killed();
      const answer = await call(...given);
      if (dies) throw new Killed();
      return answer;
    };
  const { look, start, check, tryModel, wait } = ports;
  return {
    ...ports,
    look: mortal(look),
    start: mortal(start),
    check: mortal(check),
    tryModel: mortal(tryModel),
    wait: mortal(wait),
    calls: () => calls,
  };
}

describe('an import that is killed', () => {
  it.each(['before', 'after'] as const)(
    '%s any of its calls goes on where it was, and nothing is made twice',
    async (when) => {
      let at = 1;
      for (; at < 100; at += 1) {
        const { request, ports, world } = await anImport();
        const mortal = killedAt(ports, at, when);
        const first = await importModel(request, mortal).catch((error: unknown) => {
          if (error instanceof Killed) return null;
          throw error;
        });
        const outcome = first ?? (await importModel(request, ports));

        expect(outcome).toMatchObject({ kind: 'imported' });
        expect(world.imports).toHaveLength(1);
        expect(world.importedModels.size).toBe(1);
        if (first !== null) break;
      }
      expect(at).toBeGreaterThan(12);
    },
  );
});
