import { describe, expect, it } from 'vitest';
import { hostingAccount } from '../../builders/import-terms.ts';
import { aRecustomisation } from '../recustomise-story.ts';

describe('a model that was approved and served nowhere', () => {
  it.each(['deployment', 'provisioned'] as const)(
    'is served by another %s once it is approved again, from the copy that is there',
    async (serving) => {
      const targets = [{ account: hostingAccount, region: 'us-east-1', serving, key: null }];
      const story = await aRecustomisation({ targets });
      const { promotion } = story;
      const engine = story.begin();
      const decide = story.modelsOf(engine);
      await decide.start(story.id, 'U0000000001');
      await story.until('awaitingApproval');
      promotion.unserved.set('us-east-1', 'No capacity.');
      await decide.approve(story.id, 'U0000000002');
      await story.until('promoting');
      await story.until('awaitingApproval');

      expect(story.record().outcomes).toMatchObject([
        {
          kind: 'failed',
          why: expect.stringMatching(serving === 'deployment' ? /: No capacity\.$/ : /: failed$/) as string,
        },
      ]);
      // What failed to serve is gone, the copy stays.
      expect(promotion.servings).toEqual([]);
      expect(promotion.copies).toHaveLength(1);

      promotion.unserved.clear();
      await decide.approve(story.id, 'U0000000002');
      const [execution] = await engine.idle();

      expect(execution?.status).toBe('SUCCEEDED');
      expect(promotion.servings).toHaveLength(1);
      expect(story.record().outcomes).toMatchObject([{ kind: 'done', serves: promotion.servings[0]?.arn }]);
      expect(promotion.copies).toHaveLength(1);
    },
  );
});
