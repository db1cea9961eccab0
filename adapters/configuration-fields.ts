import * as z from 'zod/mini';
import { calendarDate } from '../domain/calendar-date.ts';

export const name = z.string().check(z.minLength(1, 'expected a name'));
export const day = z
  .string()
  .check(z.refine((text) => calendarDate(text) !== null, 'expected a day that exists, YYYY-MM-DD'));
export const account = z.string().check(z.regex(/^\d{12}$/, 'expected 12 digits in quotes, such as "111122223333"'));
export const region = z
  .string()
  .check(z.regex(/^[a-z]{2,4}(-[a-z]+)+-\d+$/, 'expected a Region code, such as eu-central-1'));
export const model = z
  .string()
  .check(
    z.regex(
      /^[a-z0-9-]+\.(?:[\w.:-]+\*?|\*)$/,
      'expected a model id, such as anthropic.claude-sonnet-5; a trailing * stands for any ending',
    ),
  );
export const modelId = z
  .string()
  .check(z.regex(/^[a-z0-9-]+\.[a-z0-9][\w.:-]*$/, 'expected a base model id, such as anthropic.claude-sonnet-5'));
export const channel = z
  .string()
  .check(z.regex(/^(#[\w-]{1,80}|[CG][A-Z0-9]{6,})$/, 'expected a Slack channel, as "#payments" (in quotes) or an id'));
export const pattern = z.string().check(z.minLength(1, 'expected a text; a trailing * stands for any ending'));
export const patterns = z
  .record(name, pattern)
  .check(z.refine((map) => Object.keys(map).length > 0, 'expected at least one key'));
export const principal = z
  .string()
  .check(
    z.regex(
      /^(?:arn:[\w*-]+:(?:iam|sts|\*):.*|\*.*)$/,
      'expected the ARN of a role or user; * stands for any text, as in arn:aws:iam::111122223333:role/checkout-*',
    ),
  );
export const count = z.number().check(z.int('expected a whole number'), z.gte(0, 'expected 0 or more'));

export const countFromOne = z.number().check(z.int('expected a whole number'), z.gte(1, 'expected 1 or more'));
