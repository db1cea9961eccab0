import { nearest } from './nearest.ts';
import type { FormName } from './slack-request.ts';

export const verbNames = [
  'status',
  'timeline',
  'mine',
  'compare',
  'ack',
  'snooze',
  'owner',
  'replace',
  'waive',
  'custom',
  'watch',
  'digest',
  'help',
] as const;
export type VerbName = (typeof verbNames)[number];

/** The first word after `/sundial`. */
export interface CommandVerb {
  readonly name: VerbName;
  /** What follows `/sundial`; what stands in brackets may be left out. */
  readonly usage: string;
  /** One sentence. */
  readonly meaning: string;
  /** What follows `/sundial`, as somebody would type it. */
  readonly example: string;
  /** The form that opens where nothing follows the word. */
  readonly form: FormName | null;
}

/** Everything that can be typed, in the order in which help tells it. */
export const commandVerbs: readonly CommandVerb[] = [
  {
    name: 'status',
    usage: 'status [MODEL | TEAM]',
    meaning: 'Says what must be left, by when, who leads and how far it has come.',
    example: 'status payments',
    form: null,
  },
  {
    name: 'timeline',
    usage: 'timeline MODEL [REGION]',
    meaning: 'Shows every date of a model with its source, and the plan to leave it.',
    example: 'timeline sonnet 4.5 us-east-1',
    form: null,
  },
  {
    name: 'mine',
    usage: 'mine',
    meaning: 'Lists the migrations that you lead or watch, and those of the channels you are in.',
    example: 'mine',
    form: null,
  },
  {
    name: 'compare',
    usage: 'compare CURRENT [with CANDIDATE] [on DATASET] [--batch]',
    meaning:
      "Runs two models side by side on your own cases; the candidate is the replacement, the cases are your team's, unless you name others. With --batch they answer at half the price, within a day or so; it takes 100 cases. Alone it opens a form.",
    example: 'compare sonnet 4.5 with sonnet 5 on s3://my-cases/payments.jsonl',
    form: 'compare',
  },
  {
    name: 'ack',
    usage: 'ack MODEL',
    meaning: 'Says that somebody has seen it: nobody else is told that nobody has.',
    example: 'ack sonnet 4.5',
    form: null,
  },
  {
    name: 'snooze',
    usage: 'snooze MODEL until DATE because REASON',
    meaning: 'Keeps reminders quiet until a day, never past the next date that matters. Alone it opens a form.',
    example: 'snooze sonnet 4.5 until 2026-12-15 because tests run next week',
    form: 'snooze',
  },
  {
    name: 'owner',
    usage: 'owner MODEL @PERSON',
    meaning: 'Names the person who leads a migration.',
    example: 'owner sonnet 4.5 @ana',
    form: 'owner',
  },
  {
    name: 'replace',
    usage: 'replace MODEL with MODEL',
    meaning: 'Chooses where your team goes instead of the recommended model.',
    example: 'replace sonnet 4.5 with opus 5',
    form: 'replace',
  },
  {
    name: 'waive',
    usage: 'waive MODEL [until DATE] because REASON',
    meaning:
      'Notes a private arrangement with the provider: reminders rest while it holds, 90 days if you name no day.',
    example: 'waive sonnet 4.5 until 2027-06-30 because contract 4711',
    form: 'waive',
  },
  {
    name: 'custom',
    usage: 'custom [NAME [start [on MODEL] [PARAMETER=VALUE …] | approve | refuse | cancel]]',
    meaning:
      'Shows custom models whose base goes away and how far their successors are; starts training, and decides whether a successor takes over.',
    example: 'custom support-lite start epochCount=3',
    form: null,
  },
  {
    name: 'watch',
    usage: 'watch MODEL',
    meaning: 'Calls you by name when there is news of a model; a second time stops it.',
    example: 'watch sonnet 4.5',
    form: null,
  },
  {
    name: 'digest',
    usage: 'digest',
    meaning: 'Sums up what this channel must leave, as the message at the start of the week does.',
    example: 'digest',
    form: null,
  },
  {
    name: 'help',
    usage: 'help [WORD]',
    meaning: 'Explains these words.',
    example: 'help snooze',
    form: null,
  },
];

/** The verb of exactly this name, in whatever case it was typed. */
export function verbNamed(word: string): CommandVerb | null {
  return commandVerbs.find(({ name }) => name === word.toLowerCase()) ?? null;
}

/** The verb that somebody most likely meant. */
export function nearestVerb(word: string): CommandVerb | null {
  return nearest(word, commandVerbs, ({ name }) => [name], 1)[0] ?? null;
}
