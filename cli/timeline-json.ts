import type { ModelOutlook } from '../domain/model-outlook.ts';
import { sourcesJson } from './migration-json.ts';
import { warningsOf } from './timeline-warnings.ts';

/** The document of `sundial timeline --json`. */
export function timelineJson(outlook: ModelOutlook) {
  const { model, region, lifecycle, timeline, successor } = outlook;
  return {
    modelId: model.modelId,
    modelName: model.name,
    region,
    regime: lifecycle.regime,
    noticePeriod: model.noticePeriod,
    stage: timeline.stage,
    emergency: lifecycle.withdrawal !== null,
    daysLeft: timeline.daysLeft,
    dates: lifecycle.dates,
    sources: sourcesJson(lifecycle),
    restrictions: timeline.restrictions,
    binding: timeline.binding,
    plan: timeline.plan,
    phases: timeline.phases,
    milestones: timeline.milestones,
    replacement: successor.kind === 'found' ? replacementOf(successor.replacement) : null,
    warnings: warningsOf(outlook),
  };
}

function replacementOf({
  modelId,
  source,
  stage,
  endOfLife,
}: {
  modelId: string;
  source: string;
  stage: string;
  endOfLife: string | null;
}) {
  return { modelId, source, stage, endOfLife };
}
