import { expect, it } from 'vitest';
import { leftovers } from '../../domain/custom-models/created-thing.ts';
import type { LocalRecustomising } from '../../local/recustomising.ts';
import { aRecustomisation } from './recustomise-story.ts';
import { mortality } from './mortal.ts';
import { nobody, throughLife, unlessKilled } from './mortal-recustomising.ts';

type Story = Awaited<ReturnType<typeof aRecustomisation>>;
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

// Whoever is killed before a call leaves what they leave who are killed after the call before it, and before the first, nothing.
it('a custom model’s migration that is killed before or after any of its calls goes on where it was, and nothing is made twice', async () => {
  let at = 1;
  for (let isAlive = false; !isAlive; at += 1) {
    const story = await aRecustomisation();
    story.customization.minutes = 10;
    await story.modelsOf({ ...story.begin(), start: nobody }).start(story.id, 'U0000000001');
    const life = mortality(at, 'after');
    const first = story.begin(throughLife(life));
    await first.resume().catch(unlessKilled);
    await approved(story, first);
    await first.close();
    if (life.died()) {
      const second = story.begin();
      await second.resume();
      await approved(story, second);
    }

    const { promotion, customization, heard } = story;
    expect(story.record().status, `killed after call ${String(at)}: ${story.record().reason ?? ''}`).toBe('promoted');
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
}, 300_000);
