import type { DateTime } from 'luxon';
import { catalogue } from '../../catalogue/catalogue.ts';
import { plusDays, utcDay } from '../../domain/calendar-date.ts';
import { commandVerbs } from '../../domain/command-verbs.ts';
import { modelOutlook } from '../../domain/model-outlook.ts';
import { askForCases } from '../../templates/answers/ask-for-cases.ts';
import { choiceMessage } from '../../templates/answers/choice-message.ts';
import { doneAnswer } from '../../templates/answers/done-answer.ts';
import { plainAnswer, unclearAnswer } from '../../templates/answers/plain-answer.ts';
import { notAllowedWords } from '../../templates/answers/change-words.ts';
import { situationsMessage } from '../../templates/answers/situations-message.ts';
import { statusMessage } from '../../templates/answers/status-message.ts';
import { timelineMessage } from '../../templates/answers/timeline-message.ts';
import type { Sample } from '../../templates/console/preview-page.ts';
import { digestMessage } from '../../templates/digest-message.ts';
import type { Message } from '../../templates/message.ts';
import { commandHelp, unknownVerb, verbHelp } from '../../templates/slack/command-help.ts';
import { notTakenMessage } from '../../templates/slack/not-taken.ts';
import { organisation } from '../story/organisation.ts';
import { decisionsAt, sampleSituation, sonnet45 } from './sample-situations.ts';

/** What `/sundial` answers, and what a channel is told each week. */
export function answerSamples(now: DateTime): Sample[] {
  const { owner, snooze } = decisionsAt(now);
  const situation = sampleSituation({ modelId: sonnet45, migration: { owner } }, now);
  const others = [
    situation,
    sampleSituation({ modelId: 'amazon.nova-pro-v1:0', migration: { ticket: null } }, now),
    sampleSituation({ modelId: 'twelvelabs.marengo-embed-2-7-v1:0', migration: { owner, snooze } }, now),
  ];
  const did = {
    key: 'k',
    about: situation.migration.id,
    who: 'U0BEN',
    at: now.toUTC().toISO() ?? '',
    did: 'acknowledge',
    reason: null,
    allowed: true,
  };
  const model = catalogue.find(sonnet45);
  const verb = commandVerbs.find(({ name }) => name === 'snooze');
  const until = plusDays(utcDay(now), 14);
  const asked = { kind: 'snooze', model: sonnet45, until, reason: 'Most of the team is on leave' } as const;
  const named = [
    { name: 'Claude Sonnet 4.5', id: sonnet45, command: `status ${sonnet45}` },
    { name: 'Claude Sonnet 4', id: 'anthropic.claude-sonnet-4-20250514-v1:0', command: 'status sonnet 4' },
  ];

  return [
    sample('status, of one', statusMessage(situation, [did, { ...did, did: 'waive', allowed: false }])),
    sample('status, of a team', situationsMessage('Team payments', others, 'Nothing to leave.')),
    sample('status, of nothing', situationsMessage('Team payments', [], 'Nothing to leave.')),
    ...(model ? [sample('timeline', timelineMessage(modelOutlook(model, null, catalogue, organisation, now)))] : []),
    sample('digest', digestMessage(others)),
    sample('help', commandHelp()),
    ...(verb ? [sample('help, of a word', verbHelp(verb))] : []),
    sample('A word that nobody knows', unknownVerb('snoze', verb ?? null)),
    sample('Something unclear', unclearAnswer('No day was given.', 'snooze MODEL until DAY because REASON')),
    sample('Several models may be meant', choiceMessage('Which one do you mean?', named)),
    sample('Done', doneAnswer(asked, situation)),
    sample('Not allowed', plainAnswer([notAllowedWords('waive', { kind: 'some', people: ['U0ANA'], groups: [] })])),
    sample('A comparison without cases', askForCases(situation)),
    sample('Not taken', notTakenMessage()),
  ];
}

function sample(title: string, message: Message): Sample {
  return { title, kind: 'message', message };
}
