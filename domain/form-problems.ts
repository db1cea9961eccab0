import type { CalendarDate } from './calendar-date.ts';
import { calendarDate, plusDays, startOfDay } from './calendar-date.ts';
import type { FormFields, FormName } from './slack-request.ts';

type Problems = Readonly<Record<string, string | null>>;

/** What a form carries beside what people put in. */
interface Form {
  readonly fields: FormFields;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly today: CalendarDate;
}

const checks: Readonly<Record<FormName, (form: Form) => Problems>> = { snooze, owner, replace, waive, compare };

/** What must be put in otherwise, by the name of the field, in words that say what is expected; `null` where all is well. */
export function formProblems(
  form: FormName,
  fields: FormFields,
  metadata: Readonly<Record<string, unknown>>,
  today: CalendarDate,
): Readonly<Record<string, string>> | null {
  const found = Object.entries(checks[form]({ fields, metadata, today }));
  const problems = found.filter((entry): entry is [string, string] => entry[1] !== null);
  return problems.length > 0 ? Object.fromEntries(problems) : null;
}

function snooze({ fields, metadata, today }: Form): Problems {
  const until = day(fields, 'until');
  const latest = calendarDate(word(metadata['latest']));
  const why = word(metadata['latestWhy']);
  const tooLate =
    until !== null && latest !== null && until > latest
      ? `Choose ${longDate(latest)} or earlier${why === '' ? '' : `: ${why}`}.`
      : null;
  return { until: dayProblem(until, plusDays(today, 1)) ?? tooLate, reason: reasonProblem(fields) };
}

function owner({ fields }: Form): Problems {
  return { person: /^[UW][A-Z0-9]{1,20}$/.test(text(fields, 'person')) ? null : 'Choose a person.' };
}

function replace({ fields, metadata }: Form): Problems {
  const [chosen, other] = [text(fields, 'candidate'), text(fields, 'other')];
  if (chosen === '' && other === '') return { other: 'Choose a model from the menu, or write the id of one.' };
  if (chosen !== '' && other !== '') return { other: 'Leave this empty, or choose nothing in the menu.' };
  const problem = modelProblem(chosen || other) ?? sameProblem(chosen || other, word(metadata['model']));
  return chosen === '' ? { other: problem } : { candidate: problem };
}

function waive({ fields, today }: Form): Problems {
  return { until: dayProblem(day(fields, 'until'), today), reason: reasonProblem(fields) };
}

const sources = ['team', 's3', 'upload', 'logs'];

function compare({ fields, metadata }: Form): Problems {
  const known = word(metadata['current']);
  const current = known === '' ? text(fields, 'current') : known;
  const candidate = text(fields, 'candidate');
  const source = text(fields, 'source');
  const judge = text(fields, 'judge');
  return {
    ...(known === '' && { current: modelProblem(current) }),
    candidate: modelProblem(candidate) ?? sameProblem(candidate, current),
    source: sourceProblem(source, metadata['teamDataset']),
    address:
      source === 's3' && !/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/\S/.test(text(fields, 'address'))
        ? 'Write where the cases are: s3://bucket/key.'
        : null,
    file: source === 'upload' && isEmpty(fields['file']) ? 'Choose a file of JSON lines, one case a line.' : null,
    sample: numberProblem(
      text(fields, 'sample'),
      /^[1-9]\d{0,5}$/,
      'Write a whole number from 1 to 999,999, or nothing.',
    ),
    engine: engineProblem(text(fields, 'engine'), metadata['batch']),
    judge: judge === '' ? null : modelProblem(judge),
    budget: numberProblem(
      text(fields, 'budget'),
      /^(?!0+(?:\.0+)?$)\d{1,6}(?:\.\d{1,4})?$/,
      'Write an amount in US dollars, such as 5 or 2.50, or nothing.',
    ),
  };
}

function sourceProblem(source: string, teamDataset: unknown): string | null {
  if (!sources.includes(source)) return 'Choose where the cases come from.';
  return source === 'team' && teamDataset === false ? 'The team has no dataset of its own: choose another.' : null;
}

function engineProblem(engine: string, batch: unknown): string | null {
  if (!['', 'onDemand', 'batch'].includes(engine)) return 'Choose how the models are asked.';
  return engine === 'batch' && batch !== true ? 'Batch inference is not possible here: choose to ask at once.' : null;
}

function dayProblem(chosen: CalendarDate | null, first: CalendarDate): string | null {
  if (chosen === null) return 'Choose a day.';
  return chosen < first ? `Choose ${longDate(first)} or later: ${longDate(chosen)} is too early.` : null;
}

function reasonProblem(fields: FormFields): string | null {
  const { length } = text(fields, 'reason');
  if (length > 500) return `Write at most 500 characters; these are ${length}.`;
  return length < 3 ? 'Write why, in a few words: others will ask.' : null;
}

function modelProblem(model: string): string | null {
  return /^[A-Za-z0-9][A-Za-z0-9._:/-]{2,255}$/.test(model)
    ? null
    : "Write a model's id in Amazon Bedrock, such as anthropic.claude-sonnet-5.";
}

function sameProblem(model: string, leaving: string): string | null {
  return model === leaving ? 'This is the model to leave: choose another.' : null;
}

function numberProblem(written: string, form: RegExp, expected: string): string | null {
  return written === '' || form.test(written) ? null : expected;
}

function day(fields: FormFields, name: string): CalendarDate | null {
  return calendarDate(text(fields, name));
}

function text(fields: FormFields, name: string): string {
  return word(Object.hasOwn(fields, name) ? fields[name] : null).trim();
}

function word(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isEmpty(value: FormFields[string] | undefined): boolean {
  return value === undefined || value === null || value.length === 0;
}

function longDate(date: CalendarDate): string {
  return startOfDay(date).setLocale('en-GB').toFormat('d LLLL yyyy');
}
