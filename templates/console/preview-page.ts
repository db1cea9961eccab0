import type { HomeView, ModalView } from '@slack/types';
import type { DateTime } from 'luxon';
import { utcDay } from '../../domain/calendar-date.ts';
import { blockProblems, viewProblems } from '../block-limits.ts';
import type { Message } from '../message.ts';
import { longDate } from '../text.ts';
import { escaped, slug } from './html.ts';
import { pageHead } from './page-head.ts';
import { homeBlocks } from './slack-home.ts';
import { framed, messageBody } from './slack-message.ts';
import { modalBody } from './slack-modal.ts';
import { mrkdwnHtml } from './slack-mrkdwn.ts';
import type { Held, Person } from './slack-seat.ts';
import type { Surface } from './slack-surface.ts';
import { silentSurface } from './slack-surface.ts';

/** One thing that Sundial shows in Slack, with what it is a sample of. */
export type Sample =
  | { readonly title: string; readonly kind: 'message'; readonly message: Message }
  | { readonly title: string; readonly kind: 'home'; readonly view: HomeView }
  | {
      readonly title: string;
      readonly kind: 'modal';
      readonly view: ModalView;
      readonly held?: Held;
      readonly errors?: Readonly<Record<string, string>>;
    };

export interface SampleGroup {
  readonly name: string;
  readonly samples: readonly Sample[];
}

/** Everything that Sundial shows in Slack, to be looked at: nothing on it can be pressed to any effect. */
export function previewPage(groups: readonly SampleGroup[], people: readonly Person[], now: DateTime): string {
  const nav = groups.map(({ name }) => `<li><a href="#${slug(name)}">${escaped(name)}</a></li>`);
  return [
    pageHead('Sundial, every message and form'),
    '<header class="top"><p class="brand"><span>Sundial</span></p><p class="quiet">Every message and form</p>',
    `<nav aria-label="Contents"><ul><li><a href="/">The console</a></li>${nav.join('')}</ul></nav></header>`,
    `<aside class="simulated" aria-label="What is simulated"><b>Samples.</b> Made up of true dates, as of ${longDate(utcDay(now))}. Buttons do nothing here.</aside>`,
    '<main id="main"><h1>What Sundial shows in Slack</h1>',
    ...groups.map((group) => section(group, people)),
    '</main></body></html>',
  ].join('');
}

function section({ name, samples }: SampleGroup, people: readonly Person[]): string {
  const id = slug(name);
  const shown = samples.map((sample, index) => figure(sample, `${id}-${index + 1}`, people));
  return `<section class="team samples" id="${id}" aria-labelledby="${id}-name"><header><h2 id="${id}-name">${escaped(name)}</h2></header>${shown.join('')}</section>`;
}

function figure(sample: Sample, id: string, people: readonly Person[]): string {
  const problems = sample.kind === 'message' ? blockProblems(sample.message) : viewProblems(sample.view);
  const verdict =
    problems.length === 0 ? 'Slack takes it.' : `Slack would refuse it: ${problems.map(escaped).join('; ')}.`;
  return [
    `<figure class="sample" id="${id}"><figcaption><b>${escaped(sample.title)}</b> <span class="quiet">${verdict}</span></figcaption>`,
    body(sample, { ...silentSurface((url) => url, people), controls: { kind: 'shown' }, scope: id }),
    sample.kind === 'message'
      ? `<div class="quiet spoken"><p><b>Spoken:</b></p>${mrkdwnHtml(sample.message.text, (url) => url, people)}</div>`
      : '',
    '</figure>',
  ].join('');
}

function body(sample: Sample, surface: Surface): string {
  switch (sample.kind) {
    case 'message': {
      const shown = messageBody(sample.message, surface);
      return `<div class="panel">${framed({ id: `${surface.scope}-message`, author: 'Sundial', when: '', body: shown })}</div>`;
    }
    case 'home':
      return `<div class="panel said">${homeBlocks(sample.view, surface)}</div>`;
    case 'modal': {
      const { view, held = {}, errors = {} } = sample;
      const submit = view.submit
        ? `<button type="button" class="button primary">${escaped(view.submit.text)}</button>`
        : '';
      return `<div class="modal still">${modalBody(view, { ...surface, held, errors })}<footer><button type="button" class="button">${escaped(view.close?.text ?? 'Close')}</button>${submit}</footer></div>`;
    }
  }
}
