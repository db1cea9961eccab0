/** Why a model did not answer, as far as an application can tell. */
export const faultKinds = [
  'endOfLife',
  'lockedOut',
  'unavailable',
  'accessDenied',
  'profileOnly',
  'validation',
  'throttled',
  'notReady',
  'timeout',
  'modelError',
  'serviceError',
  'unreachable',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** An error as the SDK gives it, as far as it tells anything. */
export interface ServiceFault {
  readonly name: string;
  readonly message: string;
  /** HTTP status; `null` where no answer came. */
  readonly status: number | null;
}

/** By what the service says; the order matters, since one text begins "Access denied" and is about the model's age. */
const messages: readonly (readonly [RegExp, FaultKind])[] = [
  [/reached the end of its life/i, 'endOfLife'],
  [/marked by provider as Legacy|not been actively using the model/i, 'lockedOut'],
  [/use case details have not been submitted/i, 'accessDenied'],
  [/on-demand throughput isn.t supported/i, 'profileOnly'],
  [/model identifier is invalid|operation not allowed/i, 'unavailable'],
];

const names: Readonly<Record<string, FaultKind>> = {
  ThrottlingException: 'throttled',
  TooManyRequestsException: 'throttled',
  ServiceQuotaExceededException: 'throttled',
  ModelNotReadyException: 'notReady',
  ModelTimeoutException: 'timeout',
  TimeoutError: 'timeout',
  AbortError: 'timeout',
  AccessDeniedException: 'accessDenied',
  UnrecognizedClientException: 'accessDenied',
  ExpiredTokenException: 'accessDenied',
  ResourceNotFoundException: 'unavailable',
  ValidationException: 'validation',
  ModelErrorException: 'modelError',
  ModelStreamErrorException: 'modelError',
  InternalServerException: 'serviceError',
  ServiceUnavailableException: 'serviceError',
};

/**
 * What kind of trouble an error is. None of what a model's end brings is a matter of permissions, though one text begins so.
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/troubleshooting-api-error-codes.html
 */
export function faultKind({ name, message, status }: ServiceFault): FaultKind {
  const said = messages.find(([pattern]) => pattern.test(message))?.[1];
  if (said) return said;
  const named = Object.hasOwn(names, name) ? names[name] : undefined;
  if (named) return named;
  if (status === null) return 'unreachable';
  if (status === 429) return 'throttled';
  if (status === 408) return 'timeout';
  return status >= 500 ? 'serviceError' : 'validation';
}

/** Whether the same call may well succeed a little later. */
export function mayPass(kind: FaultKind): boolean {
  return ['throttled', 'notReady', 'timeout', 'modelError', 'serviceError', 'unreachable'].includes(kind);
}

/** Whether the model answers nobody here any more, or not this account. */
export function isOutOfReach(kind: FaultKind): boolean {
  return ['endOfLife', 'lockedOut', 'unavailable', 'accessDenied', 'profileOnly'].includes(kind);
}

/** Whether a failure says nothing of the model: it is out of reach, or nothing was heard of it at all. It is asked again when the run is resumed. */
export function isLost(kind: FaultKind): boolean {
  return kind === 'unreachable' || isOutOfReach(kind);
}
