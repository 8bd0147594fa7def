/** An e-mail that says that something waits, never what (rule 20). */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** Stable per notification: a mail that is sent again after a crash is the same mail to its receiver. */
  messageId: string;
}

/** How mail leaves the house; the app hands in one that speaks SMTP. @throws when the mail was not accepted. */
export interface MailSender {
  send(mail: Mail): Promise<void>;
}
