import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { SendMail } from './mail.ts';

/** By Amazon SES, from an identity that is verified there. https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
export function sesMail(
  from: string,
  to: readonly string[],
  client: Pick<SESv2Client, 'send'> = new SESv2Client({}),
): SendMail {
  return async (subject, text) => {
    await client.send(
      new SendEmailCommand({
        FromEmailAddress: from,
        Destination: { ToAddresses: [...to] },
        Content: {
          Simple: { Subject: { Data: subject, Charset: 'UTF-8' }, Body: { Text: { Data: text, Charset: 'UTF-8' } } },
        },
      }),
    );
  };
}
