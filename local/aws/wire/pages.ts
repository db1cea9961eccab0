import type { StaticOperationSchema } from '@smithy/types';
import { AwsError } from './aws-error.ts';
import { membersOf, shapeOf } from './static-schema.ts';

type Values = Readonly<Record<string, unknown>>;

const tokenNames = ['nextToken', 'NextToken', 'PaginationToken'];
const limitNames = ['maxResults', 'MaxResults', 'maxItems', 'MaxItems', 'ResourcesPerPage', 'limit'];

/** The token a request carries, where it asks for a later page. */
export function tokenIn(input: Values): string | null {
  const token = tokenNames.map((name) => input[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof token === 'string' ? token : null;
}

/**
 * One page of an output that holds everything: the client's own limit where it is smaller than the page. Handlers never page; an
 * operation whose output has no token is answered whole.
 */
export function page(operation: StaticOperationSchema, input: Values, output: object, size: number): object {
  const members = membersOf(operation[5]);
  const tokenName = members.find(({ name }) => tokenNames.includes(name))?.name;
  const values = output as Values;
  const listName = members.find(
    ({ name, schema }) => shapeOf(schema).kind === 'list' && Array.isArray(values[name]),
  )?.name;
  if (tokenName === undefined || listName === undefined) return output;

  const all = values[listName] as readonly unknown[];
  const limit = Math.min(size, ...limitNames.map((name) => input[name]).filter((value) => typeof value === 'number'));
  const from = offsetOf(tokenIn(input), operation[2]);
  const to = from + Math.max(1, limit);
  const rest = to < all.length ? { [tokenName]: tokenOf(to, operation[2]) } : {};
  return { ...output, [listName]: all.slice(from, to), ...rest };
}

function tokenOf(offset: number, operation: string): string {
  return Buffer.from(`${operation} ${offset}`).toString('base64');
}

function offsetOf(token: string | null, operation: string): number {
  if (token === null) return 0;
  const [of, offset] = Buffer.from(token, 'base64').toString().split(' ');
  if (of !== operation || !/^\d+$/.test(offset ?? ''))
    throw new AwsError('ValidationException', `the token is not one of ${operation}'s`);
  return Number(offset);
}
