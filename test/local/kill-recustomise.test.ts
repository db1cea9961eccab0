import { expect, it } from 'vitest';
import { leftovers } from '../../domain/custom-models/created-thing.ts';
import type { RecustomiseDeps } from '../../handlers/custom-models/recustomise-ports.ts';
import type { LocalRecustomising } from '../../local/recustomising.ts';
import type { Through } from './recustomise-story.ts';
import { aRecustomisation } from './recustomise-story.ts';
import { Killed, mortality } from './mortal.ts';

type Story = Awaited<ReturnType<typeof aRecustomisation>>;
type Call = (...given: never[]) => Promise<unknown>;

/** Every call by which a process changes the world, until it dies at one of them. */
function through({ mortal }: ReturnType<typeof mortality>): Through {
  const alsoPut = <Store extends { readonly put: Call }>(store: Store): Store => ({ ...store, put: mortal(store.put) });
  return {
    deps: (deps) => ({
      ...deps,
      customModelMigrations: alsoPut(deps.customModelMigrations),
      requestComparison: mortal(deps.requestComparison),
      keepDataset: mortal(deps.keepDataset),
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

/** A person approves as soon as somebody asks; resolves when nothing runs any more. */
async function approved(story: Story, engine: LocalRecustomising): Promise<void> {
  const people = story.modelsOf(engine);
  const seen = { isOver: false };
  const ended = engine.idle().then(() => (seen.isOver = true));
  while (!seen.isOver) {
    const { status, approval } = story.record();
    if (status === 'awaitingApproval' && approval?.decision === null) await people.approve(story.id, 'U0000000002');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await ended;
}

function unlessKilled(fault: unknown): void {
  if (!(fault instanceof Killed)) throw fault;
}

const nothing: RecustomiseDeps['recustomising']['start'] = () => Promise.resolve();

it.each(['before', 'after'] as const)(
  'a custom model’s migration that is killed %s any of its calls goes on where it was, and nothing is made twice',
  async (when) => {
    let at = 1;
    for (let isAlive = false; !isAlive; at += 1) {
      const story = await aRecustomisation();
      story.customization.minutes = 10;
      await story.modelsOf({ ...story.begin(), start: nothing }).start(story.id, 'U0000000001');
      const life = mortality(at, when);
      const first = story.begin(through(life));
      await first.resume().catch(unlessKilled);
      await approved(story, first);
      await first.close();
      if (life.died()) {
        const second = story.begin();
        await second.resume();
        await approved(story, second);
      }

      const { promotion, customization, heard } = story;
      expect(story.record().status, `killed ${when} call ${String(at)}: ${story.record().reason ?? ''}`).toBe(
        'promoted',
      );
      expect(customization.trainings).toHaveLength(2);
      expect(promotion.models.size).toBe(4);
      expect([promotion.shares.length, promotion.copies.length, promotion.servings.length]).toEqual([1, 2, 2]);
      expect(story.runs).toHaveLength(1);
      expect(leftovers(story.record())).toEqual([]);
      const told = heard.did.filter((what) => what.startsWith('reply')).map((what) => what.split(' ')[1]);
      expect(new Set(told).size).toBe(told.length);
      isAlive = !life.died();
    }
    expect(at).toBeGreaterThan(50);
  },
  300_000,
);
