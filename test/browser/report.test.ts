import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportedCase } from '../../domain/cases/comparison-report.ts';
import { reportPage } from '../../templates/report/report-page.ts';
import { aCall, aCase, answered, aReport, each, failedCall, whole } from '../templates/report/compared.ts';
import { supportCases } from '../templates/report/support-cases.ts';
import { launchChromium } from './chromium.ts';
import { faintText, overflow } from './in-page.ts';

const desk = { width: 1280, height: 900 };
const planted = supportCases(400, { losses: 0.11, gains: 0.025 });
const tooFew = supportCases(40, { losses: 0.05, gains: 0.05 });
const hurtful =
  '<img src="https://evil.test/x" onerror="window.hurt = true"></script><script>window.hurt = true</script>';
const longText = 'many words '.repeat(9000);
const odd: readonly ReportedCase[] = [
  aCase({ caseId: hurtful, prompt: hurtful, tags: { [hurtful]: hurtful }, candidate: aCall('candidate', hurtful) }),
  aCase({ caseId: 'rtl', prompt: 'كم مدة الضمان؟ \u202E', candidate: aCall('candidate', 'سنتان \0 اثنتان') }),
  aCase({ caseId: 'long', current: aCall('current', longText), candidate: aCall('candidate', `${longText}end`) }),
  aCase({ caseId: 'wide', prompt: 'w'.repeat(5000), candidate: failedCall('candidate', 'validation', hurtful) }),
  aCase({ caseId: 'empty', candidate: aCall('candidate', '', { attempt: answered(false, ['empty']) }) }),
  aCase({ caseId: 'never', current: null, candidate: null }),
  aCase({ caseId: '50% of #1/2 & "3"' }),
];

