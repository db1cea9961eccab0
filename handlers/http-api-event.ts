/** What API Gateway's HTTP API passes, as far as it is read. Names of headers come in small letters. */
export interface HttpApiEvent {
  readonly pathParameters?: Readonly<Record<string, string | undefined>>;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

/** The request as it came over the wire, which is what is signed. */
export function requestIn({ headers, body = '', isBase64Encoded }: HttpApiEvent) {
  return { headers, body: Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8') };
}
