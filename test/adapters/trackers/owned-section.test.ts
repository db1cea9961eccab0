import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marker, ownedSection, withOwnedSection } from '../../../adapters/trackers/owned-section.ts';

const key = 'anthropic.claude-sonnet-4-5-20250929-v1:0/payments';

describe('the marker', () => {
  it('is a comment that nobody sees', () => {
    expect(marker(key)).toBe(`<!-- sundial:${key} -->`);
  });

  it('is one comment on one line, and another for each key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(marker(one)).toMatch(/^<!-- sundial:[^<>\s]* -->$/);
        if (one !== other) expect(marker(one)).not.toBe(marker(other));
      }),
    );
  });
});

describe("Sundial's part of a ticket", () => {
  it('is replaced, and what people wrote around it stays', () => {
    const body = `Ask Ana first.\n\n${ownedSection(key, 'old')}\n\nDone in the shop.`;

    expect(withOwnedSection(body, key, 'new')).toBe(
      `Ask Ana first.\n\n${ownedSection(key, 'new')}\n\nDone in the shop.`,
    );
  });

  it('comes back at the end of a body that lost it', () => {
    expect(withOwnedSection('Ask Ana first.', key, 'new')).toBe(`Ask Ana first.\n\n${ownedSection(key, 'new')}`);
    expect(withOwnedSection('', key, 'new')).toBe(ownedSection(key, 'new'));
  });

  it('keeps the ticks people set, as long as the line says the same', () => {
    const ticked = ownedSection(key, '- [ ] Prompts\n- [ ] Quotas for a').replaceAll('[ ]', '[x]');

    const body = withOwnedSection(ticked, key, '- [ ] Prompts\n- [ ] Quotas for b\n- [ ] Rollout');

    expect(body).toContain('- [x] Prompts\n- [ ] Quotas for b\n- [ ] Rollout');
  });

  it('takes no tick from what people wrote outside it', () => {
    expect(withOwnedSection(`- [x] Prompts\n${ownedSection(key, '')}`, key, '- [ ] Prompts')).toContain(
      '\n- [ ] Prompts',
    );
  });

  it('is the same after the same is written again', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (people, ours) => {
        const once = withOwnedSection(people, key, ours);
        expect(withOwnedSection(once, key, ours)).toBe(once);
      }),
    );
  });
});
