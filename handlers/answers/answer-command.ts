import { modelsMeant } from '../../catalogue/models-meant.ts';
import { verbNamed } from '../../domain/command-verbs.ts';
import { readRequest } from '../../domain/read-request.ts';
import type { MigrationRequest, Request } from '../../domain/request.ts';
import { requestWords } from '../../domain/request-words.ts';
import { sharingChoices } from '../../templates/answers/choice-message.ts';
import { unclearAnswer } from '../../templates/answers/plain-answer.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Answer, Asking } from './asking.ts';
import { refused, told } from './asking.ts';
import { change } from './change.ts';
import { compare } from './compare.ts';
import { custom } from './custom-models.ts';
import { digest, mine, status, timeline } from './look-up.ts';
import { leavingModels, modelMeant } from './meant.ts';
import { migrationMeant } from './meant-migration.ts';
import { watch } from './watch.ts';

/** What somebody typed after `/sundial`, answered; `share` is whether the channel may see it. A question is for whoever typed. */
export async function answerCommand(
  text: string,
  asking: Asking,
  deps: SlackDeps,
): Promise<Answer & { readonly share: boolean }> {
  const read = readRequest(text, (words) => modelsMeant(words, deps.catalogue).length > 0);
  if (read.kind === 'unclear') {
    const usage = verbNamed(read.verb)?.usage ?? 'help';
    return { ...refused(unclearAnswer(read.why, usage)), share: false };
  }
  const answer = await answered(read.request, asking, deps);
  if (answer.kind !== 'asked') return { ...answer, share: read.share };
  return { kind: 'asked', message: read.share ? sharingChoices(answer.message) : answer.message, share: false };
}

async function answered(request: Request, asking: Asking, deps: SlackDeps): Promise<Answer> {
  switch (request.kind) {
    case 'status':
      return status(request.about, deps);
    case 'timeline':
      return timeline(request.model, request.region, deps);
    case 'mine':
      return told(await mine(asking, deps));
    case 'digest':
      return told(await digest(asking, deps));
    case 'compare':
      return compare(request, asking, deps);
    case 'custom':
      return custom(request, asking, deps);
    case 'watch':
      return watching(request.model, asking, deps);
    case 'acknowledge':
    case 'snooze':
    case 'owner':
    case 'replace':
    case 'waive':
      return changing(request, asking, deps);
  }
}

async function watching(words: string, asking: Asking, deps: SlackDeps): Promise<Answer> {
  const rephrase = (model: string) => requestWords({ kind: 'watch', model });
  const model = modelMeant(words, deps, rephrase, await leavingModels(deps));
  return model.kind === 'asked' ? model : watch(model.one, asking, deps);
}

async function changing(request: MigrationRequest, asking: Asking, deps: SlackDeps): Promise<Answer> {
  const rephrase = (model: string) => requestWords({ ...request, model });
  const meant = await migrationMeant(request.model, asking, deps, rephrase);
  if (meant.kind === 'asked') return meant;
  if (request.kind !== 'replace') return change(request, meant.one, asking, deps);

  const candidate = modelMeant(request.candidate, deps, (words) => requestWords({ ...request, candidate: words }));
  if (candidate.kind === 'asked') return candidate;
  return change({ ...request, candidate: candidate.one.modelId }, meant.one, asking, deps);
}
