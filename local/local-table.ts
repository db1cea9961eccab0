import { CreateTableCommand, DynamoDBClient, ListTablesCommand, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import type { Table } from '../adapters/table.ts';
import { table } from '../adapters/table.ts';

const name = 'sundial';

/** Opens Sundial's table in the local DynamoDB, through the SDK client and adapter that AWS gets; creates it where there is none. */
export async function openLocalTable(endpoint: string): Promise<{ readonly table: Table; readonly close: () => void }> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const { TableNames: names = [] } = await client.send(new ListTablesCommand({}));
  if (!names.includes(name)) {
    await client.send(
      new CreateTableCommand({
        TableName: name,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [
          { AttributeName: 'pk', AttributeType: 'S' },
          { AttributeName: 'sk', AttributeType: 'S' },
        ],
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'sk', KeyType: 'RANGE' },
        ],
      }),
    );
    await waitUntilTableExists({ client, maxWaitTime: 10, minDelay: 1 }, { TableName: name });
  }
  return { table: table(client, name), close: () => client.destroy() };
}
