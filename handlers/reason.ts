/** Why an event could not be handled, for the log and the dead letters. */
export interface Reason {
  readonly error: string;
  readonly reason: string;
}

/** What a fault says of itself: its message, what it is about and what to do about it, where it carries that as data. */
export function reasonOf(fault: unknown): Reason {
  if (!(fault instanceof Error)) return { error: 'unknown', reason: String(fault) };
  const details = 'data' in fault ? detailsOf(fault.data) : [];
  return { error: fault.name, reason: [messageOf(fault), ...details].join('; ') };
}

/** JSON.parse quotes what it read, which may be somebody's prompt: only where the fault is goes out. */
function messageOf({ name, message }: Error): string {
  if (name !== 'SyntaxError') return message;
  const place = / at position \d+/.exec(message)?.[0] ?? '';
  return `what was read is no JSON${place}`;
}

function detailsOf(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    const text = Array.isArray(value) ? value.map(String).join(', ') : value;
    return typeof text === 'string' || typeof text === 'number' ? [`${name}: ${text}`] : [];
  });
}
