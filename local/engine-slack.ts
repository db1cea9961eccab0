import type { SlackRequest } from '../domain/slack-request.ts';
import type { Log } from '../handlers/log.ts';
import { once } from '../handlers/once.ts';
import { background } from './background.ts';
import type { EngineOptions } from './engine-options.ts';
import type { LocalSlack } from './slack/start-local-slack.ts';
import { startLocalSlack } from './slack/start-local-slack.ts';
import type { SlackPerson } from './slack-person/slack-person.ts';
import { slackPeople } from './slack-person/slack-people.ts';
import type { World } from './world.ts';

/** People in Slack, as far as the engine hears of them. */
export interface EngineSlack {
  /** Begins to listen to a real workspace; `null` where there is none, or nothing to listen with. Answers how, in words. */
  readonly listen: () => Promise<string | null>;
  /** Those of the simulated workspace; nobody where it is real. */
  readonly people: () => Promise<readonly SlackPerson[]>;
  /** Resolves once all that people asked for is done. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Takes what people do, keeps it, and answers them at once; the work is done behind their backs, as on AWS. */
export function engineSlack(
  { slack, now }: Pick<EngineOptions, 'slack' | 'now'>,
  world: World,
  keep: (request: SlackRequest) => Promise<() => Promise<unknown>>,
  log: Log,
): EngineSlack {
  const { begin, settled } = background();
  const handOn = async (request: SlackRequest): Promise<void> => {
    const work = await keep(request);
    begin(work);
  };
  let started: LocalSlack | null = null;
  const simulated = once(async () => {
    started = await startLocalSlack({
      handOn,
      token: world.slackToken,
      apiUrl: world.slackApiUrl,
      answersAt: world.slackAnswersAt,
      receiving: { kind: 'http', signingSecret: world.slackSigningSecret },
      now,
      log,
    });
    return started;
  });

  return {
    async listen() {
      const receiving = slack?.receiving;
      if (!slack || !receiving) return null;
      started = await startLocalSlack({ handOn, token: slack.token, apiUrl: slack.url, receiving, now, log });
      return receiving.kind === 'socket' ? 'Socket Mode' : `HTTP at ${started.url ?? ''}`;
    },
    async people() {
      if (slack) return [];
      const { url } = await simulated();
      return slackPeople({ world, now, requestsTo: url ?? '' });
    },
    settled,
    async close() {
      await started?.close();
      await settled();
    },
  };
}
