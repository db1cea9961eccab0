import { isMissingParameter, secrets } from '../../adapters/secrets.ts';
import type { Tracker } from '../../domain/tracker.ts';

/** Where tokens come from, and what to say where one is not there. */
export interface Credentials {
  readonly slack: () => Promise<string | null>;
  readonly tracker: (kind: Tracker['kind']) => Promise<string | null>;
  /** Where a token of this name would be. */
  readonly nameOf: (of: 'slack' | Tracker['kind']) => string;
}

/** From the environment, as the local stack takes them. */
export function credentialsHere(env: Readonly<Record<string, string | undefined>>): Credentials {
  const nameOf = (of: string) => (of === 'slack' ? 'SUNDIAL_SLACK_BOT_TOKEN' : `SUNDIAL_${of.toUpperCase()}_TOKEN`);
  const read = (of: string) => Promise.resolve(env[nameOf(of)] ?? null);
  return { slack: () => read('slack'), tracker: read, nameOf: (of) => `the environment variable ${nameOf(of)}` };
}

/** From Parameter Store and Secrets Manager, under the names that a stage has unless serverless.yml is told others. */
export function credentialsOfStage(stage: string, read = secrets()): Credentials {
  const parameter = (of: string) => {
    if (of === 'slack') return `/aws/reference/secretsmanager/sundial/${stage}/slack-token`;
    return of === 'github' ? `/sundial/${stage}/github-token` : `/sundial/${stage}/trackers/${of}`;
  };
  const look = (of: string) =>
    read(parameter(of)).catch((fault: unknown) => {
      if (isMissingParameter(fault)) return null;
      throw fault;
    });
  return { slack: () => look('slack'), tracker: look, nameOf: (of) => `the parameter ${parameter(of)}` };
}
