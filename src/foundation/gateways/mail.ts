/** A plain letter to one e-mail address. */

/**
 * One address in `to`; `text` without markup. `unsubscribe`: where one tap ends such letters (RFC 8058). Rejects with
 * `Undelivered` when the letter was not accepted.
 */
export type MailMessage = { to: string; subject: string; text: string; unsubscribe?: string | null };
export type MailGateway = { send(message: MailMessage): Promise<void> };
