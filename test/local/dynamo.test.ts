import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { startDynamo } from '../../local/dynamo.ts';
import { childRunning, firstOutput, killed } from './child-process.ts';

const local = { region: 'us-east-1', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } };

it('keeps what was acknowledged when its process is killed', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sundial-dynamo-'));
  const child = childRunning(`
    import { startDynamo } from './local/dynamo.ts';
    console.log((await startDynamo(${JSON.stringify(directory)})).endpoint);
  `);
  const client = new DynamoDBClient({ ...local, endpoint: (await firstOutput(child)).trim() });
  await client.send(
    new CreateTableCommand({
      TableName: 'sundial',
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName: 'sundial' });
  const before = DynamoDBDocumentClient.from(client);
  await before.send(new PutCommand({ TableName: 'sundial', Item: { pk: 'nova', stage: 'legacy' } }));
  await killed(child);

  const dynamo = await startDynamo(directory);
  const after = DynamoDBDocumentClient.from(new DynamoDBClient({ ...local, endpoint: dynamo.endpoint }));
  const { Item } = await after.send(new GetCommand({ TableName: 'sundial', Key: { pk: 'nova' } }));

  expect(Item).toEqual({ pk: 'nova', stage: 'legacy' });
  await dynamo.close();
  rmSync(directory, { recursive: true });
});

it('survives a client that hangs up halfway', async () => {
  const dynamo = await startDynamo(null);
  const { hostname, port } = new URL(dynamo.endpoint);
  await new Promise<void>((resolve) => {
    const call = request({ hostname, port, method: 'POST', headers: { 'content-length': 100 } });
    call.on('error', () => resolve());
    call.write('{"half', () => setTimeout(() => call.destroy(new Error('gone')), 20));
  });

  const answer = await fetch(dynamo.endpoint);

  expect(await answer.text()).toContain('healthy');
  await dynamo.close();
});
