import { describe, expect, it } from 'vitest';
import { faultKind, isOutOfReach, mayPass } from '../../../domain/cases/model-fault.ts';

describe('why a model did not answer', () => {
  it.each`
    name                           | status  | message                                                                                                          | kind
    ${'ResourceNotFoundException'} | ${404}  | ${'This model version has reached the end of its life. Please refer to the AWS documentation for more details.'} | ${'endOfLife'}
    ${'ResourceNotFoundException'} | ${404}  | ${'Access denied. This Model is marked by provider as Legacy and you have not been actively using the model'}    | ${'lockedOut'}
    ${'ValidationException'}       | ${400}  | ${'Operation not allowed'}                                                                                       | ${'unavailable'}
    ${'ValidationException'}       | ${400}  | ${'The provided model identifier is invalid.'}                                                                   | ${'unavailable'}
    ${'ValidationException'}       | ${400}  | ${'Invocation of model ID x with on-demand throughput isn’t supported. Retry with an inference profile.'}        | ${'profileOnly'}
    ${'ResourceNotFoundException'} | ${404}  | ${'Model use case details have not been submitted for this account'}                                             | ${'accessDenied'}
    ${'ValidationException'}       | ${400}  | ${'temperature and top_p cannot both be specified'}                                                              | ${'validation'}
    ${'ThrottlingException'}       | ${429}  | ${'Too many requests'}                                                                                           | ${'throttled'}
    ${'ModelNotReadyException'}    | ${429}  | ${'The model is not ready'}                                                                                      | ${'notReady'}
    ${'ModelTimeoutException'}     | ${408}  | ${'too long'}                                                                                                    | ${'timeout'}
    ${'TimeoutError'}              | ${null} | ${'The operation was aborted due to timeout'}                                                                    | ${'timeout'}
    ${'ModelErrorException'}       | ${424}  | ${'the model failed'}                                                                                            | ${'modelError'}
    ${'AccessDeniedException'}     | ${403}  | ${'not authorized'}                                                                                              | ${'accessDenied'}
    ${'SomethingNew'}              | ${503}  | ${'?'}                                                                                                           | ${'serviceError'}
    ${'SomethingNew'}              | ${429}  | ${'?'}                                                                                                           | ${'throttled'}
    ${'SomethingNew'}              | ${400}  | ${'?'}                                                                                                           | ${'validation'}
    ${'Error'}                     | ${null} | ${'connect ECONNREFUSED'}                                                                                        | ${'unreachable'}
    ${'toString'}                  | ${400}  | ${'a name that every object has'}                                                                                | ${'validation'}
  `(
    'is $kind: $message',
    ({ kind, ...fault }: { kind: string; name: string; message: string; status: number | null }) => {
      expect(faultKind(fault)).toBe(kind);
    },
  );

  it('either may pass, or is for good, and only some of what is for good is the model’s end', () => {
    expect(mayPass('throttled')).toBe(true);
    expect(mayPass('validation')).toBe(false);
    expect(isOutOfReach('endOfLife')).toBe(true);
    expect(isOutOfReach('validation')).toBe(false);
    expect(isOutOfReach('throttled')).toBe(false);
  });
});
