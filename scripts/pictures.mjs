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

try {
  const url = await addressIn(stack.stdout);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1180 } });
  await page.goto(url);
  await page.screenshot({ path: 'docs/console.png' });

  await page.locator('section.slack article.message').last().screenshot({ path: 'docs/slack-message.png' });
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
