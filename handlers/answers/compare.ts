import type { ComparisonRequested } from '../../domain/comparison-run.ts';
import { allRegions } from '../../domain/lifecycle.ts';
import { baseModelId } from '../../domain/model-id.ts';
import { foundReplacement } from '../../domain/replacement.ts';
import { requestWords } from '../../domain/request-words.ts';
import type { Request } from '../../domain/request.ts';
import type { Situation } from '../../domain/situation.ts';
import { askForCases } from '../../templates/answers/ask-for-cases.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import type { Message } from '../../templates/message.ts';
import { mrkdwn } from '../../templates/markup.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Asking } from './asking.ts';
import { mayDo } from './may-do.ts';
import { migrationMeant, modelMeant } from './meant.ts';

type CompareRequest = Extract<Request, { kind: 'compare' }>;

/** What a run is asked for with, beside who asks. */
export type Wanted = Omit<ComparisonRequested, 'key' | 'at' | 'requestedBy'>;

/** Takes `/sundial compare`: the candidate is the replacement and the cases are the team's, unless others are named. */
export async function compare(request: CompareRequest, asking: Asking, deps: SlackDeps): Promise<Message> {
  const current = await migrationMeant(request.current, asking, deps, (words) =>
    requestWords({ ...request, current: words }),
  );
  if (current.kind === 'asked') return current.message;
  const situation = current.one;
  const candidate = candidateOf(request, situation, deps);
  if (typeof candidate !== 'string') return candidate;
  const dataset = request.dataset ?? situation.team.dataset;
  if (dataset === null) return askForCases(situation);
  return askForRun(wanted(situation, candidate, dataset), situation, asking, deps);
}

/** The run of a migration's model against a candidate, over all cases of a dataset. */
export function wanted({ migration }: Situation, candidate: string, dataset: string): Wanted {
  const region = migration.affected.map((one) => one.region).find((one) => one !== allRegions) ?? 'us-east-1';
  return {
    current: migration.modelId,
    candidate,
    region,
    dataset,
    sample: null,
    judge: null,
    budget: null,
    migrationIds: [migration.id],
  };
}

/** Asks for the run on Sundial's bus; whoever runs it tells of it in the thread. */
export async function askForRun(
  asked: Wanted,
  situation: Situation,
  asking: Asking,
  deps: SlackDeps,
): Promise<Message> {
  const { key, user, at } = asking;
  const { id, thread } = situation.migration;
  const did = requestWords({ kind: 'compare', current: id, candidate: asked.candidate, dataset: asked.dataset });
  const forbidden = await mayDo('compare', situation, asking, did, deps);
  if (forbidden) return forbidden;

  await deps.store.putAudit({ key, about: id, who: user, at, did, reason: null, allowed: true });
  await deps.requestComparison({ ...asked, key, at, requestedBy: user });
  const where = thread?.permalink ? mrkdwn.link(thread.permalink, "the migration's thread") : "the migration's thread";
  return plainAnswer([
    `The comparison of ${mrkdwn.bold(situation.modelName)} with ${mrkdwn.code(asked.candidate)} is asked for.`,
    `Its progress and its verdict are told in ${where}.`,
  ]);
}

function candidateOf(request: CompareRequest, situation: Situation, deps: SlackDeps): string | Message {
  if (request.candidate !== null) {
    const meant = modelMeant(request.candidate, deps, (words) => requestWords({ ...request, candidate: words }));
    if (meant.kind === 'asked') return meant.message;
    // A profile or an ARN is asked as it was typed: some models answer through a profile only.
    return baseModelId(request.candidate) === meant.one.modelId ? request.candidate : meant.one.modelId;
  }
  return (
    foundReplacement(situation.successor)?.modelId ??
    plainAnswer([
      `Nobody names a replacement for ${mrkdwn.bold(situation.modelName)}. Say which: \`/sundial compare ${mrkdwn.text(request.current)} with MODEL\`.`,
    ])
  );
}
