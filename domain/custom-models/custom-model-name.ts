/**
 * Whether a custom model may be named so: up to 63 letters, digits, single hyphens and underscores.
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelCopyJob.html
 */
export function isCustomModelName(name: string): boolean {
  return name.length <= 63 && /^(?:[0-9a-zA-Z][_-]?)+$/.test(name);
}
