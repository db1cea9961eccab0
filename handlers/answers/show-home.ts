import { isMine } from '../../domain/mine.ts';
import { homeView } from '../../templates/slack/home-view.ts';
import type { SlackDeps } from '../slack-ports.ts';
import { allSituations } from './situations.ts';

/** Draws the Home of a person anew: what they lead, watch or are in the channel of. */
export async function showHome(user: string, deps: SlackDeps): Promise<void> {
  const channels = await deps.desk.channelsOf(user);
  const situations = (await allSituations(deps)).filter((situation) => isMine(situation, user, channels));
  await deps.desk.publishHome(user, homeView({ situations, user, now: deps.now() }));
}
