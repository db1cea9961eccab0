import type { SectionBlock } from '@slack/types';
import type { Situation } from '../../domain/situation.ts';
import { section } from '../blocks.ts';
import { mrkdwn } from '../markup.ts';
import { countdown } from '../words-deadline.ts';

/** The migration that a form is about, and what the form does. */
export function formLead(situation: Situation, lines: readonly string[]): SectionBlock {
  const { modelName, migration } = situation;
  const team = `team ${mrkdwn.text(migration.team)}`;
  return section([`${mrkdwn.bold(modelName)} (${team}): ${countdown(situation)}.`, ...lines]);
}
