import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { DateTime } from 'luxon';
import type { ChannelTranscript, TicketTranscript } from '../templates/console/transcripts.ts';
import type { Call } from './world/call.ts';
import { channelTranscripts } from './world/channel-transcripts.ts';
import { githubDialect } from './world/github-dialect.ts';
import { startGithub } from './world/github-emulator.ts';
import type { Journal } from './world/journal.ts';
import { noJournal, openJournal } from './world/journal.ts';
import type { OpenService } from './world/open-service.ts';
import { openService } from './world/open-service.ts';
import { seeds } from './world/seeds.ts';
import { askedOf } from './world/slack/asked.ts';
import type { Desk } from './world/slack/desk.ts';
import { desk } from './world/slack/desk.ts';
import { embellished } from './world/slack/message-methods.ts';
import { slackFront } from './world/slack/slack-front.ts';
import { slackDialect } from './world/slack-dialect.ts';
import { slackAuthors, startSlack } from './world/slack-emulator.ts';
import { slackIds } from './world/slack-ids.ts';
import { ticketTranscripts } from './world/ticket-transcripts.ts';

export interface WorldOptions {
  /** Slack channels by name, with or without `#`, or by id. */
  readonly channels: readonly string[];
  /** GitHub repositories, `owner/name`. */
  readonly repositories: readonly string[];
  /** Where the journal lies; `null` keeps none, and the world is gone when it is closed. */
  readonly directory: string | null;
  /** The clock by which messages and tickets are dated. */
  readonly now: () => DateTime;
}

/** A Slack workspace and a GitHub that exist on this machine only, and outlive a restart. */
export interface World {
  readonly slackApiUrl: string;
  readonly slackToken: string;
  readonly githubApiUrl: string;
  readonly githubToken: string;
  /** With what the simulated Slack signs its requests. */
  readonly slackSigningSecret: string;
  /** Where addresses for answers begin, and addresses of files. */
  readonly slackAnswersAt: string;
  readonly slackFilesAt: string;
  /** Forms, homes, private answers, files and channels, as people in the workspace see and make them. */
  readonly slackDesk: Desk;
  readonly messages: () => Promise<ChannelTranscript[]>;
  readonly tickets: () => Promise<TicketTranscript[]>;
  readonly close: () => Promise<void>;
}

export async function startWorld(options: WorldOptions): Promise<World> {
  const journal = options.directory ? openJournal(join(options.directory, 'journal.jsonl')) : noJournal;
  try {
    return await opened(options, journal);
  } catch (error) {
    journal.close();
    throw error;
  }
}

async function opened(options: WorldOptions, journal: Journal): Promise<World> {
  const { channels, repositories } = seeds(journal, options);
  const ids = slackIds(options.now);
  const slackDesk = desk(channels, options.now, journal);
  const front = slackFront(slackDesk, () => slack.url);

  const slack: OpenService = await openService(await startSlack(channels, ids), slackDialect(ids), journal, front);
  const github = await startGithub(repositories)
    .then((emulator) => openService(emulator, githubDialect(options.now), journal))
    .catch(async (error: unknown) => {
      await slack.close();
      throw error;
    });

  const sourceOf = (id: string) => {
    const bytes = slackDesk.files.file(id)?.bytes ?? new Uint8Array();
    return `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`;
  };
  const seen = async (call: Call) => embellished(await slack.behind(call), askedOf(call), slackDesk, slack.url);
  return {
    slackApiUrl: `${slack.url}/api/`,
    slackToken: slack.token,
    githubApiUrl: github.url,
    githubToken: github.token,
    slackSigningSecret: randomUUID(),
    slackAnswersAt: `${slack.url}/answers/`,
    slackFilesAt: `${slack.url}/files/`,
    slackDesk,
    messages: () => channelTranscripts(seen, slackDesk.channels.all(), { authors: slackAuthors, sourceOf }),
    tickets: () => ticketTranscripts(github.call, repositories),
    close: async () => {
      await Promise.all([slack.close(), github.close()]);
      journal.close();
    },
  };
}
