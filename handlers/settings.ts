import type { Tracker } from '../domain/tracker.ts';
import { once } from './once.ts';

const parameterStore = once(async () => {
  const { secrets } = await import('../adapters/secrets.ts');
  return secrets();
});

/** The value behind a parameter's name: the name stands in the environment, the value never does. */
export async function secret(nameSetting: string): Promise<string> {
  const read = await parameterStore();
  return read(setting(nameSetting));
}

/** What serverless.yml sets. */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

/** What serverless.yml may leave empty. */
export function optionalSetting(name: string): string | null {
  return process.env[name] || null;
}

/** Where Slack is; nothing where it is the public one. */
export function slackAddresses(): { readonly apiUrl?: string; readonly answersAt?: string; readonly filesAt?: string } {
  const apiUrl = optionalSetting('SUNDIAL_SLACK_API_URL');
  const answersAt = optionalSetting('SUNDIAL_SLACK_ANSWERS_URL');
  const filesAt = optionalSetting('SUNDIAL_SLACK_FILES_URL');
  return { ...(apiUrl && { apiUrl }), ...(answersAt && { answersAt }), ...(filesAt && { filesAt }) };
}

/** What a tracker of a kind is reached with. The execution role is what OpsCenter asks for. */
export async function trackerCredential(kind: Tracker['kind']): Promise<string> {
  if (kind === 'opscenter') return '';
  if (kind === 'github') return secret('SUNDIAL_GITHUB_TOKEN_PARAMETER');
  const read = await parameterStore();
  return read(`${setting('SUNDIAL_TRACKER_PARAMETERS')}/${kind}`);
}

/** Where a tracker's API is; `null` where it is the public one, or each team names its own. */
export function trackerAddress(kind: Tracker['kind']): string | null {
  return kind === 'github' ? optionalSetting('SUNDIAL_GITHUB_API_URL') : null;
}
