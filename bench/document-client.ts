import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';

/** The floor for a function that keeps anything at all: what every one of ours must load. */
export const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const commands = { DeleteCommand, GetCommand, PutCommand, QueryCommand };
