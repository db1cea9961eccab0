import { expect, it } from 'vitest';
import { judgesItself } from '../../../domain/cases/judges-itself.ts';

const sonnet = 'anthropic.claude-sonnet-5';

it.each`
  judge                                                                      | compared                                                                                             | itself   | why
  ${sonnet}                                                                  | ${['old', sonnet]}                                                                                   | ${true}  | ${'it is one of them'}
  ${`us.${sonnet}`}                                                          | ${[sonnet, 'old']}                                                                                   | ${true}  | ${'a profile is another way to the same model'}
  ${`arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.${sonnet}`} | ${[`global.${sonnet}`, 'old']}                                                                       | ${true}  | ${'so is an ARN'}
  ${'anthropic.claude-opus-5'}                                               | ${[sonnet, 'old']}                                                                                   | ${false} | ${'it is a third one'}
  ${'judge'}                                                                 | ${['old', 'new']}                                                                                    | ${false} | ${'names that tell no model are taken as they are'}
  ${'amazon.nova-lite-v1:0'}                                                 | ${['arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0/abcdefghijkl', 'old']} | ${false} | ${'what was trained from it is another model'}
`('$judge judges itself among $compared: $itself, since $why', ({ judge, compared, itself }) => {
  expect(judgesItself(String(judge), compared as string[])).toBe(itself);
});
