import type { ComparisonRequested } from '../../domain/comparison-run.ts';
import { allRegions } from '../../domain/lifecycle.ts';
import { baseModelId } from '../../domain/model-id.ts';
import { foundReplacement } from '../../domain/replacement.ts';
import { requestWords } from '../../domain/request-words.ts';
import type { Presence } from '../../domain/presence.ts';
import type { Request } from '../../domain/request.ts';
import type { Situation } from '../../domain/situation.ts';
import { askForCases } from '../../templates/answers/ask-for-cases.ts';
import { plainAnswer } from '../../templates/answers/plain-answer.ts';
import { mrkdwn } from '../../templates/markup.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Answer, Asking } from './asking.ts';
import { done, refused } from './asking.ts';
import { mayDo } from './may-do.ts';
import { modelMeant } from './meant.ts';
import { migrationMeant } from './meant-migration.ts';
import { noBatch } from './no-batch.ts';

type CompareRequest = Extract<Request, { kind: 'compare' }>;

/** What a run is asked for with, beside who asks. */
export type Wanted = Omit<ComparisonRequested, 'key' | 'at' | 'requestedBy'>;

/** Takes `/sundial compare`: the candidate is the replacement and the cases are the team's, unless others are named. */
export async function compare(request: CompareRequest, asking: Asking, deps: SlackDeps): Promise<Answer> {
  const current = await migrationMeant(request.current, asking, deps, (words) =>
    requestWords({ ...request, current: words }),
  );
  if (current.kind === 'asked') return current;
  const situation = current.one;
  const candidate = candidateOf(request, situation, deps);
  if (typeof candidate !== 'string') return candidate;
  const dataset = request.dataset ?? situation.team.dataset;
  if (dataset === null) return { kind: 'asked', message: askForCases(situation) };
  const run = wanted(situation, candidate, dataset);
  const why = request.engine === 'batch' ? noBatch(situation, deps) : null;
  if (why !== null) return refused(plainAnswer([why, 'Without `--batch` the models are asked at once.']));
  const engine = request.engine && { engine: request.engine };
  return askForRun({ ...run, current: asTyped(request.current, run.current), ...engine }, situation, asking, deps);
}

/** The run of a migration's model against a candidate, over all cases of a dataset. */
export function wanted({ migration, presence }: Situation, candidate: string, dataset: string): Wanted {
  const region = migration.affected.map((one) => one.region).find((one) => one !== allRegions) ?? 'us-east-1';
  return {
    current: calledAs(presence) ?? migration.modelId,
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
export async function askForRun(asked: Wanted, situation: Situation, asking: Asking, deps: SlackDeps): Promise<Answer> {
  const { key, user, at } = asking;
  const { id, thread } = situation.migration;
  const { candidate, dataset, engine } = asked;
  const did = requestWords({ kind: 'compare', current: id, candidate, dataset, ...(engine && { engine }) });
  const forbidden = await mayDo('compare', situation, asking, did, deps);
  if (forbidden) return refused(forbidden);

  await deps.store.putAudit({ key, about: id, who: user, at, did, reason: null, allowed: true });
  await deps.requestComparison({ ...asked, key, at, requestedBy: user });
  const where = thread?.permalink ? mrkdwn.link(thread.permalink, "the migration's thread") : "the migration's thread";
  return done(
    plainAnswer([
      `The comparison of ${mrkdwn.bold(situation.modelName)} with ${mrkdwn.code(candidate)} is asked for${engine ? ', in batch' : ''}.`,
      `Its progress and its verdict are told in ${where}.`,
    ]),
  );
}

function candidateOf(request: CompareRequest, situation: Situation, deps: SlackDeps): string | Answer {
  if (request.candidate !== null) {
    const meant = modelMeant(request.candidate, deps, (words) => requestWords({ ...request, candidate: words }));
    return meant.kind === 'asked' ? meant : asTyped(request.candidate, meant.one.modelId);
  }
  return (
    foundReplacement(situation.successor)?.modelId ??
    refused(
      plainAnswer([
        `Nobody names a replacement for ${mrkdwn.bold(situation.modelName)}. Say which: \`/sundial compare ${mrkdwn.text(request.current)} with MODEL\`.`,
      ]),
    )
  );
}

/** A profile or an ARN is asked as it was typed: some models answer through a profile only. */
function asTyped(words: string, modelId: string): string {
  return baseModelId(words) === modelId ? words : modelId;
}

/** The id or profile by which the team itself calls the model, as the sweep saw it last. */
function calledAs({ dependents }: Presence): string | null {
  const called = dependents
    .filter(({ ownership, lastUsedOn }) => ownership.dependent.kind === 'onDemand' && lastUsedOn !== null)
    .toSorted((a, b) => (b.lastUsedOn ?? '').localeCompare(a.lastUsedOn ?? ''));
  return called[0]?.ownership.dependent.uses[0]?.reference ?? null;
}
