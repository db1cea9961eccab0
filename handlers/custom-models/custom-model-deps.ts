import type { CustomModelMigrationChanged } from '../../domain/custom-models/custom-model-migration-changed.ts';
import type { SendMail } from '../../adapters/mail/mail.ts';
import type { MailSettings } from '../../domain/custom-models/mail-settings.ts';
import type { Log } from '../log.ts';
import { onDemand } from '../on-demand.ts';
import type { Deps } from '../ports.ts';
import { setting } from '../settings.ts';
import { taskDeps } from '../task-deps.ts';
import type { CustomModelDeps, CustomModelMigrationStore } from './recustomise-ports.ts';

type Common = Deps & { readonly log: Log; readonly customModelMigrations: CustomModelMigrationStore };

/** What migrations of custom models need on AWS beyond what every function does: the state machine, and one more event. */
export function customModelDeps<Given extends Common>(common: Given): Given & CustomModelDeps {
  const { mail: settings } = common.configuration.customModels;
  return {
    ...common,
    ...(settings && { mail: (...message: Parameters<SendMail>) => mailing(settings, message) }),
    ...taskDeps(),
    recustomising: onDemand(executions, { start: true, stop: true }),
    ...onDemand(bus, { announceCustomModel: true }),
  };
}

async function mailing(settings: MailSettings, message: Parameters<SendMail>): Promise<void> {
  const { mail } = await import('../../adapters/mail/mail.ts');
  await mail(settings)(...message);
}

async function executions() {
  const { recustomiseExecutions } = await import('../../adapters/custom-models/recustomise-executions.ts');
  return recustomiseExecutions(setting('SUNDIAL_RECUSTOMISE'));
}

async function bus() {
  const { eventBus } = await import('../../adapters/event-bus.ts');
  const put = eventBus(setting('SUNDIAL_BUS'));
  return {
    announceCustomModel: (detail: CustomModelMigrationChanged) =>
      put([{ detailType: 'Custom Model Migration Changed', detail }]),
  };
}
