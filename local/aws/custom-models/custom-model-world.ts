import type { ModelImportJobStatus } from '@aws-sdk/client-bedrock';
import type { DateTime } from 'luxon';
import type { PolicyDocument } from '../../../domain/iam/policy-document.ts';

export interface SimulatedBucket {
  readonly owner: string;
  /** ARN of the KMS key that encrypts it. */
  readonly key: string | null;
  policy: PolicyDocument | null;
  /** By key: the text, or only a size for what nobody reads here. */
  readonly objects: Map<string, string | { readonly size: number }>;
}

export interface SimulatedRole {
  readonly arn: string;
  readonly account: string;
  trust: PolicyDocument;
  /** Inline policies by name. */
  readonly permissions: Map<string, PolicyDocument>;
  /** Policies attached to it, by ARN. */
  readonly attached: Map<string, PolicyDocument>;
}

export interface SimulatedKey {
  readonly arn: string;
  readonly account: string;
  policy: PolicyDocument;
  /** Absent while it is enabled. */
  state?: 'Disabled' | 'PendingDeletion';
}

/** An import somebody began: what was asked, and how it went. */
export interface SimulatedImport {
  readonly arn: string;
  readonly name: string;
  readonly modelName: string;
  readonly modelArn: string;
  readonly role: string;
  readonly uri: string;
  readonly modelKey: string | null;
  readonly account: string;
  readonly region: string;
  readonly token: string;
  readonly at: DateTime;
  status: ModelImportJobStatus;
  failure: string | null;
}

export interface SimulatedImportedModel {
  readonly arn: string;
  readonly name: string;
  readonly account: string;
  readonly region: string;
  readonly job: SimulatedImport;
  readonly architecture: string;
  readonly at: DateTime;
  /** Calls that are answered "not ready" before the model is loaded. */
  coldCalls: number;
  invocations: number;
}

/** What accounts hold that custom models are made of, and what is done with it; it changes as it is used. */
export interface CustomModelWorld {
  readonly now: () => DateTime;
  readonly buckets: Map<string, SimulatedBucket>;
  readonly roles: Map<string, SimulatedRole>;
  readonly keys: Map<string, SimulatedKey>;
  /** Role by the access key of a session. */
  readonly sessions: Map<string, SimulatedRole>;
  readonly imports: SimulatedImport[];
  readonly importedModels: Map<string, SimulatedImportedModel>;
}

export function customModelWorld(now: () => DateTime): CustomModelWorld {
  return {
    now,
    buckets: new Map(),
    roles: new Map(),
    keys: new Map(),
    sessions: new Map(),
    imports: [],
    importedModels: new Map(),
  };
}
