/** Prefixes of cross-Region inference profiles. AWS warns not to infer destinations from them; the model behind is the rest. */
const profilePrefix = /^(?:us-gov|us|eu|apac|ap|jp|au|in|ca|sa|me|global)\.(?=[a-z0-9]+\.)/;

/** Resources of the Bedrock service that carry a base model's id in their ARN. `imported` models have none. */
const arnWithModel =
  /^arn:[\w-]+:bedrock:[\w-]*:\d*:(?:foundation-model|inference-profile|custom-model|model-customization-job)\/(?<model>[^/\s]+)/;

/** AWS's own ids stay below 140 characters; what is far longer is no id, whatever it looks like. */
const longestId = 256;

const contextWindow = /(?<=:\d+):(?:\d+k|mm)$/;

/**
 * The id of the base foundation model that an id, a cross-Region profile id or an ARN stands for; `null` where it does not tell
 * (application inference profiles, provisioned and imported models are opaque). Ids are never split on `.` or `:`.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
 */
export function baseModelId(reference: string): string | null {
  const text = reference.trim().toLowerCase();
  const id = text.startsWith('arn:') ? arnWithModel.exec(text)?.groups?.['model'] : text;
  if (id === undefined || id === 'imported' || id.includes('/')) return null;
  const base = id.replace(profilePrefix, '').replace(contextWindow, '');
  return base.length <= longestId && /^[a-z0-9-]+\.[a-z0-9]/.test(base) ? base : null;
}

/** The Region an ARN names, `null` for anything else. */
export function regionOfArn(reference: string): string | null {
  return (
    /^arn:[\w-]+:bedrock:(?<region>[a-z]{2,}(?:-[a-z]+)+-\d+):/.exec(reference.trim().toLowerCase())?.groups?.[
      'region'
    ] ?? null
  );
}
