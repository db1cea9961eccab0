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
    usage: 'status [team]',
    meaning: 'Says which models a team must leave, by when, and how far it has come.',
    example: 'status payments',
    form: null,
  },
  {
    name: 'timeline',
    usage: 'timeline MODEL [region]',
    meaning: 'Shows every date of a model with its source, and the plan to leave it.',
    example: 'timeline claude-opus-4-1 us-east-1',
    form: null,
  },
  {
    name: 'mine',
    usage: 'mine',
    meaning: 'Lists the migrations that you own, or that concern the channels you are in.',
    example: 'mine',
    form: null,
  },
  {
    name: 'compare',
    usage: 'compare [CURRENT CANDIDATE]',
    meaning: 'Runs two models side by side on your own cases; without models a form asks for them.',
    example: 'compare claude-opus-4-1 claude-opus-4-8',
    form: 'compare',
  },
  {
    name: 'ack',
    usage: 'ack MODEL',
    meaning: 'Says that your team has seen it, which stops escalation until the next date that matters.',
    example: 'ack claude-opus-4-1',
    form: null,
  },
  {
    name: 'snooze',
    usage: 'snooze [MODEL UNTIL]',
    meaning: 'Keeps reminders quiet until a day, never past the next date that matters.',
    example: 'snooze claude-opus-4-1 2027-01-15',
    form: 'snooze',
  },
  {
    name: 'owner',
    usage: 'owner [MODEL PERSON]',
    meaning: 'Names the person who leads a migration.',
    example: 'owner claude-opus-4-1 @ana',
    form: 'owner',
  },
  {
    name: 'replace',
    usage: 'replace [MODEL CANDIDATE]',
    meaning: 'Chooses the model that takes the place of another.',
    example: 'replace claude-opus-4-1 claude-opus-4-8',
    form: 'replace',
  },
  {
    name: 'waive',
    usage: 'waive [MODEL UNTIL]',
    meaning: 'Records a private arrangement with AWS that moves the end for your team.',
    example: 'waive claude-opus-4-1 2027-06-30',
    form: 'waive',
  },
  {
    name: 'watch',
    usage: 'watch MODEL',
    meaning: 'Tells you of every change of a migration in a direct message; a second time stops it.',
    example: 'watch claude-opus-4-1',
    form: null,
  },
  {
    name: 'digest',
    usage: 'digest [team]',
    meaning: "Sums up what is due, what moved and what nobody owns, as Monday's message does.",
    example: 'digest payments',
    form: null,
  },
  {
    name: 'help',
    usage: 'help [word]',
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
