import type { RecustomiseDeps } from '../../handlers/custom-models/recustomise-ports.ts';
import { Killed } from './mortal.ts';
import type { mortality } from './mortal.ts';
import type { Through } from './recustomise-story.ts';

type Call = (...given: never[]) => Promise<unknown>;

/** Every call by which a process changes the world, until it dies at one of them. */
export function throughLife({ mortal }: ReturnType<typeof mortality>): Through {
  const alsoPut = <Store extends { readonly put: Call }>(store: Store): Store => ({ ...store, put: mortal(store.put) });
  return {
    deps: (deps) => ({
      ...deps,
      customModelMigrations: alsoPut(deps.customModelMigrations),
      requestComparison: mortal(deps.requestComparison),
      keepDataset: mortal(deps.keepDataset),
      cancelComparison: mortal(deps.cancelComparison),
      announceCustomModel: mortal(deps.announceCustomModel),
      chat: { ...deps.chat, reply: mortal(deps.chat.reply) },
      workshop: async (place) => {
        const { createJob, serve, remove, ...reads } = await deps.workshop(place);
        return { ...reads, createJob: mortal(createJob), serve: mortal(serve), remove: mortal(remove) };
      },
      promotion: async (request) => {
        const { share, accept, region, ...reads } = await deps.promotion(request);
        return {
          ...reads,
          share: mortal(share),
          accept: mortal(accept),
          region: (code: string) => {
            const { look, copy, serve } = region(code);
            return { look, copy: mortal(copy), serve: mortal(serve) };
          },
        };
      },
    }),
    sleep: (sleep) => mortal(sleep),
  };
}

export function unlessKilled(fault: unknown): void {
  if (!(fault instanceof Killed)) throw fault;
}

/** Starts nothing: what was decided is only written down. */
export const nobody: RecustomiseDeps['recustomising']['start'] = () => Promise.resolve();
