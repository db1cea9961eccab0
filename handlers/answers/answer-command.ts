import { modelsMeant } from '../../catalogue/models-meant.ts';
import { verbNamed } from '../../domain/command-verbs.ts';
import { readRequest } from '../../domain/read-request.ts';
import type { MigrationRequest, Request } from '../../domain/request.ts';
import { requestWords } from '../../domain/request-words.ts';
import { unclearAnswer } from '../../templates/answers/plain-answer.ts';
import type { Message } from '../../templates/message.ts';
import type { SlackDeps } from '../slack-ports.ts';
import type { Asking } from './asking.ts';
import { change } from './change.ts';
import { compare } from './compare.ts';
import { digest, mine, status, timeline } from './look-up.ts';
import { migrationMeant, modelMeant } from './meant.ts';
import { watch } from './watch.ts';

/** What somebody typed after `/sundial`, answered; `share` is whether the channel may see it. */
export async function answerCommand(
  text: string,
  asking: Asking,
  deps: SlackDeps,
): Promise<{ readonly message: Message; readonly share: boolean }> {
  const read = readRequest(text, (words) => modelsMeant(words, deps.catalogue).length > 0);
  if (read.kind === 'unclear') {
    const usage = verbNamed(read.verb)?.usage ?? 'help';
    return { message: unclearAnswer(read.why, usage), share: false };
  }
  return { message: await answered(read.request, asking, deps), share: read.share };
}

function answered(request: Request, asking: Asking, deps: SlackDeps): Promise<Message> {
  switch (request.kind) {
    case 'status':
      return status(request.about, deps);
    case 'timeline':
      return timeline(request.model, request.region, deps);
    case 'mine':
      return mine(asking, deps);
    case 'digest':
      return digest(asking, deps);
    case 'compare':
      return compare(request, asking, deps);
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

async function watching(words: string, asking: Asking, deps: SlackDeps): Promise<Message> {
  const model = modelMeant(words, deps, (named) => requestWords({ kind: 'watch', model: named }));
  return model.kind === 'asked' ? model.message : watch(model.one, asking, deps);
}

async function changing(request: MigrationRequest, asking: Asking, deps: SlackDeps): Promise<Message> {
  const meant = await migrationMeant(request.model, asking, deps, (words) =>
    requestWords({ ...request, model: words }),
  );
  if (meant.kind === 'asked') return meant.message;
  if (request.kind !== 'replace') return change(request, meant.one, asking, deps);

  const candidate = modelMeant(request.candidate, deps, (words) => requestWords({ ...request, candidate: words }));
  if (candidate.kind === 'asked') return candidate.message;
  return change({ ...request, candidate: candidate.one.modelId }, meant.one, asking, deps);
}
