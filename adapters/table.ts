import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';

/** One item: `pk` and `sk` are the table's key, everything else is the item's own. */
export type Item = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

export interface Condition {
  readonly expression: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** The one table, reduced to what works on DynamoDB and its local stand-in alike: single items, conditional writes, queries. */
export interface Table {
  readonly get: (pk: string, sk: string) => Promise<Item | null>;
  /** `false` where the condition does not hold. */
  readonly put: (item: Item, condition?: Condition) => Promise<boolean>;
  readonly query: (pk: string, skPrefix?: string) => Promise<readonly Item[]>;
  readonly remove: (pk: string, sk: string) => Promise<void>;
}

export const absent: Condition = { expression: 'attribute_not_exists(pk)' };

export function table(client: DynamoDBClient, name: string): Table {
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });

  return {
    async get(pk, sk) {
      const { Item: item } = await documents.send(
        new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true }),
      );
      return (item as Item | undefined) ?? null;
    },
    async put(item, condition) {
      const conditional = condition && {
        ConditionExpression: condition.expression,
        ...(condition.values && { ExpressionAttributeValues: condition.values }),
      };
      try {
        await documents.send(new PutCommand({ TableName: name, Item: item, ...conditional }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    async query(pk, skPrefix = '') {
      const items: Item[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const page = await documents.send(
          new QueryCommand({
            TableName: name,
            KeyConditionExpression: skPrefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
            ExpressionAttributeValues: { ':pk': pk, ...(skPrefix !== '' && { ':sk': skPrefix }) },
            ConsistentRead: true,
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        items.push(...((page.Items ?? []) as Item[]));
        from = page.LastEvaluatedKey;
      } while (from);
      return items;
    },
    async remove(pk, sk) {
      await documents.send(new DeleteCommand({ TableName: name, Key: { pk, sk } }));
    },
  };
}
