import type { StaticOperationSchema } from '@smithy/types';
import { traitsOf } from './static-schema.ts';

/** Method and path of a REST operation, from its `http` trait. */
export interface Route {
  readonly operation: string;
  readonly method: string;
  readonly segments: readonly Segment[];
  /** How many segments are given as they are. */
  readonly literals: number;
}

type Segment = { readonly literal: string } | { readonly label: string; readonly greedy: boolean };

export type Labels = Readonly<Record<string, string>>;

export function routeOf(operation: StaticOperationSchema): Route {
  const [method = '', path = ''] = (traitsOf(operation[3]) as { readonly http?: readonly string[] }).http ?? [];
  const segments = path.replace(/\?.*$/, '').split('/').slice(1).map(segment);
  const literals = segments.filter((one) => 'literal' in one).length;
  return { operation: operation[2], method, segments, literals };
}

/** The values of a path's labels, `null` where the path is another's. A trailing slash is part of a path, as the clients send it. */
export function labelsIn(route: Route, method: string, path: string): Labels | null {
  if (route.method !== method) return null;
  const parts = path.split('/').slice(1);
  const labels: Record<string, string> = {};
  for (const [index, one] of route.segments.entries()) {
    const part = parts[index];
    if (part === undefined) return null;
    if ('literal' in one) {
      if (one.literal !== part) return null;
    } else if (one.greedy) {
      return { ...labels, [one.label]: decodeURIComponent(parts.slice(index).join('/')) };
    } else if (part === '') {
      return null;
    } else {
      labels[one.label] = decodeURIComponent(part);
    }
  }
  return parts.length === route.segments.length ? labels : null;
}

function segment(text: string): Segment {
  const label = /^\{(?<name>\w+)(?<greedy>\+?)\}$/.exec(text)?.groups;
  return label ? { label: label['name'] ?? '', greedy: label['greedy'] === '+' } : { literal: text };
}
