import type { Delivery } from './lambda.ts';
import type { SlackDeps } from './slack-ports.ts';

/** Placeholder until the engine on AWS stands. */
export async function deps(): Promise<SlackDeps & Delivery> {
  return Promise.reject(new Error('not here yet'));
}
