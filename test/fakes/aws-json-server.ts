import { createServer } from 'node:http';
import { closeServer, listen } from '../../local/loopback.ts';

export interface AwsCall {
  /** As in `AWSEvents.PutEvents`. */
  readonly target: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export type AwsAnswer = (call: AwsCall) => { readonly status?: number; readonly body: unknown };

export const fakeCredentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** A loopback server that speaks AWS's JSON protocols to the real clients, and remembers what it was asked. */
export async function awsJsonServer(answer: AwsAnswer) {
  const calls: AwsCall[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const input = JSON.parse(Buffer.concat(chunks).toString() || '{}') as AwsCall['input'];
      const call = { target: String(request.headers['x-amz-target']), input };
      calls.push(call);
      const { status = 200, body } = answer(call);
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
    });
  });
  const endpoint = await listen(server);
  return { endpoint, calls, close: () => closeServer(server) };
}
