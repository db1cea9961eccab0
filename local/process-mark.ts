import { readFileSync } from 'node:fs';

/** One run of one process. `startedAt` tells a recycled process id from the process that had it before; `null` where the system does not say. */
export interface ProcessMark {
  readonly pid: number;
  readonly startedAt: string | null;
}

export function markOf(pid: number): ProcessMark {
  return { pid, startedAt: startTicks(pid) };
}

/** Whether that very run still goes on. */
export function isAlive(mark: ProcessMark): boolean {
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  const startedAt = startTicks(mark.pid);
  return mark.startedAt === null || startedAt === null || startedAt === mark.startedAt;
}

/** Field 22 of Linux's /proc/PID/stat, counted after the command, which may hold blanks. */
function startTicks(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
