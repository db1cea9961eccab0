import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pngOfSvg } from '../../../adapters/comparison/png-of-svg.ts';
import { chartPicture } from '../../../templates/report/chart-picture.ts';
import { aReport } from '../../templates/report/compared.ts';
import { supportCases } from '../../templates/report/support-cases.ts';

const pngMark = [0x89, 0x50, 0x4e, 0x47];
const report = aReport(supportCases(400, { losses: 60, gains: 9 }));

describe('the chart of a comparison', () => {
  it('says in words what it shows', () => {
    const { altText } = chartPicture(report);

    expect(altText).toMatch(/^(Ready|Regressed|Inconclusive): .*\. pass [+−]?\d/);
  });

  it('is a PNG of the size that its drawing has', async () => {
    const { svg } = chartPicture(report);
    const png = Buffer.from(await pngOfSvg(svg));

    expect([...png.subarray(0, 4)]).toEqual(pngMark);
    expect(png.readUInt32BE(16)).toBe(1080);
    if (process.env['KEEP_CHART']) writeFileSync(process.env['KEEP_CHART'], png);
  });

  it('draws words: the font comes along', async () => {
    const { svg } = chartPicture(report);
    const [words, none] = [await pngOfSvg(svg), await pngOfSvg(svg.replaceAll(/<text[^]*?<\/text>/g, ''))];

    expect(words.length).toBeGreaterThan(none.length * 2);
  });

  it.each`
    cases | why
    ${0}  | ${'no case was compared'}
    ${1}  | ${'a single case was'}
  `('can be drawn where $why', async ({ cases }: { cases: number }) => {
    const { svg } = chartPicture(aReport(supportCases(400, { losses: 0, gains: 0 }).slice(0, cases)));

    expect([...(await pngOfSvg(svg)).subarray(0, 4)]).toEqual(pngMark);
  });

  it('takes names that would break a drawing', async () => {
    const nasty = { ...report, evidence: { ...report.evidence, current: '<script>"&\u0000' + 'x'.repeat(400) } };

    expect((await pngOfSvg(chartPicture(nasty).svg)).length).toBeGreaterThan(1_000);
  });
});
