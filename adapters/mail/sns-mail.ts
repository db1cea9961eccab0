import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import type { SendMail } from './mail.ts';

/** Characters of a subject, which must be printable ASCII. https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const longestSubject = 100;

/** To an Amazon SNS topic, whose subscribers may be addresses of mail. */
export function snsMail(topic: string, client: Pick<SNSClient, 'send'> = new SNSClient({})): SendMail {
  return async (subject, text) => {
    const plain = subject.replaceAll(/[^\x20-\x7E]/g, '?').slice(0, longestSubject);
    await client.send(new PublishCommand({ TopicArn: topic, Subject: plain, Message: text }));
  };
}
