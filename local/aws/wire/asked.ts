import type { StaticOperationSchema } from '@smithy/types';
import { AwsError } from './aws-error.ts';
import type { AwsService } from './aws-service.ts';
import { queryInput } from './query-protocol.ts';
import type { Labels } from './rest-route.ts';
import { labelsIn } from './rest-route.ts';
import { s3Operation } from './s3-protocol.ts';
import { membersOf, shapeOf } from './static-schema.ts';

/** A request as it came. */
export interface WireRequest {
  readonly method: string;
  /** Without its query, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Uint8Array;
}

/** Which operation a request asks for. */
export interface Asked {
  readonly service: AwsService;
  readonly operation: StaticOperationSchema;
  readonly labels: Labels;
}

/** The operation is in a header, in the form, or in method and path: the services that share a signing name differ there. */
export function asked(request: WireRequest, services: readonly AwsService[]): Asked {
  const target = text(request.headers['x-amz-target'])?.split('.')[1];
  for (const service of services) {
    if (service.protocol === 'restXml') {
      const { operation, labels } = s3Operation(request);
      const found = service.operations.get(operation);
      if (found) return { service, operation: found, labels };
      continue;
    }
    const named = service.protocol === 'awsQuery' ? (queryInput(request.body)['Action'] ?? '') : target;
    const operation = named === undefined ? undefined : service.operations.get(named);
    if (operation) return { service, operation, labels: {} };
    if (service.protocol !== 'restJson') continue;
    for (const route of service.routes) {
      const labels = labelsIn(route, request.method, request.path);
      const routed = labels && service.operations.get(route.operation);
      if (routed) return { service, operation: routed, labels };
    }
  }
  throw new AwsError(
    'UnknownOperationException',
    `no operation: ${target ?? `${request.method} ${request.path}`}`,
    501,
  );
}

/** The input of an operation, with dates and numbers where the schema has them. */
export async function inputOf({ service, operation, labels }: Asked, request: WireRequest) {
  if (service.protocol === 'restXml') return { ...Object.fromEntries(request.query), ...labels };
  if (!service.codec) return queryInput(request.body);
  const body = request.body.length > 0 ? request.body : new TextEncoder().encode('{}');
  const fromBody = (await service.codec.createDeserializer().read(operation[4], body)) as Record<string, unknown>;
  if (service.protocol === 'awsJson') return fromBody;

  const bound = membersOf(operation[4]).flatMap(({ name, schema, traits }) => {
    const { httpLabel, httpQuery, httpHeader } = traits as Readonly<Record<string, unknown>>;
    if (httpLabel) return [[name, labels[name]] as const];
    const values =
      typeof httpQuery === 'string'
        ? request.query.getAll(httpQuery)
        : typeof httpHeader === 'string'
          ? [text(request.headers[httpHeader.toLowerCase()])].filter((one) => one !== undefined)
          : [];
    return values.length > 0 ? [[name, typed(values, schema)] as const] : [];
  });
  return { ...fromBody, ...Object.fromEntries(bound) };
}

function typed(values: readonly string[], schema: Parameters<typeof shapeOf>[0]): unknown {
  const shape = shapeOf(schema);
  if (shape.kind === 'list') return values.map((value) => typed([value], shape.item));
  const [value = ''] = values;
  switch (shape.kind) {
    case 'timestamp':
      return new Date(value);
    case 'number':
      return Number(value);
    case 'boolean':
      return value === 'true';
    default:
      return value;
  }
}

function text(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
