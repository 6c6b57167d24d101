/** A plain letter to one e-mail address. */

/** One address in `to`; `text` without markup. Rejects with `Undelivered` when the letter was not accepted. */
export type MailMessage = { to: string; subject: string; text: string };
export type MailGateway = { send(message: MailMessage): Promise<void> };
