import type { AwsCall } from './handlers.ts';
import { AwsError } from './wire/aws-error.ts';
import type { AwsService } from './wire/aws-service.ts';

const throttlings = ['ThrottlingException', 'TooManyRequestsException', 'ThrottledException'];
const outages = [
  'ServiceUnavailableException',
  'InternalServerException',
  'InternalServiceException',
  'InternalException',
];

/** Each service has a class of its own for the same thing; those without one answer with AWS's common errors. */
export function throttled(service: AwsService): AwsError {
  const modelled = throttlings.find((name) => service.errors.has(name));
  return new AwsError(modelled ?? (service.queryCompatible ? 'Throttling' : 'ThrottlingException'), 'Rate exceeded');
}

export function outage(service: AwsService): AwsError {
  const modelled = outages.find((name) => service.errors.has(name));
  return new AwsError(modelled ?? 'ServiceUnavailable', 'Service is unable to handle request.', 503);
}

export function denied(service: AwsService, { call, account }: AwsCall): AwsError {
  const operation = call.slice(call.indexOf(':') + 1);
  const who = `arn:aws:sts::${account}:assumed-role/sundial/simulated`;
  const name = service.protocol === 'awsQuery' || service.queryCompatible ? 'AccessDenied' : 'AccessDeniedException';
  const status = service.errors.has(name) || service.protocol === 'awsJson' ? null : 403;
  const message = `User: ${who} is not authorized to perform: ${service.permissionPrefix}:${operation}`;
  return new AwsError(name, message, status);
}
