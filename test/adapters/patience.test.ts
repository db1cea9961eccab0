import { describe, expect, it } from 'vitest';
import type { Outlook } from '../../adapters/patience.ts';
import { patiently } from '../../adapters/patience.ts';

const patience = { attempts: 3, firstPauseMs: 1, longestMs: 50 };

const hopeless: Outlook = { kind: 'hopeless' };
const refused = (afterMs: number | null = null): Outlook => ({ kind: 'refused', afterMs });
const uncertain: Outlook = { kind: 'uncertain', afterMs: null };

/** Fails with each outlook in turn, then succeeds; tells what was called. */
async function play(
  outlooks: Outlook[],
  look?: () => Promise<string | null>,
): Promise<{ calls: string[]; end: unknown }> {
  const calls: string[] = [];
  const left = [...outlooks];
  const act = () => {
    calls.push('act');
    const outlook = left.shift();
    return outlook ? Promise.reject(Object.assign(new Error('fault'), { outlook })) : Promise.resolve('acted');
  };
  const looked = look && (() => (calls.push('look'), look()));
  const end: unknown = await patiently(patience, (fault) => (fault as { outlook: Outlook }).outlook, act, looked).catch(
    (fault: unknown) => fault,
  );
  return { calls, end };
}

describe('patiently', () => {
  it.each`
    outlooks                             | acts | end                  | why
    ${[]}                                | ${1} | ${'acted'}           | ${'nothing goes wrong'}
    ${[refused(), uncertain]}            | ${3} | ${'acted'}           | ${'the third attempt succeeds'}
    ${[refused(), refused(), refused()]} | ${3} | ${expect.any(Error)} | ${'attempts run out'}
    ${[hopeless]}                        | ${1} | ${expect.any(Error)} | ${'the answer would be the same'}
    ${[refused(0)]}                      | ${2} | ${'acted'}           | ${'it may be asked again at once'}
    ${[refused(51)]}                     | ${1} | ${expect.any(Error)} | ${'the far side asks for more than our patience'}
    ${[refused(30), refused(30)]}        | ${2} | ${expect.any(Error)} | ${'pauses add up to more than our patience'}
  `(
    'acts $acts times when $why',
    async ({ outlooks, acts, end }: { outlooks: Outlook[]; acts: number; end: unknown }) => {
      const played = await play(outlooks);

      expect(played.end).toEqual(end);
      expect(played.calls).toHaveLength(acts);
    },
  );

  it('looks for what it may have done before it does it again', async () => {
    expect(await play([uncertain], () => Promise.resolve('found'))).toEqual({ calls: ['act', 'look'], end: 'found' });
    expect(await play([uncertain], () => Promise.resolve(null))).toEqual({
      calls: ['act', 'look', 'act'],
      end: 'acted',
    });
  });

  it('does not look when nothing was done for certain', async () => {
    expect(await play([refused()], () => Promise.resolve('found'))).toEqual({ calls: ['act', 'act'], end: 'acted' });
  });

  it('goes on looking once it is uncertain, whatever comes after', async () => {
    const played = await play([uncertain, refused()], () => Promise.resolve(null));
    expect(played.calls).toEqual(['act', 'look', 'act', 'look', 'act']);
  });
});
