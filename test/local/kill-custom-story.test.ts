import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { organisation } from '../../local/story/organisation.ts';
import { aDirectory, anEngine, outside } from './engine.ts';
import { playStory } from './killed-story.ts';

type Kept = Readonly<Record<string, readonly { readonly arn: string }[]>>;

/** What is there in the end: in the simulated accounts, in Slack and in the trackers. */
async function left(state: string) {
  const kept = JSON.parse(readFileSync(join(state, 'custom-models.json'), 'utf8')) as Kept;
  const arns = (name: string) => kept[name]?.map(({ arn }) => arn).toSorted();
  const engine = await anEngine({ configuration: organisation, directory: state });
  const { tickets, texts, replies } = await outside(engine);
  await engine.close();
  return {
    trainings: arns('trainings'),
    models: arns('models'),
    servings: arns('servings'),
    shares: arns('shares'),
    copies: arns('copies'),
    imports: arns('imports'),
    importedModels: arns('importedModels'),
    ...{ tickets, threads: texts.length },
    told: replies.filter((text) => text.startsWith('Custom model')).toSorted(),
  };
}

it('a story that is killed after every call by which something is made for a custom model ends as if it never had been', async () => {
  const [calm, shaken] = [aDirectory(), aDirectory()];
  await playStory(calm, false);
  let kills = 0;
  while ((await playStory(shaken, true)) === 'killed') kills += 1;

  const seen = await left(shaken);
  expect(kills).toBeGreaterThan(9);
  expect(seen).toMatchObject({ importedModels: [expect.any(String)], shares: [expect.any(String)] });
  expect(seen.copies).toHaveLength(2);
  expect(seen.servings).toHaveLength(2);
  expect(seen).toEqual(await left(calm));
}, 300_000);
