import { s3Error, s3Output } from './s3-protocol.ts';
import { membersOf, traitsOf } from './static-schema.ts';
import type { Asked } from './asked.ts';
import type { AwsError } from './aws-error.ts';
import type { AwsService } from './aws-service.ts';
import { queryError, queryOutput } from './query-protocol.ts';

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

const contentTypes = {
  awsJson: 'application/x-amz-json-1.1',
  restJson: 'application/json',
  awsQuery: 'text/xml',
  restXml: 'application/xml',
} as const;

export function outputAnswer({ service, operation }: Asked, output: object): WireAnswer {
  const headers = { 'content-type': contentTypes[service.protocol] };
  if (service.protocol === 'restXml') return { status: 200, headers, body: s3Output(operation[2], output) };
  if (!service.codec) return { status: 200, headers, body: queryOutput(operation[2], output) };
  const payload = membersOf(operation[5]).find(({ traits }) => 'httpPayload' in traits);
  if (payload) return { status: 200, headers, body: (output as Readonly<Record<string, string>>)[payload.name] ?? '' };
  const { http } = traitsOf(operation[3]) as { readonly http?: readonly [string, string, number] };
  const serializer = service.codec.createSerializer();
  serializer.write(operation[5], output);
  return { status: http?.[2] ?? 200, headers, body: serializer.flush() };
}

/** An error in the words of its protocol. One that the service does not model is a 400, unless it says otherwise. */
export function errorAnswer(error: AwsError, service: AwsService | null): WireAnswer {
  const protocol = service?.protocol ?? 'awsJson';
  const schema = service?.errors.get(error.name);
  const traits = traitsOf(schema?.[3]) as { readonly error?: string; readonly httpError?: number };
  const status = error.status ?? traits.httpError ?? (traits.error === 'server' ? 500 : 400);
  if (protocol === 'awsQuery') return { status, headers: { 'content-type': 'text/xml' }, body: queryError(error) };
  if (protocol === 'restXml') return { status, headers: { 'content-type': 'application/xml' }, body: s3Error(error) };

  const headers = {
    'content-type': contentTypes[protocol],
    'x-amzn-errortype': error.name,
    ...(service?.queryCompatible && { 'x-amzn-query-error': `${error.name};Sender` }),
  };
  const messageName = schema?.[4].find((name) => name.toLowerCase() === 'message') ?? 'message';
  return { status, headers, body: JSON.stringify({ __type: error.name, [messageName]: error.message }) };
}
