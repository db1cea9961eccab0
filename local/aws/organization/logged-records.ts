import { createHash } from 'node:crypto';
import type { FilteredLogEvent } from '@aws-sdk/client-cloudwatch-logs';
import type { Place } from './arns.ts';
import { principalArn } from './call-records.ts';
import { callsOn } from './use.ts';
import { daysBetween } from './metering.ts';
import type { Use } from './use.ts';

/** Of one caller and one day no more are shown, so that a question about a month is answered at once. */
const mostADay = 5;

const questions = [
  (n: number) => `Is a refund of ${n}.50 EUR still possible after ${n % 60} days?`,
  (n: number) => `Which team takes a complaint about order ${n}? Answer by one word.`,
  (n: number) => `My card was charged twice for order ${n}. Write to customer.${n}@example.com, please.`,
];

/** Records of the model invocation log between two instants, in milliseconds, as Bedrock writes them. What was asked is made up. */
export function loggedRecords(
  uses: readonly Use[],
  startTime: number,
  endTime: number,
  place: Place,
): readonly FilteredLogEvent[] {
  const events = uses
    .filter(({ endpoint }) => endpoint === 'bedrock-runtime')
    .flatMap((use) =>
      daysBetween(new Date(startTime), new Date(endTime)).flatMap((day) =>
        Array.from({ length: Math.min(mostADay, callsOn(use, day)) }, (_, nth) => event(use, day, nth, place)),
      ),
    );
  return events
    .filter(({ timestamp }) => timestamp >= startTime && timestamp <= endTime)
    .toSorted((a, b) => a.timestamp - b.timestamp);
}

function event(use: Use, day: string, nth: number, place: Place) {
  const id = createHash('sha256')
    .update(`${use.calledAs} ${JSON.stringify(use.principal)} ${day} ${nth}`)
    .digest();
  const number = 1 + (id.readUInt16BE() % 9000);
  const timestamp = Date.parse(day) + (9 + nth) * 3_600_000;
  const prompt = questions[number % questions.length]?.(number) ?? '';
  const record = {
    schemaType: 'ModelInvocationLog',
    schemaVersion: '1.0',
    timestamp: new Date(timestamp).toISOString(),
    accountId: place.account,
    region: place.region,
    requestId: `simulated-${id.toString('hex').slice(0, 16)}`,
    operation: use.streams ? 'ConverseStream' : 'Converse',
    modelId: use.calledAs,
    identity: { arn: principalArn(use.principal, place) },
    ...(use.requestMetadata && { requestMetadata: use.requestMetadata }),
    input: {
      inputContentType: 'application/json',
      inputBodyJson: { messages: [{ role: 'user', content: [{ text: prompt }] }], inferenceConfig: { maxTokens: 200 } },
      inputTokenCount: use.tokens.input,
    },
    output: { outputContentType: 'application/json', outputTokenCount: use.tokens.output },
  };
  const eventId = id.toString('hex').slice(0, 32);
  return { eventId, timestamp, logStreamName: 'aws/bedrock/modelinvocations', message: JSON.stringify(record) };
}
