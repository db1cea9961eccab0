import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { answerAnchor } from '../templates/console/slack-message.ts';
import { modalAnchor } from '../templates/console/slack-modal.ts';
import { consolePage } from '../templates/console/page.ts';
import type { ConsoleView } from '../templates/console/view.ts';
import type { ConsoleAnswer } from './console/answers.ts';
import { page, plain, report, seeOther, send } from './console/answers.ts';
import { act } from './console/act.ts';
import { formBody, textIn } from './console/form-body.ts';
import { formToken, isFromHere, isLocal } from './console/own-post.ts';
import type { Seats } from './console/seat.ts';
import { notDone, seatOf, seatsFor, shownSeat } from './console/seat.ts';
import { closeServer, listen } from './loopback.ts';
import { slackPreview } from './preview/slack-preview.ts';
import type { SlackPerson } from './slack-person/slack-person.ts';

export interface ConsoleOptions {
  /** Asked afresh for every page. */
  readonly view: () => Promise<ConsoleView>;
  /** Whom one may act as in the simulated Slack; nobody where the workspace is real. */
  readonly people?: readonly SlackPerson[];
  /** Resolves once all that a click began is done, so that the next page shows it. */
  readonly settled?: () => Promise<void>;
  /** The HTML of a run's report; `null` where there is none. */
  readonly report?: (runId: string) => Promise<string | null>;
  /** A free one where none is given. */
  readonly port?: number;
}

/** Serves the console on this machine only, at `/`. */
export async function startConsole(
  options: ConsoleOptions,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const console: Console = { ...options, seats: seatsFor(options.people ?? []), token: formToken() };
  const server = createServer((request, response) => {
    answer(request, console).then(
      (found) => {
        send(response, found, request.method !== 'HEAD');
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : 'unknown reason';
        send(response, plain(500, `The console could not be shown: ${reason}`), true);
      },
    );
  });
  const url = await listen(server, options.port);
  return { url: `${url}/`, close: () => closeServer(server) };
}

interface Console extends ConsoleOptions {
  readonly seats: Seats;
  readonly token: ReturnType<typeof formToken>;
}

async function answer(request: IncomingMessage, console: Console): Promise<ConsoleAnswer> {
  if (!isLocal(request.headers.host)) return plain(421, 'This console answers to 127.0.0.1 and localhost only.');
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') return posted(pathname, request, console);
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'This console knows GET and POST.');
  return shown(pathname, searchParams.get('as'), console);
}

async function shown(path: string, as: string | null, console: Console): Promise<ConsoleAnswer> {
  const { view, seats, token } = console;
  switch (path) {
    case '/': {
      const seat = seatOf(seats, as);
      return page(consolePage(await view(), seat && shownSeat(seat, seats, token.text)));
    }
    case '/slack/preview':
      return page(slackPreview((await view()).now));
    case '/healthz':
      return plain(200, 'ok');
    default: {
      const runId = /^\/runs\/(?<runId>[\w.-]+)\/report$/.exec(path)?.groups?.['runId'];
      const html = runId === undefined ? null : ((await console.report?.(runId)) ?? null);
      return html === null ? plain(404, 'Nothing is here; the console is at /.') : report(html);
    }
  }
}

async function posted(path: string, request: IncomingMessage, console: Console): Promise<ConsoleAnswer> {
  const { seats, token, settled } = console;
  if (seats.size === 0) return plain(405, 'This console only shows.');
  if (!isFromHere(request)) return plain(403, 'Forms are taken from this console alone.');
  const form = await formBody(request);
  if (form === null) return plain(400, 'This is no form, or one that is too large.');
  const seat = seatOf(seats, textIn(form, 'as'));
  if (!seat || !token.matches(form.get('token')))
    return plain(403, 'This page is from an earlier start: load it again.');

  const { person } = seat;
  const before = person.answers().length;
  const acted = await act(path, form, seat).catch((fault: unknown) => notDone(seat, fault));
  if (!acted) return plain(400, 'The console does not know this button.');
  seats.set(person.user.id, acted);
  await settled?.().catch((fault: unknown) => seats.set(person.user.id, notDone(acted, fault)));
  const newest = person.answers().slice(before).at(-1);
  const place = person.modal() ? modalAnchor : newest ? answerAnchor(newest.id) : acted.place;
  return seeOther(`/?as=${encodeURIComponent(person.user.id)}#${place}`);
}