describe('the report of a comparison in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sundial-report-'));
  let browser: Browser;

  const written = async (name: string, cases: readonly ReportedCase[], overrides: Parameters<typeof aReport>[1] = {}) =>
    writeFileSync(join(folder, `${name}.html`), await whole(reportPage(aReport(cases, overrides), each(cases))));

  beforeAll(async () => {
    mkdirSync('.build', { recursive: true });
    await written('planted', planted);
    await written('few', tooFew, { notes: ['40 answers of the current model were kept.'] });
    await written('odd', odd);
    await written('many', supportCases(10_000, { losses: 0.05, gains: 0.02 }));
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, options: Parameters<Browser['newPage']>[0] = {}, hash = '') {
    const page = await browser.newPage({ viewport: desk, reducedMotion: 'reduce', ...options });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => {
      if (!/^(file|data):/.test(request.url())) complaints.push(request.url());
    });
    await page.goto(`${pathToFileURL(join(folder, `${name}.html`)).href}${hash}`);
    if (options.javaScriptEnabled !== false) await page.locator('#status', { hasText: ' of ' }).waitFor();
    return { page, complaints };
  }

  const saying = (page: Page, text: string) => page.locator('#status', { hasText: text }).waitFor();

  it('shows the verdict first, without scrolling', async () => {
    const { page, complaints } = await open('planted');
    const heading = page.getByRole('heading', { level: 1 });

    expect(await heading.innerText()).toContain(
      'anthropic.claude-sonnet-5 does worse than anthropic.claude-sonnet-4-5',
    );
    expect(((await heading.boundingBox())?.y ?? 900) < 200).toBe(true);
    expect(await page.getByText('Worse beyond doubt').first().isVisible()).toBe(true);
    expect(complaints).toEqual([]);
    await page.screenshot({ path: '.build/report.png' });
    await page.close();
  });

  it('shows which cases each filter names, and those alone', async () => {
    const { page } = await open('planted');
    const lost = aReport(planted).conclusion.metrics[0]?.losses ?? 0;

    await page.getByLabel(/Regressions/).check();
    await saying(page, `${lost} of 400 cases`);
    const outcomes = await page.locator('#list .outcome').allInnerTexts();
    expect(new Set(outcomes)).toEqual(new Set(['▼ Regression']));
    expect(outcomes).toHaveLength(Math.min(50, lost));

    await page.getByLabel('Tag').selectOption('topic: refund');
    await page.getByLabel(/^All/).check();
    await saying(page, '100 of 400 cases');

    await page.getByLabel(/Text in/).fill('ORDER 40028');
    await saying(page, '1 of 400 cases');
    expect(await page.locator('#list code').allInnerTexts()).toEqual(['support-00005']);

    await page.getByLabel(/Text in/).fill('no such words');
    await saying(page, 'No case matches');
    expect(await page.locator('#list > li').count()).toBe(0);
    await page.close();
  });

  it('opens a case with both answers, what differs and why the judge chose', async () => {
    const { page } = await open('planted');
    const lost = aReport(planted).conclusion.metrics[0]?.losses ?? 0;
    await page.getByLabel(/Regressions/).check();
    // Regressions stand in the list of all cases too: only what the page says tells that it was made anew.
    await saying(page, `${lost} of 400 cases`);
    const first = page.locator('#list > li').first();

    await first.locator('summary').focus();
    await page.keyboard.press('Enter');
    // A case is drawn once it says that it was opened, which is a moment after the key.
    await first.locator('.side del').first().waitFor({ state: 'attached' });

    expect(await first.locator('.side del').count()).toBeGreaterThan(0);
    expect(await first.locator('.side ins').count()).toBeGreaterThan(0);
    expect(await first.getByText('The judge finds the current answer better.').isVisible()).toBe(true);
    expect(await first.getByText('✗ Does not pass').isVisible()).toBe(true);
    await page.getByLabel('Mark differences').uncheck();
    await first.locator('.side del').first().waitFor({ state: 'detached' });
    expect(await first.locator('del, ins').count()).toBe(0);
    expect(await first.locator('pre').count()).toBe(4);
    await page.close();
  });

  it('leads from a new break to its case', async () => {
    const { page } = await open('planted');
    const link = page
      .getByRole('region', { name: 'Hard breaks' })
      .getByRole('link', { name: /^support-/ })
      .first();
    const id = await link.innerText();

    await link.click();

    expect(await page.locator('#list details[open] summary code').innerText()).toBe(id);
    await page.getByRole('link', { name: 'Show all 8 cases' }).click();
    await saying(page, '8 of 400 cases');
    await page.close();
  });

  it('holds 10,000 cases, of which it makes a page', async () => {
    const { page, complaints } = await open('many');

    expect(await page.locator('#list > li').count()).toBe(50);
    expect(await page.locator('#status').innerText()).toBe('10,000 of 10,000 cases');
    expect(await page.locator('*').count()).toBeLessThan(2500);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await page.locator('#page').innerText()).toBe('Page 2 of 200');
    expect(await page.locator('#list code').first().innerText()).toBe('support-00051');
    await page.getByLabel(/Text in/).fill('order 109993');
    await saying(page, '1 of 10,000 cases');
    expect(await page.locator('#list code').innerText()).toBe('support-10000');
    await page.getByLabel(/Text in/).fill('');
    await page.getByLabel(/New breaks/).check();
    await page.locator('#list > li:not(:has(.chip.warn))').first().waitFor({ state: 'detached' });
    expect(await page.locator('#list .chip.warn').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows hostile and odd texts as what they are', async () => {
    const { page, complaints } = await open('odd', { viewport: { width: 320, height: 700 } });
    for (const summary of await page.locator('#list summary').all()) await summary.click();

    expect(await page.locator('#list code').first().innerText()).toBe(hurtful);
    expect(await page.locator('img').count()).toBe(0);
    expect(await page.evaluate('window.hurt')).toBe(undefined);
    expect(await page.getByText('سنتان ␀ اثنتان').count()).toBe(1);
    expect(await page.getByText('Was not asked.').count()).toBe(2);
    expect(await page.locator('#list > li').nth(2).locator('.side ins').innerText()).toContain('end');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each(odd.map(({ caseId }) => caseId))('has an address for the case %s', async (caseId) => {
    const { page } = await open('odd', {}, `#case-${encodeURIComponent(caseId)}`);

    await page.locator('#list details[open] .body').waitFor();
    expect(await page.locator('#list details[open] summary code').innerText()).toBe(caseId);
    await page.close();
  });

  it('says all but the cases without a script', async () => {
    const { page, complaints } = await open('few', { javaScriptEnabled: false });

    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('This run does not show whether');
    expect(await page.getByText('What would settle it').isVisible()).toBe(true);
    expect(await page.getByText('The list of cases needs JavaScript.').isVisible()).toBe(true);
    expect(await page.locator('#filters').isVisible()).toBe(false);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    ['desk', 1280, 'light'],
    ['dark', 1280, 'dark'],
    ['tablet', 800, 'light'],
    ['phone-dark', 390, 'dark'],
    ['phone', 390, 'light'],
    ['narrow', 320, 'light'],
  ] as const)('can be read: %s', async (name, width, colorScheme) => {
    for (const report of ['planted', 'few', 'odd']) {
      const { page } = await open(report, { viewport: { width, height: 900 }, colorScheme });
      await page.locator('.sure summary').click();
      for (const summary of (await page.locator('#list summary').all()).slice(0, 8)) await summary.click();

      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect(await crowdedLabels(page)).toEqual([]);
      expect(await faintText(page)).toEqual([]);
      await page.screenshot({ path: `.build/report-${report}-${name}.png`, fullPage: true });
      await page.close();
    }
  });
});

/** Words of a drawing that cover one another or leave it. */
function crowdedLabels(page: Page): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll('svg[role=img]')].flatMap((drawing) => {
    const frame = drawing.getBoundingClientRect();
    const labels = [...drawing.querySelectorAll('text')].map((text) => ({ said: text.textContent, box: text.getBoundingClientRect() }));
    return labels.flatMap(({ said, box }, at) => [
      ...(box.left < frame.left - 1 || box.right > frame.right + 1 ? [said + ' outside'] : []),
      ...labels.slice(at + 1).filter((other) => box.left < other.box.right && other.box.left < box.right).map((other) => said + ' over ' + other.said),
    ]);
  })`);
}
