import type { AwsCall } from '../handlers.ts';

export type Place = Pick<AwsCall, 'account' | 'region'>;

/** `arn:aws:bedrock:us-east-1:111122223333:agent/…`. */
export function bedrockArn({ account, region }: Place, kind: string, id: string): string {
  return `arn:aws:bedrock:${region}:${account}:${kind}/${id}`;
}

export function foundationModelArn(modelId: string, region: string): string {
  return `arn:aws:bedrock:${region}::foundation-model/${modelId}`;
}

/** A custom model's ARN carries the id of the foundation model it came from. */
export function customModelArn(place: Place, foundationModel: string, id: string): string {
  return bedrockArn(place, 'custom-model', `${foundationModel}/${id}`);
}

/** The ARN behind an id that may be one already. */
export function modelArn(reference: string, place: Place): string {
  if (reference.startsWith('arn:')) return reference;
  return /^(us|eu|apac|jp|au|global)\./.test(reference)
    ? bedrockArn(place, 'inference-profile', reference)
    : foundationModelArn(reference, place.region);
}

export function roleArn({ account }: Place, role: string): string {
  return `arn:aws:iam::${account}:role/${role}`;
}

/** The last part of an ARN; an id is itself. */
export function idIn(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}
