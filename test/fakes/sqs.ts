import { createHash } from 'node:crypto';
import type { AwsAnswer } from './aws-json-server.ts';

interface Message {
  readonly MessageId: string;
  readonly ReceiptHandle: string;
  readonly Body: string;
  readonly MessageAttributes?: Readonly<Record<string, { readonly StringValue: string }>>;
}

/** Queues by URL, as far as dead letters need them. Received messages stay invisible until they are deleted. */
export function fakeSqs() {
  const queues = new Map<string, Message[]>();
  const received = new Set<string>();
  let sent = 0;

  const answer: AwsAnswer = ({ target, input }) => {
    const url = String(input['QueueUrl']);
    const queue = queues.get(url) ?? [];
    switch (target) {
      case 'AmazonSQS.SendMessage': {
        const Body = String(input['MessageBody']);
        const handle = `m${(sent += 1)}`;
        const attributes = input['MessageAttributes'] as Message['MessageAttributes'];
        const message = { MessageId: handle, ReceiptHandle: handle, Body };
        queues.set(url, [...queue, attributes ? { ...message, MessageAttributes: attributes } : message]);
        return { body: { MessageId: handle, MD5OfMessageBody: md5(Body) } };
      }
      case 'AmazonSQS.ReceiveMessage': {
        const visible = queue.filter(({ ReceiptHandle }) => !received.has(ReceiptHandle));
        const Messages = visible.slice(0, Number(input['MaxNumberOfMessages']));
        for (const { ReceiptHandle } of Messages) received.add(ReceiptHandle);
        return { body: { Messages: Messages.map((message) => ({ ...message, MD5OfBody: md5(message.Body) })) } };
      }
      case 'AmazonSQS.DeleteMessage': {
        queues.set(
          url,
          queue.filter(({ ReceiptHandle }) => ReceiptHandle !== input['ReceiptHandle']),
        );
        return { body: {} };
      }
      case 'AmazonSQS.GetQueueAttributes':
        return { body: { Attributes: { ApproximateNumberOfMessages: String(queue.length) } } };
      default:
        return { status: 400, body: { __type: 'com.amazonaws.sqs#UnsupportedOperation' } };
    }
  };
  return { answer, messages: (url: string) => queues.get(url) ?? [] };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
