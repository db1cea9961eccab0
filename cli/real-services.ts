import type { Service } from '../local/engine.ts';

interface Services {
  readonly slack?: Service;
  readonly github?: Service;
}

/** Real services, where their tokens are set. The names are Sundial's own, so that a token meant for something else is not used. */
export function realServices(): Services {
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
