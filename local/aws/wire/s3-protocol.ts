import type { WireRequest } from './asked.ts';
import type { AwsError } from './aws-error.ts';
import type { Labels } from './rest-route.ts';
import { escaped } from './query-protocol.ts';

/**
 * S3 names buckets in the path here, as its clients do where the host is an address; only what is simulated is told apart.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
 */
export function s3Operation({ method, path, query }: Pick<WireRequest, 'method' | 'path' | 'query'>) {
  const [Bucket = '', ...rest] = path.split('/').slice(1);
  const Key = rest.map(decodeURIComponent).join('/');
  const labels: Labels = { Bucket, ...(Key !== '' && { Key }) };
  if (method === 'HEAD' && Key !== '') return { operation: 'HeadObject', labels };
  if (method !== 'GET') return { operation: '', labels };
  if (Key !== '') return { operation: 'GetObject', labels };
  if (query.has('policy')) return { operation: 'GetBucketPolicy', labels };
  return {
    operation: query.has('list-type') ? 'ListObjectsV2' : '',
    labels: { ...labels, Prefix: query.get('prefix') ?? '' },
  };
}

export function s3Output(operation: string, output: object): string | Uint8Array {
  const values = output as Readonly<Record<string, unknown>>;
  if (operation === 'HeadObject') return '';
  if (operation === 'GetObject') return values['Body'] as string;
  if (operation === 'GetBucketPolicy') return values['Policy'] as string;
  return `<ListBucketResult>${elements(values)}</ListBucketResult>`;
}

export function s3Error({ name, message }: AwsError): string {
  return `<?xml version="1.0"?><Error><Code>${name}</Code><Message>${escaped(message)}</Message></Error>`;
}

/** Lists are their elements one after the other, without anything around them. */
function elements(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (Array.isArray(value) ? value.map((one: unknown) => [name, one]) : [[name, value]]))
    .map(([name, value]) => `<${String(name)}>${content(value)}</${String(name)}>`)
    .join('');
}

function content(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' && value !== null
    ? elements(value as Readonly<Record<string, unknown>>)
    : escaped(String(value));
}
