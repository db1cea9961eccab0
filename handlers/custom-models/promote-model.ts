import type { PromotionRequest } from '../../domain/custom-models/promotion-problems.ts';
import { notListedWords, regionStep, sharingStep } from '../../domain/custom-models/promotion-step.ts';
import type { SeenSharing } from '../../domain/custom-models/promotion-step.ts';
import type { PromotionPorts } from './promotion-ports.ts';

/** How a promotion ended in one Region. */
export type RegionOutcome =
  | { readonly kind: 'done'; readonly region: string; readonly model: string; readonly serving: string | null }
  | { readonly kind: 'failed'; readonly region: string; readonly why: string };

export type PromotionOutcome =
  | { readonly kind: 'promoted' | 'failed'; readonly regions: readonly RegionOutcome[] }
  | { readonly kind: 'notShared'; readonly why: string };

/** How often a share is waited for; it takes seconds. */
const shareTries = 30;

/**
 * Shares a custom model with another account, copies it to each Region there and has it served, from wherever an earlier try left off. A Region
 * that fails does not stop the others.
 */
export async function promoteModel(request: PromotionRequest, ports: PromotionPorts): Promise<PromotionOutcome> {
  const why = await shared(request, ports);
  if (why !== null) return { kind: 'notShared', why };
  const settled = await Promise.allSettled(request.regions.map((region) => promoteTo(region, request, ports)));
  const regions = settled.map((one, index): RegionOutcome => {
    if (one.status === 'fulfilled') return one.value;
    const fault: unknown = one.reason;
    const said = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
    return { kind: 'failed', region: request.regions[index] ?? '', why: said };
  });
  return { kind: regions.every(({ kind }) => kind === 'done') ? 'promoted' : 'failed', regions };
}

/** `null` once the target account sees the model, else why it does not. */
async function shared(request: PromotionRequest, ports: PromotionPorts): Promise<string | null> {
  let share: SeenSharing['share'] = null;
  for (let left = shareTries; left > 0; left -= 1) {
    const seen = await ports.lookAtSharing(request);
    ({ share } = seen);
    const step = sharingStep(request, seen);
    switch (step.kind) {
      case 'done':
        return null;
      case 'failed':
        return step.why;
      case 'share':
        await ports.share(request);
        ports.tell(`${request.source.arn} is shared with ${request.targetAccount}`);
        break;
      case 'accept':
        await ports.accept(step.invitation);
        ports.tell(`${request.targetAccount} has accepted the share`);
        break;
      case 'wait':
        await ports.wait(ports.pollMilliseconds);
    }
  }
  return notListedWords(request, { share }, `${shareTries} looks`);
}

async function promoteTo(region: string, request: PromotionRequest, ports: PromotionPorts): Promise<RegionOutcome> {
  const { look, copy, serve } = ports.region(region);
  let followed: string | null = null;
  for (;;) {
    const seen = await look(request);
    const running = seen.jobs.at(-1);
    if (running?.status === 'InProgress') followed = running.arn;
    const step = regionStep(request, seen, followed);
    switch (step.kind) {
      case 'done':
        return { kind: 'done', region, model: step.model, serving: step.serving };
      case 'failed':
        return { kind: 'failed', region, why: step.why };
      case 'copy':
        followed = await copy(request, step.attempt);
        ports.tell(`${region}: ${followed} is started`);
        break;
      case 'serve':
        await serve(request, step.model);
        ports.tell(`${region}: ${step.model} is being made callable`);
        break;
      case 'wait':
        ports.tell(`${region}: ${step.what}`);
        await ports.wait(ports.pollMilliseconds);
    }
  }
}
