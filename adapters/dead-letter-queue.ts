import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

/** The queue that feeds a function, and the one where its dead letters lie. */
export interface QueuePair {
  readonly sourceUrl: string;
  readonly deadLetterUrl: string;
}

/** What can't be handled lies here with the reason, until `redrive` sends it round again. */
export function deadLetterQueue(
  { sourceUrl, deadLetterUrl }: QueuePair,
  client: Pick<SQSClient, 'send'> = new SQSClient({}),
) {
  return { send, redrive, count };

  async function send(body: string, why: { readonly error: string; readonly reason: string }): Promise<void> {
    const MessageAttributes = { error: attribute(why.error), reason: attribute(why.reason) };
    await client.send(new SendMessageCommand({ QueueUrl: deadLetterUrl, MessageBody: body, MessageAttributes }));
  }

  /** Sends at most that many back to where they came from, and says how many. A crash may send one twice, never lose one. */
  async function redrive(atMost: number): Promise<number> {
    let sent = 0;
    while (sent < atMost) {
      const MaxNumberOfMessages = Math.min(10, atMost - sent);
      const { Messages = [] } = await client.send(
        new ReceiveMessageCommand({ QueueUrl: deadLetterUrl, MaxNumberOfMessages, WaitTimeSeconds: 1 }),
      );
      if (Messages.length === 0) break;

      for (const { Body, ReceiptHandle } of Messages) {
        await client.send(new SendMessageCommand({ QueueUrl: sourceUrl, MessageBody: Body }));
        await client.send(new DeleteMessageCommand({ QueueUrl: deadLetterUrl, ReceiptHandle }));
        sent += 1;
      }
    }
    return sent;
  }

  /** Approximate, as SQS counts. */
  async function count(): Promise<number> {
    const { Attributes } = await client.send(
      new GetQueueAttributesCommand({ QueueUrl: deadLetterUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
    );
    return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  }
}

/** SQS allows no control characters in an attribute, and none that is empty. */
function attribute(text: string) {
  const printable = text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ' ').slice(0, 1024);
  return { DataType: 'String', StringValue: printable || 'unknown' };
}
