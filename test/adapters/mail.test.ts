import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SNSClient } from '@aws-sdk/client-sns';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sesMail } from '../../adapters/mail/ses-mail.ts';
import { snsMail } from '../../adapters/mail/sns-mail.ts';
import { closeServer, listen } from '../../local/loopback.ts';
import { fakeCredentials } from '../fakes/aws-json-server.ts';
import type { Reply } from '../fakes/scripted-server.ts';
import { scriptedServer } from '../fakes/scripted-server.ts';

const topic = 'arn:aws:sns:us-west-2:111122223333:sundial';

/** The SDK's own clients against a server that answers so. */
async function anAws(reply: Reply = { body: {} }) {
  const server = await scriptedServer(() => reply);
  onTestFinished(() => server.close());
  const settings = { region: 'us-west-2', endpoint: server.url, credentials: fakeCredentials, maxAttempts: 1 };
  return { ...server, settings };
}

describe('a mail', () => {
  it('goes by SES to every address', async () => {
    const { seen, settings } = await anAws({ body: { MessageId: '1' } });
    await sesMail(
      'sundial@example.com',
      ['ml@example.com', 'ops@example.com'],
      new SESv2Client(settings),
    )('Über', 'text');

    expect(seen).toMatchObject([
      {
        method: 'POST',
        path: '/v2/email/outbound-emails',
        body: {
          FromEmailAddress: 'sundial@example.com',
          Destination: { ToAddresses: ['ml@example.com', 'ops@example.com'] },
          Content: { Simple: { Subject: { Data: 'Über' }, Body: { Text: { Data: 'text' } } } },
        },
      },
    ]);
  });

  it('goes to a topic, with a subject that SNS takes', async () => {
    const asked: URLSearchParams[] = [];
    const server = createServer((request, response) => {
      void text(request).then((body) => {
        asked.push(new URLSearchParams(body));
        response.setHeader('content-type', 'text/xml');
        response.end('<PublishResponse><PublishResult><MessageId>1</MessageId></PublishResult></PublishResponse>');
      });
    });
    const endpoint = await listen(server);
    onTestFinished(() => closeServer(server));
    const client = new SNSClient({ region: 'us-west-2', endpoint, credentials: fakeCredentials, maxAttempts: 1 });

    await snsMail(topic, client)(`Über ${'x'.repeat(200)}`, 'text');

    expect(asked.map((fields) => Object.fromEntries(fields))).toMatchObject([
      { Action: 'Publish', TopicArn: topic, Subject: `?ber ${'x'.repeat(95)}`, Message: 'text' },
    ]);
  });

  it('that is refused says why', async () => {
    const { settings } = await anAws({
      status: 400,
      headers: { 'x-amzn-errortype': 'MessageRejected' },
      body: { message: 'Email address is not verified.' },
    });

    await expect(sesMail('a@example.com', ['b@example.com'], new SESv2Client(settings))('s', 't')).rejects.toThrow(
      'Email address is not verified.',
    );
  });
});
