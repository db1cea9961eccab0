/** A model that somebody wants to promote, as its ARN tells. */
export type SourceModel =
  | {
      readonly kind: 'custom';
      readonly arn: string;
      readonly partition: string;
      readonly region: string;
      readonly account: string;
      /** Base id of the foundation model it came from. */
      readonly foundationModel: string;
      /** Twelve characters. */
      readonly id: string;
    }
  | { readonly kind: 'refused'; readonly instead: string };

/**
 * What an ARN is of. Only custom models can be shared and copied.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/copy-model.html
 */
export function sourceModel(arn: string): SourceModel {
  const groups =
    /^arn:(?<partition>aws[\w-]*):bedrock:(?<region>[a-z0-9-]+):(?<account>\d{12})?:(?<kind>[a-z-]+)\/(?<rest>.+)$/.exec(
      arn,
    )?.groups;
  const { partition = '', region = '', account = '', kind = '', rest = '' } = groups ?? {};
  if (kind === 'imported-model' || rest.startsWith('imported/'))
    return { kind: 'refused', instead: insteadOf['imported'] };
  if (kind !== 'custom-model') return { kind: 'refused', instead: insteadOf[kind] ?? insteadOf['other'] };

  const [base = '', id = ''] = rest.split('/');
  if (!/^[a-z0-9]{12}$/.test(id)) return { kind: 'refused', instead: insteadOf['other'] };
  return { kind: 'custom', arn, partition, region, account, foundationModel: base.replace(/:\d+k$/, ''), id };
}

const insteadOf = {
  imported:
    'an imported model cannot be shared or copied: import its weights in the other account (sundial custom import)',
  'foundation-model': 'a base model is there already: request access to it in the other account',
  'inference-profile': 'an inference profile is there already in every account: use it there',
  'provisioned-model': 'throughput cannot be shared: promote the custom model that it serves',
  'custom-model-deployment': 'a deployment cannot be shared: promote the custom model that it serves',
  other: 'expected the ARN of a custom model: arn:aws:bedrock:REGION:ACCOUNT:custom-model/BASE/ID',
} as Readonly<Record<string, string>> & { readonly imported: string; readonly other: string };
