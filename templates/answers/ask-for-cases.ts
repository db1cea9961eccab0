import type { Situation } from '../../domain/situation.ts';
import { section, spoken } from '../blocks.ts';
import { mrkdwn } from '../markup.ts';
import type { Message } from '../message.ts';

/** A comparison without cases: the button opens the form that asks for them. */
export function askForCases({ migration, modelName, team }: Situation): Message {
  const lead = `Which cases? The team ${mrkdwn.text(team.name)} has no dataset of its own in sundial.yml.`;
  const hint = `Name one, as in \`/sundial compare ${mrkdwn.text(modelName)} on s3://bucket/cases.jsonl\`, or choose in a form.`;
  return {
    text: spoken([lead, hint.replaceAll('`', '')]),
    blocks: [
      section([lead, hint]),
      {
        type: 'actions',
        block_id: `migration:${migration.id}`,
        elements: [
          {
            type: 'button',
            action_id: 'compare',
            text: { type: 'plain_text', text: 'Choose cases', emoji: false },
          },
        ],
      },
    ],
  };
}
