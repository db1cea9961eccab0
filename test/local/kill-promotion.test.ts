import { expect, it } from 'vitest';
import { promoteModel } from '../../handlers/custom-models/promote-model.ts';
import { aPromotion } from '../handlers/custom-models/promotion-story.ts';
import { Killed, mortality } from './mortal.ts';

it.each(['before', 'after'] as const)(
  'a promotion that is killed %s any of its calls goes on where it was, and nothing is made twice',
  async (when) => {
    let at = 1;
    for (let alive = false; !alive; at += 1) {
      const { request, ports, promotion } = await aPromotion();
      promotion.sharesWithOrganization = false;
      const { mortal, died } = mortality(at, when);
      const { lookAtSharing, share, accept, wait, region } = ports;
      const first = await promoteModel(request, {
        ...ports,
        lookAtSharing: mortal(lookAtSharing),
        share: mortal(share),
        accept: mortal(accept),
        wait: mortal(wait),
        region: (code) => {
          const { look, copy, serve } = region(code);
          return { look: mortal(look), copy: mortal(copy), serve: mortal(serve) };
        },
      }).catch((error: unknown) => {
        if (error instanceof Killed) return null;
        throw error;
      });
      const outcome = first?.kind === 'promoted' ? first : await promoteModel(request, ports);

      expect(outcome).toMatchObject({ kind: 'promoted' });
      expect([promotion.shares, promotion.copies, promotion.servings].map(({ length }) => length)).toEqual([1, 2, 2]);
      alive = !died();
    }
    expect(at).toBeGreaterThan(15);
  },
);
