import { setTimeout as pause } from 'node:timers/promises';
import { accountOfKey } from './access-keys.ts';
import type { callCounters } from './call-counters.ts';
import { credentialScope } from './credential-scope.ts';
import { denied, outage, throttled } from './fault-errors.ts';
import type { Fault, Faults } from './faults.ts';
import type { AwsCall } from './handlers.ts';
import type { SimulatedOrganization } from './organization/organization.ts';
import { stsHandlers } from './sts.ts';
import type { Asked, WireRequest } from './wire/asked.ts';
import { asked, inputOf } from './wire/asked.ts';
import { AwsError } from './wire/aws-error.ts';
import type { AwsService } from './wire/aws-service.ts';
import { pageSizeOf } from './page-sizes.ts';
import { page, tokenIn } from './wire/pages.ts';
import { checkRequiredMembers } from './wire/required-members.ts';
import type { WireAnswer } from './wire/wire-answer.ts';
import { errorAnswer, outputAnswer } from './wire/wire-answer.ts';

export interface Parts {
  readonly organization: SimulatedOrganization;
  readonly services: readonly AwsService[];
  readonly calls: ReturnType<typeof callCounters>;
  readonly faults: Faults;
  readonly latencyMs: number;
  readonly pageSize: number;
}

/** From a request to an answer: who asks what, does it fail, and what does the organisation say. */
export function answering(parts: Parts): (request: WireRequest) => Promise<WireAnswer> {
  const { organization, services, calls, faults, latencyMs } = parts;
  const handlers = { ...stsHandlers(organization), ...organization.handlers };

  return async (request) => {
    let service: AwsService | null = null;
    try {
      const { accessKeyId, region, signingName } = credentialScope(request.headers['authorization'] as string);
      const candidates = services.filter((one) => one.signingName === signingName);
      service = candidates[0] ?? null;
      const account = accountOfKey(accessKeyId, organization.hub);
      if (account === null) throw new AwsError('UnrecognizedClientException', 'The security token is invalid.', 403);
      const found = asked(request, candidates);
      service = found.service;
      const call = { call: `${service.name}:${found.operation[2]}`, account, region, accessKeyId };
      return await calls.during(call, async () => {
        if (latencyMs > 0) await pause(latencyMs);
        return told(found, request, call);
      });
    } catch (error) {
      if (error instanceof AwsError) return errorAnswer(error, service);
      throw error;
    }
  };

  async function told(found: Asked, request: WireRequest, call: AwsCall): Promise<WireAnswer> {
    const struck = faults.strike(call);
    const input: Readonly<Record<string, unknown>> = await inputOf(found, request);
    for (const fault of struck) await strike(fault, found.service, call, tokenIn(input) !== null);
    checkRequiredMembers(found.operation[4], input);

    const handler = handlers[call.call];
    if (!handler) throw new AwsError('UnknownOperationException', `${call.call} is no part of this simulated AWS`, 501);
    const output = handler(input as never, call);
    const answer = outputAnswer(found, page(found.operation, input, output, pageSizeOf(call.call, parts.pageSize)));
    return struck.reduce(drifted, answer);
  }
}

async function strike(fault: Fault, service: AwsService, call: AwsCall, laterPage: boolean): Promise<void> {
  switch (fault.kind) {
    case 'down':
      throw outage(service);
    case 'unreachable':
      throw new Error(`${call.region} is out of reach`);
    case 'denied':
      throw denied(service, call);
    case 'throttled':
      throw throttled(service);
    case 'halfPage':
      if (laterPage) throw outage(service);
      return;
    case 'slow':
      return pause(fault.ms);
    case 'drift':
      return;
  }
}

function drifted(answer: WireAnswer, fault: Fault): WireAnswer {
  if (fault.kind !== 'drift') return answer;
  const body = JSON.parse(
    typeof answer.body === 'string' ? answer.body : new TextDecoder().decode(answer.body),
  ) as Record<string, unknown>;
  return { ...answer, body: JSON.stringify(fault.change(body)) };
}
