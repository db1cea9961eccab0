import { onTestFinished } from 'vitest';
import type { Table } from '../../adapters/table.ts';
import { startDynamo } from '../../local/dynamo.ts';
import { openLocalTable } from '../../local/local-table.ts';

/** An empty table in a DynamoDB on this machine, gone when the test ends. */
export async function aTable(): Promise<Table> {
  const dynamo = await startDynamo(null);
  onTestFinished(() => dynamo.close());
  const { table, close } = await openLocalTable(dynamo.endpoint);
  onTestFinished(() => close());
  return table;
}
