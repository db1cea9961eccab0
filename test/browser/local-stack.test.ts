import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { catalogue } from '../../catalogue/catalogue.ts';
import { startConsole } from '../../local/console.ts';
import { organisation } from '../../local/story/organisation.ts';
import { scenes } from '../../local/story/scenes.ts';
import { anEngine, outside } from '../local/engine.ts';
import { launchChromium } from './chromium.ts';

describe('the local stack in a browser', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  });

  afterAll(() => browser.close());

  /** Sundial with the first notice of the story, and the console of it. */
  async function aStack() {
    const engine = await anEngine({ configuration: organisation });
    await engine.deliver(scenes(catalogue)[0]?.event);
    const view = async () => ({
      now: (await engine.situations())[0]?.now ?? expect.fail('nothing happened'),
      situations: await engine.situations(),
      channels: await engine.world.messages(),
      tickets: await engine.world.tickets(),
      simulated: ['the Slack workspace'],
    });
    const people = await engine.slack.people();
    const server = await startConsole({ view, people, settled: engine.slack.settled });
    onTestFinished(() => server.close());
    const page = await browser.newPage({ viewport: { width: 1280, height: 1100 }, javaScriptEnabled: false });
    onTestFinished(() => page.close());
    await page.goto(server.url);
    return { engine, page, channel: page.getByRole('region', { name: '#payments' }) };
  }

  const root = (channel: Locator) => channel.getByRole('article').first();
  const newest = (channel: Locator) => channel.getByRole('article').last();
  const form = (page: Page) => page.getByRole('dialog');

  it('answers what is typed, and takes what is pressed', async () => {
    const { channel } = await aStack();
    await channel.getByLabel(/\/sundial$/).fill('status payments');
    await channel.getByRole('button', { name: 'Send' }).click();
    expect(await newest(channel).innerText()).toMatch(/Only visible to Ana[\s\S]*Claude Sonnet 4\.5/);

    await root(channel).getByRole('button', { name: 'Acknowledge Claude Sonnet 4.5' }).click();
    expect(await root(channel).innerText()).toContain('Acknowledged by @Ana');
  });

  it('snoozes by the form: refused with the date, then announced in the thread, and shown in App Home', async () => {
    const { engine, page, channel } = await aStack();
    await root(channel).getByRole('button', { name: 'Snooze Claude Sonnet 4.5' }).click();
    const [until, reason] = [form(page).getByLabel('Remind us again on'), form(page).getByLabel('Reason')];
    await until.fill('2027-04-01');
    await reason.fill('Most of the team is on leave');
    await form(page).getByRole('button', { name: 'Snooze', exact: true }).click();
    expect(await form(page).innerText()).toContain('Choose 8 January 2027 or earlier: extended access begins');

    await until.fill('2026-12-04');
    await form(page).getByRole('button', { name: 'Show what follows' }).click();
    expect(await form(page).innerText()).toContain('Silent until 4 December 2026');
    await form(page).getByRole('button', { name: 'Snooze', exact: true }).click();

    expect(await form(page).count()).toBe(0);
    expect((await outside(engine)).replies.join('\n')).toContain('snoozed the reminders until 4 December 2026');
    await page.getByRole('button', { name: 'Open App Home' }).click();
    const home = page.getByRole('region', { name: 'App Home of Ana' });
    expect(await home.innerText()).toContain('Reminders rest until 4 December 2026.');
  });

  it.each([
    ['Name the owner', 'Owner', 'Ben', '@Ben was named the owner by @Ana'],
    ['Choose a replacement', 'Or another model', 'anthropic.claude-opus-4-8', 'chose anthropic.claude-opus-4-8'],
  ])('%s: told in the thread', async (item, label, value, told) => {
    const { page, channel } = await aStack();
    await root(channel).locator('summary').click();
    await root(channel).getByRole('button', { name: item }).click();
    const field = form(page).getByLabel(label, { exact: false }).first();
    await (value === 'Ben' ? field.selectOption({ label: value }) : field.fill(value));
    await form(page).getByRole('button', { name: 'Save' }).click();

    expect(await form(page).count()).toBe(0);
    expect(await channel.innerText()).toContain(told);
  });
});
