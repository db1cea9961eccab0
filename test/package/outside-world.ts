import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { CreateTableCommand, DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamo } from '../../local/dynamo.ts';
import { closeServer, listen } from '../../local/loopback.ts';
import { fakeCredentials } from '../fakes/aws-json-server.ts';
import { fakeSqs } from '../fakes/sqs.ts';

interface Call {
  /** As in `AWSEvents.PutEvents`, `slack chat.postMessage` or `github POST /repos/a/b/issues`. */
  readonly name: string;
  readonly body: string;
  readonly token: string | undefined;
}

/** Everything the functions talk to, on the loopback: DynamoDB, and AWS, Slack and GitHub as far as they are called. */
export async function outsideWorld(tableName: string) {
  const dynamo = await startDynamo(null);
  const client = new DynamoDBClient({ region: 'us-west-2', endpoint: dynamo.endpoint, credentials: fakeCredentials });
  await client.send(
    new CreateTableCommand({
      TableName: tableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: ['pk', 'sk'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );

  const calls: Call[] = [];
  /** S3's, by `/bucket/key`. */
  const objects = new Map<string, Buffer>();
  const sqs = fakeSqs();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const name = nameOf(request.method ?? '', request.url ?? '', request.headers['x-amz-target']);
      calls.push({ name, body, token: request.headers.authorization });
      if (request.headers.authorization?.includes('/s3/')) {
        answerOfS3(request, Buffer.concat(chunks), objects, response);
        return;
      }
      if (body.startsWith('Action=GetCallerIdentity')) {
        response.writeHead(200, { 'content-type': 'text/xml' });
        response.end(callerIdentity);
        return;
      }
      response.writeHead(name.startsWith('github POST') ? 201 : 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answerTo(name, body, sqs)));
    });
  });
  const endpoint = await listen(server);

  return {
    environment: {
      AWS_REGION: 'us-west-2',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL: endpoint,
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
      SUNDIAL_SLACK_API_URL: `${endpoint}/slack/`,
      SUNDIAL_GITHUB_API_URL: `${endpoint}/github`,
    },
    calls,
    objects,
    put: (item: Record<string, unknown>) =>
      DynamoDBDocumentClient.from(client).send(new PutCommand({ TableName: tableName, Item: item })),
    made: (name: string) => calls.filter((call) => call.name.startsWith(name)),
    letters: (url: string) => sqs.messages(url),
    items: async () => (await client.send(new ScanCommand({ TableName: tableName }))).Items ?? [],
    close: async () => {
      client.destroy();
      await Promise.all([dynamo.close(), closeServer(server)]);
    },
  };
}

function nameOf(method: string, url: string, target: string | string[] | undefined): string {
  if (typeof target === 'string') return target;
  const [path = ''] = url.split('?');
  if (path.startsWith('/slack/')) return `slack ${path.slice('/slack/'.length)}`;
  return path.startsWith('/github') ? `github ${method} ${path.slice('/github'.length)}` : `aws ${method} ${path}`;
}

/** Objects are put and got; what a put sends in chunks with checksums is taken apart. */
function answerOfS3(
  { method, url = '', headers }: IncomingMessage,
  body: Buffer,
  objects: Map<string, Buffer>,
  response: ServerResponse,
): void {
  const path = decodeURIComponent(url.split('?')[0] ?? '');
  const found = objects.get(path);
  if (method === 'PUT') {
    objects.set(path, headers['content-encoding']?.includes('aws-chunked') === true ? unchunked(body) : body);
    response.writeHead(200).end();
  } else if (found) response.writeHead(200, { 'content-length': found.length }).end(found);
  else
    response
      .writeHead(404, { 'content-type': 'application/xml' })
      .end('<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>');
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html */
function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const end = body.indexOf('\r\n', at);
    const size = Number.parseInt(body.subarray(at, end).toString(), 16);
    if (!(size > 0)) break;
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
  return Buffer.concat(parts);
}

/** STS speaks XML. */
const callerIdentity = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
  <Account>111122223333</Account><Arn>arn:aws:sts::111122223333:assumed-role/sundial/sweep</Arn><UserId>AROA:sweep</UserId>
</GetCallerIdentityResult></GetCallerIdentityResponse>`;

function answerTo(name: string, body: string, sqs: ReturnType<typeof fakeSqs>): unknown {
  if (name.startsWith('AmazonSQS.')) {
    return sqs.answer({ target: name, input: JSON.parse(body) as Record<string, unknown> }).body;
  }
  if (name === 'AmazonSSM.GetParametersByPath') return { Parameters: [] };
  if (name === 'aws POST /listRegions') return { Regions: [] };
  if (name === 'AmazonSSM.DescribeOpsItems') return { OpsItemSummaries: [] };
  if (name === 'AmazonSSM.CreateOpsItem') return { OpsItemId: 'oi-0123456789ab' };
  if (name === 'AmazonSSM.GetOpsItem') return { OpsItem: { OpsItemId: 'oi-0123456789ab', Status: 'Open' } };
  if (name === 'AmazonSSM.UpdateOpsItem') return {};
  if (name === 'AmazonSSM.GetParameter') return { Parameter: { Value: 'token-from-the-parameter-store' } };
  if (name === 'AWSEvents.PutEvents') return { FailedEntryCount: 0, Entries: [{ EventId: 'e1' }] };
  if (name === 'slack chat.postMessage') return { ok: true, channel: 'C0000001', ts: '1795221827.000100' };
  if (name.startsWith('slack')) return { ok: true, messages: [], channels: [{ id: 'C0000001', name: 'sundial' }] };
  if (/^github GET .*(issues|comments)$/.test(name)) return [];
  return { number: 7, html_url: 'https://github.com/sundial/migrations/issues/7', body: '', id: 1 };
}
