import { homeView } from '../../templates/slack/home-view.ts';
import type { SlackDeps } from '../slack-ports.ts';
import { ownSituations } from './situations.ts';

/** Draws the Home of a person anew. */
export async function showHome(user: string, deps: SlackDeps): Promise<void> {
  const situations = await ownSituations(user, deps);
  await deps.desk.publishHome(user, homeView({ situations, user, now: deps.now() }));
}
