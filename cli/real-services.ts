import { existsSync } from 'node:fs';
import type { Service, SlackService } from '../local/engine-options.ts';
import { note } from './output.ts';

interface Services {
  readonly slack?: SlackService;
  readonly github?: Service;
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
  };
}

/** Where a tunnel, or whatever Slack can reach, must lead to. */
const slackPort = 4748;

/** A socket needs nothing that Slack could reach, so it comes first. */
function receivingBy(appToken: string | undefined, signingSecret: string | undefined): SlackService['receiving'] {
  if (appToken) return { kind: 'socket', appToken };
  return signingSecret ? { kind: 'http', signingSecret, port: slackPort } : undefined;
}

/** What is not real, in words. */
export function simulatedParts({ slack, github }: Services): readonly string[] {
  return [
    'AWS Health and Amazon Bedrock',
    'EventBridge and DynamoDB',
    ...(slack ? [] : ['Slack']),
    ...(github ? [] : ['GitHub']),
  ];
}

/** Says on stderr which services are simulated, and which are not. */
export function sayServices(services: Services): void {
  const real = [services.slack ? 'Slack' : '', services.github ? 'GitHub' : ''].filter((name) => name !== '');
  if (real.length > 0)
    note(
      `${real.join(' and ')} ${real.length > 1 ? 'are' : 'is'} real. Simulated: ${simulatedParts(services).join(', ')}.`,
    );
}
