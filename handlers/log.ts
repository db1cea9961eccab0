export interface Log {
  readonly info: (message: string, data?: LogData) => void;
  readonly error: (message: string, data?: LogData) => void;
}

export type LogData = Readonly<Record<string, string | number | boolean | null>>;

/** One JSON line an entry: a static message to search for, the data beside it. Secrets and prompts are not data. */
export function jsonLog(write: (line: string) => void): Log {
  const entry =
    (level: string) =>
    (message: string, data: LogData = {}) => {
      write(`${JSON.stringify({ ...data, level, message })}\n`);
    };
  return { info: entry('INFO'), error: entry('ERROR') };
}
