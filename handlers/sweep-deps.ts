import { awsAccess } from '../adapters/aws-access.ts';
import { eventBus } from '../adapters/event-bus.ts';
import { awsSurvey } from '../adapters/survey.ts';
import type { LifecycleChanged } from '../domain/lifecycle-changed.ts';
import { deps } from './deps.ts';
import { setting } from './settings.ts';
import type { SweepDeps } from './sweep-ports.ts';

/** What sweeps need on AWS, beyond what every function does: AWS itself, and the bus. */
export async function sweepDeps(): Promise<SweepDeps> {
  const common = await deps();
  const survey = awsSurvey(common.configuration.sweep, {
    access: awsAccess(),
    homeRegion: setting('AWS_REGION'),
    now: common.now,
  });
  const put = eventBus(setting('SUNDIAL_BUS'));
  const announce = (changes: readonly LifecycleChanged[]) =>
    put(changes.map((detail) => ({ detailType: 'Model Lifecycle Changed', detail })));
  return { ...common, survey, announce };
}
