import { awsAccess } from '../../adapters/aws-access.ts';
import { checkAws } from '../../adapters/checks/check-aws.ts';
import { checkSlack } from '../../adapters/checks/check-slack.ts';
import { slackClient } from '../../adapters/slack-client.ts';
import type { Configuration } from '../../domain/configuration.ts';
import type { Finding } from '../../domain/finding.ts';
import { botScopes } from '../../domain/slack-settings.ts';
import type { Tracker } from '../../domain/tracker.ts';
import { placesOf } from '../../local/places-of.ts';
import { homeRegion } from '../aws-environment.ts';
import { clock } from '../clock.ts';
import { loadConfiguration } from '../configuration-file.ts';
import type { Credentials } from '../doctor/credentials.ts';
import { credentialsHere, credentialsOfStage } from '../doctor/credentials.ts';
import { doctorText } from '../doctor/doctor-text.ts';
import { lacking } from '../doctor/lacking.ts';
import { trackerFindings } from '../doctor/tracker-findings.ts';
import { exitCode } from '../exit.ts';
import { printJson } from '../output.ts';

interface DoctorOptions {
  readonly config?: string;
  readonly stage?: string;
  readonly json?: boolean;
}

/** Checks the configuration and the credentials of every part, changing nothing, and says what is missing and how to mend it. */
export async function doctor({ config, stage, json }: DoctorOptions): Promise<number> {
  const configuration = loadConfiguration(config);
  const now = clock(undefined);
  const credentials = stage === undefined ? credentialsHere(process.env) : credentialsOfStage(stage);
  const findings: readonly Finding[] = [
    {
      subject: 'Configuration',
      state: 'fine',
      seen: `${configuration.teams.size} teams, ${configuration.routes.length} routes`,
      fix: null,
    },
    ...(await slackFindings(configuration, credentials)),
    ...(await trackerFindings(configuration, credentials, { address: trackerAddress, now })),
    ...(await checkAws({
      access: awsAccess(),
      homeRegion: homeRegion(),
      healthEndpoint: process.env['AWS_ENDPOINT_URL_HEALTH'] ?? process.env['AWS_ENDPOINT_URL'],
      scope: configuration.sweep,
      now: () => now().toMillis(),
    })),
  ];
  const wrong = findings.filter(({ state }) => state !== 'fine' && state !== 'note').length;
  if (json) printJson({ findings, wrong });
  else doctorText(findings, wrong);
  return wrong > 0 ? exitCode.needsAttention : exitCode.fine;
}

async function slackFindings(configuration: Configuration, credentials: Credentials): Promise<readonly Finding[]> {
  const token = await credentials.slack();
  if (token === null) return [lacking('Slack: the token', credentials.nameOf('slack'), 'docs/slack.md')];
  const apiUrl = process.env['SUNDIAL_SLACK_API_URL'];
  const client = slackClient({ token, ...(apiUrl && { apiUrl }) });
  return checkSlack(client, placesOf(configuration).channels, botScopes);
}

function trackerAddress(kind: Tracker['kind']): string | null {
  return kind === 'github' ? (process.env['SUNDIAL_GITHUB_API_URL'] ?? null) : null;
}
