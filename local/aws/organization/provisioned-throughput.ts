import type { ListProvisionedModelThroughputsResponse } from '@aws-sdk/client-bedrock';
import type { AwsCall, Handlers } from '../handlers.ts';
import { bedrockArn, foundationModelArn, modelArn } from './arns.ts';
import type { Simulation } from './simulation.ts';
import { createdAt, held, midnight } from './simulation.ts';

/** Bought capacity; a commitment shows when it ends, whatever becomes of the model. */
export function provisionedThroughputHandlers(simulation: Simulation): Handlers {
  return {
    'bedrock:ListProvisionedModelThroughputs': (_: object, call: AwsCall): ListProvisionedModelThroughputsResponse => ({
      provisionedModelSummaries: held(simulation, call, 'provisioned').map((one) => ({
        provisionedModelName: one.name,
        provisionedModelArn: bedrockArn(call, 'provisioned-model', one.id),
        modelArn: modelArn(one.model, call),
        desiredModelArn: modelArn(one.model, call),
        foundationModelArn: foundationModelArn(one.foundationModel, call.region),
        modelUnits: 1,
        desiredModelUnits: 1,
        status: 'InService',
        ...(one.committedUntil && {
          commitmentDuration: 'SixMonths' as const,
          commitmentExpirationTime: midnight(one.committedUntil),
        }),
        creationTime: createdAt(one),
        lastModifiedTime: createdAt(one),
      })),
    }),
  };
}
