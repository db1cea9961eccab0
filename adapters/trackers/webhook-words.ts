import type { TrackerWords } from './tracker-failure.ts';

const hints: Readonly<Record<number, string>> = {
  401: 'The receiver does not accept the signature: give both sides the same secret, or store a new one',
  403: 'The receiver does not accept the signature: give both sides the same secret, or store a new one',
  404: "Nothing answers at this address: check the url of the team's tracker in sundial.yml",
  410: "The receiver wants no more messages: take the webhook out of the team's trackers, or give its new address",
  413: 'The message is too long for the receiver: let it take 100,000 bytes, or more where files go with tickets',
};

/** What a receiver answers is not asked for, and not shown. */
export function webhookWords(secrets: readonly string[]): TrackerWords {
  return {
    tracker: 'Webhook',
    secrets,
    saidIn: () => null,
    hintFor: (status) =>
      hints[status] ??
      (status >= 300 && status < 400
        ? "The address has moved, and messages are sent nowhere else: give the new one as the url of the team's tracker"
        : 'The receiver refuses the message: its own log says why'),
  };
}
