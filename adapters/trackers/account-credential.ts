/** `name:password` is an account's, anything else a bearer's token. */
export function authorizationOf(credential: string): string {
  return credential.includes(':') ? `Basic ${encoded(credential)}` : `Bearer ${credential}`;
}

/** Every form in which a credential could be said back. */
export function secretsIn(credential: string): readonly string[] {
  return [credential, credential.slice(credential.indexOf(':') + 1), encoded(credential)];
}

function encoded(credential: string): string {
  return Buffer.from(credential).toString('base64');
}
