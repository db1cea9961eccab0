import { BedrockClient, paginateListImportedModels, paginateListModelImportJobs } from '@aws-sdk/client-bedrock';
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import type { ImportRoom } from '../../domain/custom-models/import-room.ts';
import type { AwsAccess } from '../aws-access.ts';
import { CallError } from '../call-error.ts';
import { customModelQuotas } from './custom-model-quotas.ts';

/** Imported models and running imports of an account in a Region, and its quotas; a call that fails is an answer. */
export async function readImportRoom(access: AwsAccess, region: string): Promise<ImportRoom | CallError> {
  const bedrock = new BedrockClient({ ...access, region });
  const asked = new ServiceQuotasClient({ ...access, region });
  let call = 'bedrock:ListImportedModels';
  try {
    let models = 0;
    for await (const page of paginateListImportedModels({ client: bedrock }, {}))
      models += page.modelSummaries?.length ?? 0;
    call = 'bedrock:ListModelImportJobs';
    const running: string[] = [];
    for await (const page of paginateListModelImportJobs({ client: bedrock }, { statusEquals: 'InProgress' }))
      running.push(...(page.modelImportJobSummaries ?? []).map(({ jobArn = '' }) => jobArn));
    call = 'servicequotas:ListServiceQuotas';
    const most = await customModelQuotas(asked).catch((fault: unknown) => {
      // Whoever imports need not be allowed to look at quotas.
      if (fault instanceof Error && fault.name.startsWith('AccessDenied')) return null;
      throw fault;
    });
    return { models, running, most: { models: most?.importedModels ?? null, jobs: most?.importJobs ?? null } };
  } catch (fault) {
    return new CallError(call, fault);
  }
}
