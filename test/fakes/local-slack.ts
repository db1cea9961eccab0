import { DateTime } from 'luxon';
import type { SlackRequest } from '../../domain/slack-request.ts';
import type { LogData } from '../../handlers/log.ts';
import type { LocalSlack } from '../../local/slack/start-local-slack.ts';
import { startLocalSlack } from '../../local/slack/start-local-slack.ts';
import type { SlackPerson } from '../../local/slack-person/slack-person.ts';
import { slackPeople } from '../../local/slack-person/slack-people.ts';
import type { Workspace } from '../../local/slack-person/workspace.ts';
import { workspace } from '../../local/slack-person/workspace.ts';
import type { World } from '../../local/world.ts';
import { startWorld } from '../../local/world.ts';

interface Logged extends LogData {
  readonly message: string;
}

export interface SlackStage {
  readonly world: World;
  readonly slack: LocalSlack;
  readonly ana: SlackPerson;
  readonly ben: SlackPerson;
  /** What was handed on. */
  readonly requests: SlackRequest[];
  readonly logged: Logged[];
  readonly at: (instant: string) => void;
  /** What takes the place of keeping a request. */
  readonly handOn: { does: (request: SlackRequest) => Promise<void> };
  /** Requests as no person makes them. */
  readonly send: Pick<Workspace, 'sendForm' | 'sendInteraction' | 'sendEvent'>;
  readonly close: () => Promise<void>;
}

/** The real app over the simulated Slack, and people in it. */
export async function slackStage(directory: string | null = null): Promise<SlackStage> {
  let instant = '2026-11-21T09:00:00Z';
  const now = () => DateTime.fromISO(instant, { zone: 'utc' });
  const requests: SlackRequest[] = [];
  const logged: Logged[] = [];
  const handOn: SlackStage['handOn'] = { does: () => Promise.resolve() };
  const note = (message: string, data: LogData = {}) => void logged.push({ ...data, message });

  const world = await startWorld({ channels: ['#payments', '#search', '#sundial'], repositories: [], directory, now });
  const slack = await startLocalSlack({
    handOn: async (request) => {
      await handOn.does(request);
      requests.push(request);
    },
    token: world.slackToken,
    apiUrl: world.slackApiUrl,
    answersAt: world.slackAnswersAt,
    receiving: { kind: 'http', signingSecret: world.slackSigningSecret },
    now,
    log: { info: note, error: note },
  });
  const [ana, ben] = slackPeople({ world, now, requestsTo: slack.url ?? '' });
  if (!ana || !ben) throw new Error('nobody is there');

  return {
    world,
    slack,
    ana,
    ben,
    requests,
    logged,
    at: (later) => void (instant = later),
    handOn,
    send: workspace({ world, now, requestsTo: slack.url ?? '' }),
    close: async () => {
      await slack.close();
      await world.close();
    },
  };
}
