import { existsSync } from 'node:fs';
import type { Service } from '../local/engine.ts';
import { note } from './output.ts';

interface Services {
  readonly slack?: Service;
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
    SUNDIAL_GITHUB_TOKEN: github,
    SUNDIAL_GITHUB_API_URL: githubUrl,
  } = process.env;
  return {
    ...(slack && { slack: { token: slack, url: slackUrl } }),
    ...(github && { github: { token: github, url: githubUrl } }),
  };
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
