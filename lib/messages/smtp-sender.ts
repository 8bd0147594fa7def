import { createTransport } from 'nodemailer';
import type { MailSender } from './mail-sender.ts';

/** Sends over SMTP; @param options.url `smtp://` or `smtps://` with credentials, @param options.from the sender's address. */
export function newSmtpSender(options: { url: string; from: string }): MailSender {
  const transport = createTransport(options.url, { from: options.from });
  return {
    async send(mail) {
      await transport.sendMail({
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        messageId: mail.messageId,
      });
    },
  };
}
