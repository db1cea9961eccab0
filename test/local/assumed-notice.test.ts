import { expect, it } from 'vitest';
import { catalogue } from '../../catalogue/catalogue.ts';
import { isAssumedNotice } from '../../domain/assumed-notice.ts';
import { consolePage } from '../../templates/console/page.ts';
import { migrationTicket } from '../../templates/migration-ticket.ts';
import { organisation } from '../../local/story/organisation.ts';
import { scenes } from '../../local/story/scenes.ts';
import { anEngine } from './engine.ts';

const assumed = 'assumed for this story';

it('the notice that the story makes up is never said to be AWS Health’s: thread, ticket and console say it is assumed', async () => {
  const engine = await anEngine({ configuration: organisation, at: '2026-11-20T09:00:00Z' });
  const scene = scenes(catalogue).find(({ headline }) => headline.startsWith('Assumed for this story'));
  await engine.deliver(scene?.event);
  const situations = await engine.situations();
  const channels = await engine.world.messages();
  const tickets = await engine.world.tickets();

  expect(situations).toHaveLength(1);
  const shown = {
    ticket: situations.map((one) => JSON.stringify(migrationTicket(one))).join(),
    opened: tickets.map(({ body }) => body).join(),
    thread: JSON.stringify(channels),
    console: consolePage({ now: engineNow(situations), simulated: [], situations, channels, tickets }),
  };
  for (const [where, words] of Object.entries(shown)) {
    expect(words, where).toContain(assumed);
    expect(words, where).not.toMatch(/says (<[^>]*>)?AWS Health|\| AWS Health \||AWS's notice|AWS&#39;s notice/);
  }
  expect(shown.ticket).toContain('Notice, assumed for this story:');
});

it('no other notice is said to be assumed', () => {
  const arns = scenes(catalogue).map(({ event }) => (event as { detail: { eventArn?: string } }).detail.eventArn ?? '');

  expect(arns.filter(isAssumedNotice)).toHaveLength(1);
  expect(isAssumedNotice('https://example.com/what-we-assumed')).toBe(false);
});

function engineNow(situations: readonly { readonly now: Parameters<typeof consolePage>[0]['now'] }[]) {
  const [first] = situations;
  if (!first) throw new Error('the story opened nothing');
  return first.now;
}
