// Makes the pictures of the docs: plays the story on a day of its own, and looks at the console with Chromium.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const state = mkdtempSync(join(tmpdir(), 'sundial-pictures-'));
const day = '2026-11-20T09:00:00Z';
const stack = spawn(process.execPath, ['dist/sundial.js', 'up', '--port', '0', '--state', state, '--now', day], {
  stdio: ['ignore', 'pipe', 'inherit'],
});

/** Pictures of what Sundial shows in Slack: their names, and the titles they have among the console's samples. */
const samples = {
  message: 'Acknowledged, with an owner and a choice',
  snooze: 'Snooze, with what stays silent',
  compare: 'Compare, with its estimate',
  home: 'A few',
  status: 'status, of a team',
  verdict: 'Verdict: regressed',
};

try {
  const url = await addressIn(stack.stdout);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1180 } });
  await page.goto(url);
  await page.screenshot({ path: 'docs/console.png' });

  await page.goto(new URL('/slack/preview', url).href);
  await page.setViewportSize({ width: 900, height: 1400 });
  for (const [name, title] of Object.entries(samples))
    await page
      .locator('.sample', { has: page.locator('figcaption b', { hasText: new RegExp(`^${title}$`) }) })
      .locator('.panel, .modal')
      .screenshot({ path: `docs/slack-${name}.png` });
  await browser.close();
} finally {
  stack.kill('SIGTERM');
  await new Promise((resolve) => stack.once('exit', resolve));
  rmSync(state, { recursive: true, force: true });
}

async function addressIn(output) {
  let text = '';
  for await (const chunk of output) {
    text += chunk;
    const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(text);
    if (found) return found[0];
  }
  throw new Error(`the local stack ended without a console:\n${text}`);
}
