import { describe, expect, it } from 'vitest';
import type { Ran } from './run.ts';
import { aFolder, documentOf } from './run.ts';

const sonnet45 = 'anthropic.claude-sonnet-4-5-20250929-v1:0';
const timeline = (...args: string[]): Promise<Ran> =>
  aFolder().sundial(['timeline', ...args, '--now', '2026-11-20T09:00:00Z', '--json']);

describe('sundial timeline', () => {
  it('prints the document that the contract promises', async () => {
    const ran = await timeline(sonnet45, '--region', 'eu-central-1');

    expect(ran).toMatchObject({ code: 0, stderr: '' });
    const document = documentOf(ran);
    expect(document).toMatchObject({
      modelId: sonnet45,
      region: 'eu-central-1',
      regime: 'before-2026-09-07',
      stage: 'legacy',
      daysLeft: 139,
      dates: {
        launch: '2025-09-29',
        legacy: '2026-10-08',
        extendedAccess: '2027-01-08',
        endOfLife: '2027-04-08',
        noSoonerThan: null,
      },
      replacement: { modelId: 'anthropic.claude-sonnet-5', source: 'catalogue', stage: 'active', endOfLife: null },
      warnings: [],
    });
    expect((document['sources'] as object[]).map(Object.keys)).toEqual(
      Array.from({ length: 4 }, () => ['date', 'value', 'source', 'asOf', 'reference']),
    );
    expect((document['phases'] as object[]).map(Object.keys)).toEqual(
      Array.from({ length: 5 }, () => ['name', 'start', 'end']),
    );
    expect(document['milestones']).toContainEqual({
      name: '90 days before end of life',
      due: '2027-01-08',
      overdue: false,
    });
    expect(document['restrictions']).toHaveLength(5);
  });

  it.each`
    text                                                                                          | why
    ${'eu.anthropic.claude-sonnet-4-5-20250929-v1:0'}                                             | ${'a profile id'}
    ${'arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0'} | ${'an ARN'}
    ${'Claude Sonnet 4.5'}                                                                        | ${'the name AWS displays'}
    ${'anthropic claude sonnet 4.5'}                                                              | ${'provider and name, in small letters'}
  `('finds a model by $why', async ({ text }: { text: string }) => {
    expect(documentOf(await timeline(text))['modelId']).toBe(sonnet45);
  });

  it('exits 2 with the nearest ids for a model that nobody knows', async () => {
    const ran = await timeline('anthropic.claude-sonet-4-5');

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(sonnet45);
    expect(documentOf(ran)).toMatchObject({
      error: { exitCode: 2, message: expect.stringContaining(sonnet45) as string },
    });
  });

  it('exits 2 for a name that several models have, and says which', async () => {
    const ran = await timeline('Nova Reel');

    expect(ran.code).toBe(2);
    expect(ran.stderr).toMatch(/amazon\.nova-reel-v1:0\n\s+amazon\.nova-reel-v1:1/);
  });

  it.each(['Frankfurt', 'EU-CENTRAL-1', 'eu-central', 'all', ''])('exits 2 for the Region %j', async (region) => {
    const ran = await timeline(sonnet45, '--region', region);

    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('--region: expected a Region code');
  });

  it('a Region that no source mentions has no dates, and a warning that this promises nothing', async () => {
    const document = documentOf(await timeline('amazon.nova-canvas-v1:0', '--region', 'eu-west-3'));

    expect(document).toMatchObject({
      stage: 'active',
      daysLeft: null,
      plan: null,
      phases: [],
      milestones: [],
      sources: [],
    });
    expect(Object.values(document['dates'] as object)).toEqual([null, null, null, null, null]);
    expect(document['warnings']).toEqual([expect.stringMatching(/No source mentions Nova Canvas in eu-west-3/)]);
  });

  it.each`
    model                                          | says                                                                    | why
    ${'anthropic.claude-haiku-4-5-20251001-v1:0'}  | ${/no sooner than 2026-10-16: a floor/}                                 | ${'a floor that has passed is no end'}
    ${'amazon.titan-image-generator-v1'}           | ${/The chain of replacements ends: amazon\.nova-canvas-v1:0 \(ended\)/} | ${'a dead chain'}
    ${'anthropic.claude-3-5-sonnet-20240620-v1:0'} | ${/Dates differ by Region/}                                             | ${'dates that differ by Region'}
    ${'anthropic.claude-fable-5'}                  | ${/withdrawn on 2026-06-13/}                                            | ${'a model taken away at once'}
  `('warns of $why', async ({ model, says }: { model: string; says: RegExp }) => {
    const { warnings } = documentOf(await timeline(model)) as { warnings: string[] };

    expect(warnings.join('\n')).toMatch(says);
  });

  it('exits 2 where --now is no instant', async () => {
    const ran = await aFolder().sundial(['timeline', sonnet45, '--now', 'yesterday']);

    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toContain('--now: expected an ISO date or instant');
  });

  it('tells a person the same in words', async () => {
    const ran = await aFolder().sundial(['timeline', sonnet45, '--now', '2026-11-20']);

    expect(ran.code).toBe(0);
    expect(ran.stdout).toMatch(/Claude Sonnet 4\.5/);
    expect(ran.stdout).toMatch(/2027-04-08/);
  });
});
