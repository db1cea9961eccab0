import { customModelDeps } from './custom-models/custom-model-deps.ts';
import { tickCustomModels } from './custom-models/tick-custom-models.ts';
import { deps } from './deps.ts';
import { scheduled } from './scheduled.ts';

/** Called once a day by EventBridge Scheduler, after the sweep; see infrastructure/recustomise-model.yml. */
export const handler = scheduled(async () => customModelDeps(await deps()), tickCustomModels);
