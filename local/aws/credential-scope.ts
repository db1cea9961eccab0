import { AwsError } from './wire/aws-error.ts';

export interface CredentialScope {
  readonly accessKeyId: string;
  readonly region: string;
  readonly signingName: string;
}

/**
 * Who asks which service in which Region stands in the signature. The signature itself is not checked: nothing here is worth it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function credentialScope(authorization: string | undefined): CredentialScope {
  const groups = /Credential=(?<key>[^/]+)\/\d{8}\/(?<region>[^/]+)\/(?<service>[^/]+)\/aws4_request/.exec(
    authorization ?? '',
  )?.groups;
  if (!groups) throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403);
  return { accessKeyId: groups['key'] ?? '', region: groups['region'] ?? '', signingName: groups['service'] ?? '' };
}
