import { calendarDate } from './calendar-date.ts';
import { customRequest } from './read-custom-request.ts';
import type { ReadRequest, Request } from './request.ts';

/** Whether words name a model that somebody knows. */
export type NamesModel = (words: string) => boolean;

const regionCode = /^[a-z]{2,4}(?:-[a-z]+)+-\d+$/;
/** Phones make one dash of two. */
const inBatch = /^(?:--|[–—])batch$/i;
const dataset = /^(?:s3:\/\/\S+|\S+\.jsonl|invocation-logs)$/;

/**
 * Reads what somebody typed after `/sundial`. Case, spaces and `--share` may stand anywhere; model names may have spaces. `namesModel`
 * decides where the first of two names ends when nobody wrote `with` between them.
 */
export function readRequest(text: string, namesModel: NamesModel): ReadRequest {
  const words = text.trim().split(/\s+/);
  const share = words.includes('--share');
  const [first = '', ...others] = words.filter((word) => word !== '--share');
  const verb = first.toLowerCase();
  const read = requestOf(verb, others, namesModel);
  return typeof read === 'string' ? { kind: 'unclear', verb, why: read } : { kind: 'request', request: read, share };
}

/** The request, or what is wrong with its words. */
function requestOf(verb: string, words: readonly string[], namesModel: NamesModel): Request | string {
  const rest = words.join(' ');
  switch (verb) {
    case 'status':
      return { kind: 'status', about: rest === '' ? null : rest };
    case 'mine':
    case 'digest':
      return { kind: verb };
    case 'timeline': {
      const last = words.at(-1)?.toLowerCase() ?? '';
      const region = words.length > 1 && regionCode.test(last) ? last : null;
      const model = (region === null ? words : words.slice(0, -1)).join(' ');
      return model === '' ? 'Which model?' : { kind: 'timeline', model, region };
    }
    case 'ack':
      return rest === '' ? 'Which model?' : { kind: 'acknowledge', model: rest };
    case 'watch':
      return rest === '' ? 'Which model?' : { kind: 'watch', model: rest };
    case 'compare':
      return comparison(words, namesModel);
    case 'custom':
      return customRequest(words);
    case 'snooze':
      return snooze(rest);
    case 'owner':
      return owner(words);
    case 'replace':
      return replacement(words, namesModel);
    case 'waive':
      return waiver(rest);
    default:
      return `There is no word ${verb}.`;
  }
}

function snooze(rest: string): Request | string {
  const { model, until, reason } =
    /^(?<model>.+?)\s+until\s+(?<until>\S+)(?:\s+because(?:\s+(?<reason>.+))?)?$/i.exec(rest)?.groups ?? {};
  if (model === undefined || until === undefined)
    return 'Until which day? Write until and a date, as in until 2026-12-15.';
  const day = calendarDate(until);
  if (day === null) return `${until} is no day: write it as 2026-12-15.`;
  return reason === undefined ? 'Why? Write because and a reason.' : { kind: 'snooze', model, until: day, reason };
}

function waiver(rest: string): Request | string {
  const { model, until, reason } =
    /^(?<model>.+?)(?:\s+until\s+(?<until>\S+))?\s+because\s+(?<reason>.+)$/i.exec(rest)?.groups ?? {};
  if (model === undefined || reason === undefined) return 'Which model, and why? Write because and a reason.';
  const day = until === undefined ? null : calendarDate(until);
  return until !== undefined && day === null
    ? `${until} is no day: write it as 2027-06-30.`
    : { kind: 'waive', model, until: day, reason };
}

/** A person as Slack writes them, `<@U123|ana>`, or `me`. */
function owner(words: readonly string[]): Request | string {
  const last = words.at(-1) ?? '';
  const id = /^<@(?<id>[UW][A-Z0-9]+)(?:\|[^>]*)?>$/.exec(last)?.groups?.['id'];
  const model = words.slice(0, -1).join(' ');
  if (model === '' || (id === undefined && last.toLowerCase() !== 'me'))
    return 'Which model, and who? Write the model and @ with a name, or me.';
  return { kind: 'owner', model, person: id ?? null };
}

function replacement(words: readonly string[], namesModel: NamesModel): Request | string {
  const [model, candidate] = twoModels(words, /^(?:with|by)$/i, namesModel);
  return candidate === null
    ? 'Which model, with which? Write with between the two.'
    : { kind: 'replace', model, candidate };
}

function comparison(typed: readonly string[], namesModel: NamesModel): Request | string {
  const words = typed.filter((word) => !inBatch.test(word));
  const named = words.findIndex((word) => dataset.test(word));
  const on = words[named - 1]?.toLowerCase() === 'on' ? named - 1 : named;
  const models = named < 0 ? words : [...words.slice(0, on), ...words.slice(named + 1)];
  if (models.length === 0) return 'Which model?';
  const [current, candidate] = twoModels(models, /^(?:with|against|to|and)$/i, namesModel);
  return {
    kind: 'compare',
    current,
    candidate,
    dataset: words[named] ?? null,
    ...(words.length < typed.length && { engine: 'batch' }),
  };
}

/** Two names with a word between them, or where the words before and after some place both name a model; else one name. */
function twoModels(
  words: readonly string[],
  between: RegExp,
  namesModel: NamesModel,
): readonly [string, string | null] {
  const middle = words.findIndex((word, index) => index > 0 && index < words.length - 1 && between.test(word));
  if (middle > 0) return [words.slice(0, middle).join(' '), words.slice(middle + 1).join(' ')];
  if (namesModel(words.join(' '))) return [words.join(' '), null];
  for (let end = 1; end < words.length; end += 1) {
    const [first, second] = [words.slice(0, end).join(' '), words.slice(end).join(' ')];
    if (namesModel(first) && namesModel(second)) return [first, second];
  }
  return [words.join(' '), null];
}
