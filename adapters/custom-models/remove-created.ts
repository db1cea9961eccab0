import type { BedrockClient } from '@aws-sdk/client-bedrock';
import {
  DeleteCustomModelCommand,
  DeleteCustomModelDeploymentCommand,
  DeleteProvisionedModelThroughputCommand,
  ResourceNotFoundException,
} from '@aws-sdk/client-bedrock';
import type { RAMClient } from '@aws-sdk/client-ram';
import { DeleteResourceShareCommand } from '@aws-sdk/client-ram';
import type { CreatedThing } from '../../domain/custom-models/created-thing.ts';
import type { trainingJobs } from './training-jobs.ts';

/** Clients of the account and Region in which something was created. */
export interface RemovalClients {
  readonly bedrock: BedrockClient;
  readonly ram: RAMClient;
  readonly jobs: Pick<ReturnType<typeof trainingJobs>, 'find' | 'stop'>;
}

/** Removes one thing, or finds it removed; `false` while that takes its time: ask again later. */
export async function removeCreated(
  { kind, arn }: CreatedThing,
  { bedrock, ram, jobs }: RemovalClients,
): Promise<boolean> {
  switch (kind) {
    case 'deployment':
      return removed(bedrock.send(new DeleteCustomModelDeploymentCommand({ customModelDeploymentIdentifier: arn })));
    case 'provisionedThroughput':
      return removed(bedrock.send(new DeleteProvisionedModelThroughputCommand({ provisionedModelId: arn })));
    case 'customModel':
      return removed(bedrock.send(new DeleteCustomModelCommand({ modelIdentifier: arn })));
    case 'resourceShare':
      return removed(ram.send(new DeleteResourceShareCommand({ resourceShareArn: arn })));
    case 'customizationJob': {
      const job = await jobs.find(arn);
      if (job?.status === 'InProgress') await jobs.stop(arn);
      return job === null || !['InProgress', 'Stopping'].includes(job.status);
    }
    case 'copyJob':
      // Nothing stops a copy; the model it makes is another thing.
      return true;
  }
}

/** Gone already, or in a state that lets nobody delete it yet. */
async function removed(deleting: Promise<unknown>): Promise<boolean> {
  try {
    await deleting;
    return true;
  } catch (fault) {
    if (fault instanceof ResourceNotFoundException) return true;
    const name = fault instanceof Error ? fault.name : '';
    if (name === 'UnknownResourceException') return true;
    if (name === 'ConflictException') return false;
    throw fault;
  }
}
