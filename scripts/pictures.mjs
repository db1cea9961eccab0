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

const address = /http:\/\/127\.0\.0\.1:\d+\//;

/** Pictures of what Sundial shows in Slack: their names, and the titles they have among the console's samples. */
const samples = {
  message: 'Acknowledged, with an owner and a choice',
  snooze: 'Snooze, with what stays silent',
  compare: 'Compare, with its estimate',
  home: 'A few',
  status: 'status, of a team',
  verdict: 'Verdict: regressed',
  'custom-model': 'Asked for approval',
};

try {
  const told = await toldBy(stack.stdout);
  const [url] = told.match(address);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 1180 } });
  await page.goto(url);
  await page.screenshot({ path: 'docs/console.png' });
  await page.locator('.custom-models').screenshot({ path: 'docs/custom-model.png' });

  await page.goto(new URL('/slack/preview', url).href);
  await page.setViewportSize({ width: 900, height: 1400 });
  for (const [name, title] of Object.entries(samples))
    await page
      .locator('.sample', { has: page.locator('figcaption b', { hasText: new RegExp(`^${title}$`) }) })
      .locator('.panel, .modal')
      .screenshot({ path: `docs/slack-${name}.png` });

  // What the terminal shows of custom models, as it was printed.
  const story = /^A custom model is carried.*?(?=\n\n\d+ tickets)/ms.exec(told)[0];
  const screen = await browser.newPage({ viewport: { width: 1000, height: 900 } });
  await screen.setContent(terminal(story));
  await screen.locator('pre').screenshot({ path: 'docs/custom-models-story.png' });
  await browser.close();
} finally {
  stack.kill('SIGTERM');
  await new Promise((resolve) => stack.once('exit', resolve));
  rmSync(state, { recursive: true, force: true });
}

function terminal(text) {
  const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
  const style =
    'margin:0;padding:20px 24px;background:#fffdf8;color:#1f1b16;font:14px/1.5 monospace;white-space:pre-wrap';
  return `<body style="margin:0"><pre style="${style}">${text.replaceAll(/[&<>]/g, (sign) => entities[sign])}</pre></body>`;
}

/** All that the local stack says until its console is there. */
async function toldBy(output) {
  let text = '';
  for await (const chunk of output) {
    text += chunk;
    if (address.test(text)) return text;
  }
  throw new Error(`the local stack ended without a console:\n${text}`);
}
