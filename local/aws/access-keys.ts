/** The key that `startFakeAws` hands out; it belongs to the hub account. */
const hubKey = 'AKIASIMULATEDHUB';
const rolePrefix = 'ASIASIMULATED';

export const hubCredentials = { accessKeyId: hubKey, secretAccessKey: 'simulated' } as const;

/** A key of a role's session says itself whose it is, so that nothing need be remembered of it; what follows says which session. */
export function sessionKey(account: string, session = ''): string {
  return `${rolePrefix}${account}${session}`;
}

/** The account a key belongs to; `null` for a key that was never handed out. */
export function accountOfKey(accessKeyId: string, hub: string): string | null {
  if (accessKeyId === hubKey) return hub;
  return new RegExp(`^${rolePrefix}(?<account>\\d{12})\\w*$`).exec(accessKeyId)?.groups?.['account'] ?? null;
}
