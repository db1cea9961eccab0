import { escaped } from './html.ts';
import type { SlackSeat } from './slack-seat.ts';

/** Whom one acts as in the simulated Slack, and what went wrong last. */
export function personSwitch({ people, acting, notice }: SlackSeat): string {
  const items = people.map(({ id, name }) => {
    const current = id === acting.id ? ' aria-current="true"' : '';
    return `<li><a href="/?as=${encodeURIComponent(id)}"${current}>${escaped(name)}</a></li>`;
  });
  return [
    `<nav class="people" aria-label="Act as"><p>In Slack you act as</p><ul>${items.join('')}</ul>`,
    '<a class="to-preview" href="/slack/preview">Every message and form</a></nav>',
    notice === null ? '' : `<p class="notice" id="notice" role="alert">${escaped(notice)}</p>`,
  ].join('');
}
