import type { ImportCall } from './import-calls.ts';

/** Account that has nothing to do with an import. */
export const stranger = '000000000000';

/** The same call by another role, of the account given. */
export function asOther(call: ImportCall, account: string): ImportCall {
  const partition = call.request.resource.arn.split(':')[1] ?? '';
  return {
    ...call,
    request: {
      ...call.request,
      principal: { kind: 'role', arn: `arn:${partition}:iam::${account}:role/another`, account },
    },
  };
}
