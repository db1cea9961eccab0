import { withinLimits } from './deadline.ts';
import type { Task } from './definition.ts';
import { happened } from './history.ts';
import type { Json } from './json.ts';
import type { TaskContext } from './run.ts';
import { fitting, StateError } from './state-error.ts';
import type { Visit } from './visit.ts';
import { amountIn, valueIn } from './visit.ts';

const waits = '.waitForTaskToken';

/** https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html */
export async function runTask(task: Task, visit: Visit): Promise<Json> {
  const { run, execution, signal } = visit.frame;
  const token = task.Resource.endsWith(waits) ? run.newId() : null;
  const called = token === null ? visit : { ...visit, context: { ...visit.context, Task: { Token: token } } };
  const argument = task.Arguments === undefined ? visit.input : await valueIn(called, task.Arguments, 'Arguments');
  fitting(argument, `what ${visit.name} passes on`);

  const role = task.Credentials === undefined ? null : await roleIn(visit, task.Credentials.RoleArn);
  const limits = {
    seconds: await limitIn(visit, task, 'TimeoutSeconds'),
    heartbeatSeconds: await limitIn(visit, task, 'HeartbeatSeconds'),
    what: visit.name,
    deadline: run.deadline,
    signal,
  };
  happened(visit.frame, 'TaskStarted', visit.name, { resource: task.Resource });
  const result = await withinLimits(limits, (ends, heartbeat) => {
    const context = { state: visit.name, execution: execution.Name, token, role, heartbeat, signal: ends };
    return token === null
      ? invoked(task, argument, context, visit)
      : answered(task, argument, { ...context, token }, visit);
  });
  happened(visit.frame, 'TaskSucceeded', visit.name);
  return fitting(plain(result), `the result of ${visit.name}`);
}

function invoked({ Resource }: Task, argument: Json, context: TaskContext, { frame }: Visit): Promise<unknown> {
  const runner = frame.run.tasks[Resource];
  if (!runner) throw new StateError('States.Runtime', `nothing runs ${Resource}`);
  return runner(argument, context);
}

/** What the resource itself answers is not looked at; whoever has the token answers. */
async function answered(task: Task, argument: Json, context: TaskContext & { token: string }, visit: Visit) {
  const { tokens } = visit.frame.run;
  if (!tokens) throw new StateError('States.Runtime', `nobody keeps the task tokens that ${task.Resource} needs`);
  try {
    const answer = tokens.answer(context.token, context.heartbeat);
    const [result] = await Promise.all([answer, invoked(task, argument, context, visit)]);
    return result;
  } finally {
    tokens.close(context.token);
  }
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/concepts-access-cross-acct-resources.html */
async function roleIn(visit: Visit, template: string): Promise<string> {
  const role = await valueIn(visit, template, 'Credentials.RoleArn');
  if (typeof role === 'string' && role !== '') return role;
  throw new StateError('States.QueryEvaluationError', `${visit.name}.Credentials.RoleArn: expected the ARN of a role`);
}

function limitIn(visit: Visit, task: Task, field: 'TimeoutSeconds' | 'HeartbeatSeconds'): Promise<number | null> {
  const amount = task[field];
  return amount === undefined ? Promise.resolve(null) : amountIn(visit, amount, field, 1);
}

/** As it would arrive over the wire. */
function plain(result: unknown): Json {
  return JSON.parse(JSON.stringify(result ?? null)) as Json;
}
