import { existsSync } from 'node:fs';
import type { Configuration } from '../domain/configuration.ts';
import type { Service, SlackService, TrackerTokens } from '../local/engine-options.ts';
import { tokenTrackers } from '../local/engine-options.ts';
import { listed } from '../templates/text.ts';
import { trackerKindName } from '../templates/words-tracker.ts';
import { note } from './output.ts';

interface Services {
  readonly slack?: SlackService;
  readonly github?: Service;
  readonly trackerTokens?: TrackerTokens;
}

/**
 * Real services, where their tokens are set and teams are an operator's own. The names are Sundial's own too, so that a token meant
 * for something else is not used.
 */
export function realServices(config: string | undefined): Services {
  if (config === undefined && !existsSync('sundial.yml')) return {};
  const {
    SUNDIAL_SLACK_BOT_TOKEN: slack,
    SUNDIAL_SLACK_API_URL: slackUrl,
    SUNDIAL_SLACK_APP_TOKEN: appToken,
    SUNDIAL_SLACK_SIGNING_SECRET: signingSecret,
    SUNDIAL_GITHUB_TOKEN: github,
    SUNDIAL_GITHUB_API_URL: githubUrl,
  } = process.env;
  return {
    ...(slack && { slack: { token: slack, url: slackUrl, receiving: receivingBy(appToken, signingSecret) } }),
    ...(github && { github: { token: github, url: githubUrl } }),
    trackerTokens: trackerTokens(process.env),
  };
}

function trackerTokens(env: Readonly<Record<string, string | undefined>>): TrackerTokens {
  return Object.fromEntries(
    tokenTrackers.flatMap((kind) => {
      const token = env[`SUNDIAL_${kind.toUpperCase()}_TOKEN`];
      return token ? [[kind, token]] : [];
    }),
  );
}

/** Where a tunnel, or whatever Slack can reach, must lead to. */
const slackPort = 4748;

/** A socket needs nothing that Slack could reach, so it comes first. */
function receivingBy(appToken: string | undefined, signingSecret: string | undefined): SlackService['receiving'] {
  if (appToken) return { kind: 'socket', appToken };
  return signingSecret ? { kind: 'http', signingSecret, port: slackPort } : undefined;
}

/** What is not real, in words. */
export function simulatedParts(
  { slack, github, trackerTokens = {} }: Services,
  { teams }: Pick<Configuration, 'teams'>,
): readonly string[] {
  const kinds = [...teams.values()].flatMap(({ trackers }) => trackers.map(({ kind }) => kind));
  const tokens: Readonly<Record<string, string | undefined>> = { ...trackerTokens, github: github?.token };
  const standIns = new Set(kinds.filter((kind) => tokens[kind] === undefined).map(trackerKindName));
  return [
    'AWS Health and Amazon Bedrock',
    'EventBridge and DynamoDB',
    ...(slack ? [] : ['Slack']),
    ...new Set([...(github ? [] : ['GitHub']), ...standIns]),
  ];
}

/** Says on stderr which services are simulated, and which are not. */
export function sayServices(services: Services, configuration: Pick<Configuration, 'teams'>): void {
  const kinds = tokenTrackers.filter((kind) => services.trackerTokens?.[kind] !== undefined).map(trackerKindName);
  const real = [...(services.slack ? ['Slack'] : []), ...(services.github ? ['GitHub'] : []), ...kinds];
  if (real.length > 0)
    note(
      `${listed(real)} ${real.length > 1 ? 'are' : 'is'} real. Simulated: ${simulatedParts(services, configuration).join(', ')}.`,
    );
}
