import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SlackPerson } from '../../local/slack-person/slack-person.ts';
import { startConsole } from '../../local/console.ts';
import { aConsoleView } from '../builders/console-view.ts';
import { snoozingPerson } from '../fakes/snoozing-person.ts';
import { reportPage } from '../../templates/report/report-page.ts';
import { aReport, each, whole } from '../templates/report/compared.ts';
import { supportCases } from '../templates/report/support-cases.ts';
import { launchChromium } from './chromium.ts';
import { faintText, overflow } from './in-page.ts';

const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

describe('the simulated Slack in a browser', () => {
  let browser: Browser;
  let people: SlackPerson[];
  let server: Awaited<ReturnType<typeof startConsole>>;

  beforeAll(async () => {
    mkdirSync('.build', { recursive: true });
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  beforeEach(async () => {
    people = [snoozingPerson({ id: 'U0ANA', name: 'Ana' }), snoozingPerson({ id: 'U0BEN', name: 'Ben' })];
    server = await startConsole({ view: () => Promise.resolve(aConsoleView()), people });
  });

  afterEach(() => server.close());

  async function open(options: Parameters<Browser['newPage']>[0] = {}, path = ''): Promise<Page> {
    const page = await browser.newPage({ viewport: desk, javaScriptEnabled: true, ...options });
    await page.goto(`${server.url}${path}`);
    return page;
  }

  const message = (page: Page) =>
    page.getByRole('region', { name: '#payments' }).locator('#message-C0PAYMENTS-1791442800-000001');
  const snooze = (page: Page) => message(page).getByRole('button', { name: 'Snooze Claude Sonnet 4.5' });
  const form = (page: Page) => page.getByRole('dialog', { name: 'Snooze reminders' });

  it('fills a form: refused with the date named, then right, and told in the channel', async () => {
    const page = await open({ javaScriptEnabled: false });
    await snooze(page).click();

    expect(await form(page).isVisible()).toBe(true);
    await form(page).getByLabel('Remind us again on').fill('2027-01-09');
    await form(page).getByLabel('Reason').fill('Most of the team is on leave');
    await form(page).getByRole('button', { name: 'Snooze', exact: true }).click();

    const until = form(page).getByLabel('Remind us again on');
    expect(await form(page).getByRole('alert').innerText()).toBe('Not sent. One field is not yet right.');
    expect(await until.getAttribute('aria-invalid')).toBe('true');
    expect(await until.inputValue()).toBe('2027-01-09');
    expect(await form(page).getByLabel('Reason').inputValue()).toBe('Most of the team is on leave');
    expect(await form(page).getByText('Choose 8 January 2027 or earlier').isVisible()).toBe(true);
    await page.screenshot({ path: '.build/slack-snooze-error.png' });

    await until.fill('2026-12-04');
    await form(page).getByRole('button', { name: 'Show what follows' }).click();
    expect(await form(page).getByText('Silent until 4 December 2026').isVisible()).toBe(true);
    await page.screenshot({ path: '.build/slack-snooze.png' });
    await form(page).getByRole('button', { name: 'Snooze', exact: true }).click();

    expect(await form(page).count()).toBe(0);
    const answer = page.getByRole('region', { name: '#payments' }).getByRole('article').last();
    expect(await answer.innerText()).toContain('Only visible to Ana');
    expect(await answer.innerText()).toContain('Snoozed until 4 December 2026');
    await page.close();
  });

  it('sends a form with Enter, and cancels it with its button', async () => {
    const page = await open();
    await snooze(page).click();
    await form(page).getByLabel('Remind us again on').press('Enter');
    expect(await form(page).getByRole('alert').isVisible()).toBe(true);

    await form(page).getByRole('button', { name: 'Cancel' }).click();
    expect(await form(page).count()).toBe(0);
    expect(people[0]?.modal()).toBe(null);
    await page.close();
  });

  it('keeps the keyboard and screen readers within the form', async () => {
    const page = await open();
    await snooze(page).click();

    expect(await page.evaluate('document.activeElement.id')).toBe('modal');
    const visited: unknown[] = [];
    for (let count = 0; count < 8; count += 1) {
      await page.keyboard.press('Tab');
      visited.push(await page.evaluate('document.activeElement.closest("dialog, body")?.tagName'));
    }
    expect(visited.filter((tag) => tag === 'DIALOG').length).toBeGreaterThanOrEqual(5);
    expect(await page.evaluate('document.querySelector("main").closest("[inert]") !== null')).toBe(true);
    await page.close();
  });

  it('types a command, and shows the answer to whoever typed it alone', async () => {
    const page = await open();
    const channel = page.getByRole('region', { name: '#payments' });
    await channel.getByLabel('In #payments, as Ana: /sundial').fill('status payments');
    await channel.getByRole('button', { name: 'Send' }).click();

    expect(await channel.getByRole('article').last().innerText()).toContain('You typed “status payments”');
    await page.screenshot({ path: '.build/slack-answer.png' });
    await page.getByRole('navigation', { name: 'Act as' }).getByRole('link', { name: 'Ben' }).click();
    expect(await page.getByText('You typed').count()).toBe(0);
    expect(await channel.getByLabel('In #payments, as Ben: /sundial').isVisible()).toBe(true);
    await page.close();
  });

  it('unfolds what else can be done, with the keyboard', async () => {
    const page = await open();
    const more = message(page).locator('summary', { hasText: '⋯' });
    await more.focus();
    await page.keyboard.press('Enter');

    expect(await message(page).getByRole('button', { name: 'Private arrangement' }).isVisible()).toBe(true);
    await page.screenshot({ path: '.build/slack-more.png' });
    await message(page).getByRole('button', { name: 'Watch' }).click();
    expect(await page.getByText('You pressed watch').isVisible()).toBe(true);
    await page.close();
  });

  it('opens App Home, with the same buttons', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Open App Home' }).click();
    const home = page.getByRole('region', { name: 'App Home of Ana' });

    expect(await home.getByText('My migrations').isVisible()).toBe(true);
    expect(await home.getByRole('button', { name: 'Acknowledge Claude Sonnet 4.5' }).isVisible()).toBe(true);
    await home.screenshot({ path: '.build/slack-home.png' });
    await page.close();
  });

  it('shows the report of a run, with its script, and without a way back into the console', async () => {
    const cases = supportCases(120, { losses: 0.05, gains: 0.02 });
    const html = await whole(reportPage(aReport(cases), each(cases)));
    const reporting = await startConsole({
      view: () => Promise.resolve(aConsoleView()),
      people,
      report: () => Promise.resolve(html),
    });
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (said) => complaints.push(said.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${reporting.url}runs/run-1/report`);
    await page.locator('#status', { hasText: '120 of 120 cases' }).waitFor();
    await page.getByLabel(/Text in/).fill('no such words');
    await page.locator('#status', { hasText: 'No case matches' }).waitFor();

    expect(complaints).toEqual([]);
    expect(await page.evaluate('self.origin')).toBe('null');
    await page.close();
    await reporting.close();
  });

  it('keeps its own policy while somebody acts', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on('console', (said) => complaints.push(said.text()));
    page.on('requestfailed', (request) => complaints.push(request.url()));
    await page.goto(server.url);
    await snooze(page).click();
    await form(page).getByRole('button', { name: 'Cancel' }).click();

    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([
    ['desk', desk, 'light'],
    ['dark', desk, 'dark'],
    ['phone', phone, 'light'],
    ['phone-dark', phone, 'dark'],
    ['narrow', { width: 320, height: 700 }, 'light'],
  ] as const)('can be read: %s', async (name, viewport, colorScheme) => {
    const page = await open({ viewport, colorScheme });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await faintText(page)).toEqual([]);
    await page.screenshot({ path: `.build/slack-page-${name}.png` });

    await snooze(page).click();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await faintText(page)).toEqual([]);
    expect(await form(page).getByRole('button', { name: 'Snooze', exact: true }).isVisible()).toBe(true);
    await page.screenshot({ path: `.build/slack-form-${name}.png` });

    await page.goto(`${server.url}slack/preview`);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await faintText(page)).toEqual([]);
    await page.screenshot({ path: `.build/slack-preview-${name}.png`, fullPage: true });
    await page.close();
  });
});
