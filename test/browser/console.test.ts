import { mkdirSync } from 'node:fs';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startConsole } from '../../local/console.ts';
import { aConsoleView } from '../builders/console-view.ts';
import { aSweptConsoleView } from '../builders/swept-console-view.ts';
import { launchChromium } from './chromium.ts';
import { faintText, overflow, unreadableLabels } from './in-page.ts';

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

describe('the local console in a browser', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startConsole>>;
  let swept: typeof server;

  beforeAll(async () => {
    mkdirSync('.build', { recursive: true });
    server = await startConsole({ view: () => Promise.resolve(aConsoleView()) });
    swept = await startConsole({ view: () => Promise.resolve(aSweptConsoleView()) });
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    await swept.close();
  });

  async function open(options: Parameters<Browser['newPage']>[0] = {}, url = server.url): Promise<Page> {
    const page = await browser.newPage({ viewport: desk, ...options });
    await page.goto(url);
    return page;
  }

  it('shows each migration on a time axis, with today between the dates it falls between', async () => {
    const page = await open();
    const axis = page.getByRole('img', { name: 'Claude Sonnet 4.5 on a time axis' });

    for (const label of ['Legacy', '8 Oct 2026', 'Extended access', '8 Jan 2027', 'End of life', '8 Apr 2027', 'Today'])
      expect(await axis.getByText(label, { exact: true }).first().isVisible(), label).toBe(true);
    for (const phase of ['research', 'test', 'migrate', 'operate'])
      expect(await axis.getByText(phase, { exact: true }).isVisible(), phase).toBe(true);
    const [legacy, today, extended, end] = await Promise.all(
      ['legacy', 'today', 'extendedAccess', 'endOfLife'].map((kind) => left(axis.locator(`.flag.${kind} line`).last())),
    );
    expect([legacy, today, extended, end]).toEqual([legacy, today, extended, end].toSorted((a = 0, b = 0) => a - b));
    await page.screenshot({ path: '.build/console-light.png', fullPage: true });
    await page.close();
  });

  it('says where no end is known, and where access was withdrawn', async () => {
    const page = await open();

    const unknown = page.getByRole('article', { name: 'Nova Pro' });
    expect(await unknown.locator('svg:visible').getByText('Legacy, end not known').isVisible()).toBe(true);
    expect(await unknown.getByText('No end of life date is known').isVisible()).toBe(true);
    const gone = page.getByRole('article', { name: 'Claude Fable 5' });
    expect(await gone.locator('svg:visible').getByText('Access withdrawn', { exact: true }).isVisible()).toBe(true);
    expect(await gone.getByText('No timeline: access is gone').isVisible()).toBe(true);
    await page.close();
  });

  it('shows the channel as Slack would: blocks, links within the page, the thread beneath', async () => {
    const page = await open();
    const channel = page.getByRole('region', { name: '#payments' });
    const root = channel.locator('#message-C0PAYMENTS-1791442800-000001');

    expect(await root.getByText('Claude Sonnet 4.5: 49 days to extended access').isVisible()).toBe(true);
    expect(await root.locator('strong', { hasText: 'Dates' }).isVisible()).toBe(true);
    expect(await root.locator('a.button').getAttribute('href')).toBe('#ticket-acme-payments-1');
    expect(await channel.getByText('1 reply').first().isVisible()).toBe(true);
    expect(await channel.locator('.thread').first().getByText('End of life moved from').isVisible()).toBe(true);
    await page.close();
  });

  it('shows the ticket with its tables and its checklist, and folds the others', async () => {
    const page = await open();
    const tickets = page.getByRole('region', { name: 'acme/payments' });
    const [first, second] = [tickets.locator('.ticket').nth(0), tickets.locator('.ticket').nth(1)];

    expect(await first.getByRole('heading', { name: 'Leave Claude Sonnet 4.5' }).isVisible()).toBe(true);
    expect(await first.getByRole('cell', { name: '8 January 2027' }).first().isVisible()).toBe(true);
    expect(await first.getByRole('img', { name: 'to do' }).count()).toBeGreaterThan(10);
    expect(await second.locator('.markdown').isVisible()).toBe(false);
    await second.locator('summary').first().click();
    expect(await second.locator('.markdown').isVisible()).toBe(true);
    await page.close();
  });

  it('shows how the use moves, what is left and what could not be read', async () => {
    const page = await open({}, swept.url);
    const card = page.getByRole('article', { name: 'Claude Sonnet 4.5' }).first();

    expect(
      await card.getByRole('img', { name: 'Calls a day of Claude Sonnet 4.5 and its replacement' }).isVisible(),
    ).toBe(true);
    expect(await card.getByText('Not known.').isVisible()).toBe(true);
    expect(await card.getByRole('cell', { name: 'tariff-handbook' }).isVisible()).toBe(false);
    await card.locator('summary').click();
    expect(await card.getByRole('cell', { name: 'tariff-handbook' }).isVisible()).toBe(true);
    expect(await card.getByRole('row', { name: 'knowledge base' }).getByText('re-embed all of it').isVisible()).toBe(
      true,
    );
    await page.close();
  });

  it('shows what is done as done, and what teams have beside', async () => {
    const page = await open({}, swept.url);

    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('1 model to leave, 2 teams, 1 done');
    expect(await page.locator('article.done').getByText('✓ Done', { exact: true }).isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: 'Inventory' }).isVisible()).toBe(true);
    await page.close();
  });

  it('says at the top what is simulated, and needs no script to say it', async () => {
    const page = await open({ javaScriptEnabled: false });

    expect(await page.getByRole('complementary', { name: 'What is simulated' }).innerText()).toBe(
      'Simulated. The AWS organisation, the Slack workspace and the GitHub repositories are not real: they exist on this machine only.',
    );
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('5 models to leave, 3 teams');
    expect(await page.getByRole('navigation', { name: 'Teams' }).getByRole('link').allInnerTexts()).toEqual([
      'payments',
      'search',
      'support',
    ]);
    await page.close();
  });

  it('keeps its own policy', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('requestfailed', (request) => complaints.push(request.url()));

    await page.goto(server.url);

    expect(complaints).toEqual([]);
    expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(248, 245, 239)');
    await page.close();
  });

  it.each([
    ['desk', desk, 'light'],
    ['dark', desk, 'dark'],
    ['phone', phone, 'light'],
    ['phone-dark', phone, 'dark'],
    ['narrow', { width: 320, height: 700 }, 'light'],
    ['tablet', { width: 800, height: 1000 }, 'light'],
  ] as const)('can be read: %s', async (name, viewport, colorScheme) => {
    const page = await open({ viewport, colorScheme });

    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await unreadableLabels(page)).toEqual([]);
    expect(await faintText(page)).toEqual([]);
    await page.screenshot({ path: `.build/console-${name}.png`, fullPage: viewport === desk });

    await page.goto(swept.url);
    for (const summary of await page.locator('.inventory summary').all()) await summary.click();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await unreadableLabels(page)).toEqual([]);
    expect(await faintText(page)).toEqual([]);
    await page.screenshot({ path: `.build/console-swept-${name}.png`, fullPage: true });
    await page.close();
  });
});

async function left(line: Locator): Promise<number | undefined> {
  return (await line.boundingBox())?.x;
}
