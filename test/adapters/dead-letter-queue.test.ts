import { SQSClient } from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deadLetterQueue } from '../../adapters/dead-letter-queue.ts';
import { awsJsonServer, fakeCredentials } from '../fakes/aws-json-server.ts';
import { fakeSqs } from '../fakes/sqs.ts';

const sourceUrl = 'https://sqs.us-east-1.amazonaws.com/111122223333/health-bedrock';
const deadLetterUrl = 'https://sqs.us-east-1.amazonaws.com/111122223333/health-bedrock-dead';
const why = { error: 'UnreadableEventError', reason: 'detail.page: expected a number' };

describe('deadLetterQueue', () => {
  let sqs: ReturnType<typeof fakeSqs>;
  let aws: Awaited<ReturnType<typeof awsJsonServer>>;
  let letters: ReturnType<typeof deadLetterQueue>;

  beforeEach(async () => {
    sqs = fakeSqs();
    aws = await awsJsonServer(sqs.answer);
    const client = new SQSClient({ region: 'us-east-1', endpoint: aws.endpoint, credentials: fakeCredentials });
    letters = deadLetterQueue({ sourceUrl, deadLetterUrl }, client);
  });
  afterEach(() => aws.close());

  it('keeps the event as it came, with the reason beside it', async () => {
    await letters.send('{"id":"1"}', why);

    expect(sqs.messages(deadLetterUrl)).toMatchObject([
      {
        Body: '{"id":"1"}',
        MessageAttributes: {
          error: { DataType: 'String', StringValue: 'UnreadableEventError' },
          reason: { DataType: 'String', StringValue: 'detail.page: expected a number' },
        },
      },
    ]);
  });

  it.each`
    reason               | kept                | because
    ${'a\u0000b\u001bc'} | ${'a b c'}          | ${'SQS takes no control characters'}
    ${''}                | ${'unknown'}        | ${'SQS takes no empty attribute'}
    ${'x'.repeat(5000)}  | ${'x'.repeat(1024)} | ${'a reason is a sentence, not a dump'}
    ${'model 🌞'}        | ${'model 🌞'}       | ${'every other character is kept'}
  `('makes the reason fit: $because', async ({ reason, kept }: { reason: string; kept: string }) => {
    await letters.send('{}', { error: 'Error', reason });

    expect(sqs.messages(deadLetterUrl)[0]?.MessageAttributes?.['reason']?.StringValue).toBe(kept);
  });

  it('counts its letters', async () => {
    await letters.send('{}', why);
    await letters.send('{}', why);

    expect(await letters.count()).toBe(2);
  });

  it('redrives every letter to the queue it came from', async () => {
    for (let n = 0; n < 12; n += 1) await letters.send(`{"id":"${n}"}`, why);

    expect(await letters.redrive(100)).toBe(12);
    expect(sqs.messages(deadLetterUrl)).toEqual([]);
    expect(sqs.messages(sourceUrl).map(({ Body }) => Body)).toEqual(
      Array.from({ length: 12 }, (_, n) => `{"id":"${n}"}`),
    );
  });

  it('redrives no more than it was asked to', async () => {
    for (let n = 0; n < 12; n += 1) await letters.send('{}', why);

    expect(await letters.redrive(11)).toBe(11);
    expect(sqs.messages(deadLetterUrl).length).toBe(1);
  });
});
