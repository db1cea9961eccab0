import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EngineOptions, Service } from './engine-options.ts';

type Services = Pick<EngineOptions, 'slack' | 'github' | 'trackerTokens'>;

/** A state knows the tickets and threads of one Slack and one GitHub; those of another mean nothing to it. */
export class OtherServicesError extends Error {
  override readonly name = 'OtherServicesError';
}

/** Remembers which services a state directory was made with, and refuses others. */
export function keepToServices(directory: string, options: Services): void {
  const file = join(directory, 'services.json');
  const wanted = JSON.stringify(servicesOf(options));
  if (!existsSync(file)) {
    writeFileSync(file, wanted);
    return;
  }
  const known = readFileSync(file, 'utf8');
  if (known === wanted) return;
  throw new OtherServicesError(
    `${directory} holds tickets and threads of ${known}, and cannot go on with ${wanted}: choose another state directory, or set the tokens as they were`,
  );
}

function servicesOf({ slack, github, trackerTokens = {} }: Services) {
  const trackers = Object.keys(trackerTokens).toSorted();
  return { slack: placeOf(slack), github: placeOf(github), ...(trackers.length > 0 && { trackers }) };
}

function placeOf(service: Service | undefined): string {
  return service ? (service.url ?? 'the public service') : 'simulated';
}
