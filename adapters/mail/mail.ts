import type { MailSettings } from '../../domain/custom-models/mail-settings.ts';
import { sesMail } from './ses-mail.ts';
import { snsMail } from './sns-mail.ts';

/** One message to everybody who is configured; plain text. */
export type SendMail = (subject: string, text: string) => Promise<void>;

/** By Amazon SNS or Amazon SES, as sundial.yml says. */
export function mail(settings: MailSettings): SendMail {
  return settings.kind === 'sns' ? snsMail(settings.topic) : sesMail(settings.from, settings.to);
}
