import type { LogGroups } from '../adapters/cases/log-groups.ts';

/** CloudWatch Logs, loaded only where a dataset lies there. */
export async function readLogGroups(): Promise<LogGroups> {
  const { logGroups } = await import('../adapters/cases/log-groups.ts');
  return logGroups();
}
