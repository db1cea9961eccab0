import { expect } from 'vitest';
import { isCleanedUp } from '../../domain/custom-models/clean-up.ts';
import { leftovers } from '../../domain/custom-models/created-thing.ts';
import type { aRecustomisation } from './recustomise-story.ts';

type Story = Awaited<ReturnType<typeof aRecustomisation>>;

/** Custom models that are there, but for the one of the beginning. */
export function newModels({ promotion }: Story) {
  return [...promotion.models.values()].filter(({ name }) => name !== 'support-lite');
}

/** In the accounts, and by the record. */
export function expectNothingLeft(story: Story, why: string = story.record().status): void {
  const { promotion, customization } = story;
  const left = {
    models: newModels(story),
    servings: [...promotion.servings],
    shares: [...promotion.shares],
    copies: promotion.copies.filter(({ status }) => status === 'InProgress'),
    trainings: customization.trainings.filter(({ status }) => status === 'InProgress'),
    leftovers: leftovers(story.record()),
    isCleanedUp: isCleanedUp(story.record()),
  };
  const nothing = { models: [], servings: [], shares: [], copies: [], trainings: [], leftovers: [], isCleanedUp: true };
  expect(left, why).toEqual(nothing);
}
