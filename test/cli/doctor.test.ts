import { DateTime } from 'luxon';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Finding } from '../../domain/finding.ts';
import { startWorld } from '../../local/world.ts';
import { credentialsFor, day } from './aws.ts';
import { aFolder, documentOf } from './run.ts';

const config = `
teams:
  payments: { channel: "#payments", tracker: { kind: github, repository: example-corp/payments } }
  paged:
    channel: "#nowhere"
    tracker: { kind: github, repository: example-corp/elsewhere }
    moreTrackers: [{ kind: pagerduty, service: PABC123, from: sundial@example.com }]
defaultTeam: payments
sweep: { accounts: ["111122223333", "999999999999"] }
`;

async function surroundings(): Promise<Record<string, string>> {
  const world = await startWorld({
    channels: ['#payments'],
    repositories: ['example-corp/payments'],
    directory: null,
    now: () => DateTime.fromISO(day, { zone: 'utc' }),
  });
  onTestFinished(() => world.close());
  return {
    ...(await credentialsFor()),
    SUNDIAL_SLACK_BOT_TOKEN: world.slackToken,
    SUNDIAL_SLACK_API_URL: world.slackApiUrl,
    SUNDIAL_GITHUB_TOKEN: world.githubToken,
    SUNDIAL_GITHUB_API_URL: world.githubApiUrl,
  };
}

describe('sundial doctor', () => {
  it('says of each part whether it is fine, and how to mend what is not', async () => {
    const ran = await aFolder({ 'sundial.yml': config }).sundial(['doctor', '--json'], '', await surroundings());
    const findings = documentOf(ran)['findings'] as Finding[];
    const states = Object.fromEntries(findings.map(({ subject, state }) => [subject, state]));

    expect(ran.code).toBe(1);
    expect(states).toEqual({
      Configuration: 'fine',
      'Slack: the token': 'fine',
      'Slack: #payments': 'fine',
      'Slack: #nowhere': 'missing',
      'GitHub example-corp/payments': 'note',
      'GitHub example-corp/elsewhere': 'missing',
      'PagerDuty PABC123': 'missing',
      'AWS: credentials': 'fine',
      'AWS: Bedrock in us-east-1': 'fine',
      'AWS: role SundialSpoke in 999999999999': 'missing',
      'AWS: Health API': 'fine',
    });
    expect(findings.filter(({ state, fix }) => state !== 'fine' && fix === null)).toEqual([]);
    expect(findings.find(({ subject }) => subject === 'PagerDuty PABC123')).toMatchObject({
      seen: 'there is no token in the environment variable SUNDIAL_PAGERDUTY_TOKEN',
    });
  });

  it('teaches a newcomer what to set up', async () => {
    const { code, stdout } = await aFolder().sundial(['doctor'], '', { AWS_EC2_METADATA_DISABLED: 'true' });

    expect(code).toBe(1);
    expect(stdout).toContain('MISSING  Slack: the token');
    expect(stdout).toContain('→ Make one and store it there: docs/slack.md');
    expect(stdout).toMatch(/\d of \d need attention\./);
  });
});
