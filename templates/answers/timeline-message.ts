import { daysBetween, utcDay } from '../../domain/calendar-date.ts';
import type { ModelOutlook } from '../../domain/model-outlook.ts';
import { context, header, section, spoken, titled } from '../blocks.ts';
import { mrkdwn, spokenWords } from '../markup.ts';
import type { Message } from '../message.ts';
import { capitalised, clipped, counted, longDate, relativeDays } from '../text.ts';
import { dateLabel, saidBy, stageWords } from '../words-lifecycle.ts';
import { doneBefore, milestoneName } from '../words-plan.ts';

/** Milestones listed: the ones still ahead. */
const mostMilestones = 8;

/** Every date of a model with its source, and the plan of a team that starts today. */
export function timelineMessage({ model, region, lifecycle, timeline, now }: ModelOutlook): Message {
  const today = utcDay(now);
  const where = region === null ? '' : ` in ${region}`;
  const left = ending(timeline.daysLeft);
  const lead = `is ${stageWords[timeline.stage]}${where}; ${left}.`;
  const dates = lifecycle.sources.map(
    (word) =>
      `• ${dateLabel(word.name)}: *${longDate(word.value)}* (${relativeDays(daysBetween(today, word.value))}), says ${saidBy(word, mrkdwn)}`,
  );
  const ahead = timeline.milestones.filter(({ due }) => due >= today).slice(0, mostMilestones);
  return {
    text: spoken([
      `${spokenWords.text(model.name)} ${lead}`,
      ...lifecycle.sources.map((word) => `${dateLabel(word.name)}: ${longDate(word.value)}.`),
    ]),
    blocks: [
      header(clipped(model.name, 150)),
      section([`${mrkdwn.code(model.modelId)} ${lead}`]),
      titled('Dates', dates.length > 0 ? dates : ['Nobody gives any.']),
      ...(timeline.phases.length > 0
        ? [
            titled(
              'Plan, for a team that starts today',
              timeline.phases.map(
                (phase) => `• ${capitalised(phase.name)}: from ${longDate(phase.start)}, done ${doneBefore(phase)}`,
              ),
            ),
          ]
        : []),
      ...(ahead.length > 0
        ? [
            titled(
              'Milestones ahead',
              ahead.map((milestone) => `• ${longDate(milestone.due)}: ${milestoneName(milestone)}`),
            ),
          ]
        : []),
      context([
        timeline.restrictions.length > 0
          ? timeline.restrictions.map(({ text }) => text).join(' ')
          : 'This stage takes nothing away.',
      ]),
    ],
  };
}

function ending(daysLeft: number | null): string {
  if (daysLeft === null) return 'no end of life is announced';
  return daysLeft < 0 ? `its end of life was ${relativeDays(daysLeft)}` : `${counted(daysLeft, 'day')} to end of life`;
}
