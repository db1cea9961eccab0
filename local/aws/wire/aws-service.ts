import type { StaticErrorSchema, StaticOperationSchema } from '@smithy/types';
import type { Route } from './rest-route.ts';
import { routeOf } from './rest-route.ts';

/** Bytes to values and back by a schema, as the client itself does it. */
interface Codec {
  readonly createSerializer: () => {
    write: (schema: unknown, value: unknown) => void;
    flush: () => Uint8Array | string;
  };
  readonly createDeserializer: () => { read: (schema: unknown, bytes: Uint8Array) => unknown };
}

/** A service of AWS as its client package describes it. */
export interface AwsService {
  /** What its operations and calls are named with: `bedrock:ListFoundationModels`. */
  readonly name: string;
  /** What its permissions begin with. */
  readonly permissionPrefix: string;
  /** As in the credential scope of a signature. */
  readonly signingName: string;
  readonly protocol: 'awsJson' | 'restJson' | 'awsQuery' | 'restXml';
  readonly operations: ReadonlyMap<string, StaticOperationSchema>;
  /** Of a REST service, the most literal first. */
  readonly routes: readonly Route[];
  readonly errors: ReadonlyMap<string, StaticErrorSchema>;
  /** Whether errors also say their code of old: CloudWatch once spoke another protocol. */
  readonly queryCompatible: boolean;
  /** A service that speaks XML has none. */
  readonly codec: Codec | null;
}

interface Client {
  readonly config: unknown;
}

interface ClientConfiguration {
  readonly protocol: { readonly getShapeId: () => string; readonly getPayloadCodec: () => Codec };
  readonly protocolSettings: { readonly awsQueryCompatible?: boolean };
  readonly defaultSigningName: string;
}

/** A service from a client and the exports of its package: operations and errors export their schemas under names with a `$`. */
export function awsService(name: string, client: Client, exported: object, permissionPrefix = name): AwsService {
  const { protocol, protocolSettings, defaultSigningName } = client.config as ClientConfiguration;
  const schemas = Object.values(exported).filter((value): value is readonly unknown[] => Array.isArray(value));
  const operations = schemas.filter((schema) => schema[0] === 9) as unknown as readonly StaticOperationSchema[];
  const errors = schemas.filter((schema) => schema[0] === -3) as unknown as readonly StaticErrorSchema[];
  const spoken = spokenProtocol(protocol.getShapeId());
  return {
    name,
    permissionPrefix,
    signingName: defaultSigningName,
    protocol: spoken,
    operations: new Map(operations.map((operation) => [operation[2], operation])),
    routes: spoken === 'restJson' ? operations.map(routeOf).toSorted((a, b) => b.literals - a.literals) : [],
    errors: new Map(errors.map((error) => [error[2], error])),
    queryCompatible: protocolSettings.awsQueryCompatible ?? false,
    codec: spoken === 'awsQuery' || spoken === 'restXml' ? null : protocol.getPayloadCodec(),
  };
}

function spokenProtocol(shapeId: string): AwsService['protocol'] {
  if (shapeId.includes('#awsJson')) return 'awsJson';
  if (shapeId.endsWith('#restXml')) return 'restXml';
  return shapeId.endsWith('#restJson1') ? 'restJson' : 'awsQuery';
}
