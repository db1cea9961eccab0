import type { BatchDeps } from './batch-ports.ts';
import { onDemand } from './on-demand.ts';

/** What answers a state machine that waits. */
export function taskDeps(): Pick<BatchDeps, 'tasks'> {
  return { tasks: onDemand(tasks, { succeed: true, fail: true }) };
}

async function tasks() {
  const { taskAnswers } = await import('../adapters/comparison/task-answers.ts');
  return taskAnswers();
}
