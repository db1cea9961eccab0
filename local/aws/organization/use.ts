import type { CalendarDate } from '../../../domain/calendar-date.ts';

/** Whose calls they are. */
export type Principal = { readonly role: string; readonly session: string } | { readonly user: string };

/** Calls of one caller to one model, day after day. */
export interface Use {
  /** What is passed as the model: an id, a profile's id, an ARN. */
  readonly calledAs: string;
  /** What CloudWatch names the series with, where that is not what is passed. */
  readonly meteredAs?: string;
  readonly model: string;
  readonly endpoint: 'bedrock-runtime' | 'bedrock-mantle';
  /** Of `bedrock-mantle`. */
  readonly project?: string;
  readonly principal: Principal;
  readonly streams?: boolean;
  readonly requestMetadata?: Readonly<Record<string, string>>;
  readonly tokens: { readonly input: number; readonly output: number };
  /** Calls on a working day at some days; between them in a straight line, before and after them the same as on the nearest. */
  readonly calls: readonly (readonly [CalendarDate, number])[];
}

const dayMs = 86_400_000;

/** Calls on a UTC day: less at the weekend, and never quite the same. A whole number, and none where the line is at zero. */
export function callsOn({ calls, calledAs }: Use, day: CalendarDate): number {
  const at = Date.parse(day) / dayMs;
  const level = levelAt(calls, at);
  const weekend = [0, 6].includes(new Date(at * dayMs).getUTCDay()) ? 0.35 : 1;
  return level <= 0 ? 0 : Math.max(1, Math.round(level * weekend * unevenness(calledAs.length, at)));
}

function levelAt(calls: Use['calls'], at: number): number {
  const points = calls.map(([day, level]) => ({ day: Date.parse(day) / dayMs, level }));
  const next = points.find(({ day }) => day >= at);
  const last = points.findLast(({ day }) => day < at);
  if (!next || !last) return (next ?? last)?.level ?? 0;
  return last.level + ((next.level - last.level) * (at - last.day)) / (next.day - last.day);
}

/** Between 0.92 and 1.08, the same for the same day however often one asks. */
function unevenness(seed: number, at: number): number {
  return 1 + 0.08 * Math.sin(at * 12.9898 + seed * 78.233);
}
