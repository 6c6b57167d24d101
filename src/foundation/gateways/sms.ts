/** A short message to one telephone. */

/**
 * `to` in E.164 or as the resident gave it, `text` ready to read, `template` the name under which the carrier
 * knows the text, `vars` what is filled into it. Rejects with `Undelivered` when the message was not accepted.
 */
export type SmsMessage = { to: string; text: string; template: string; vars: Record<string, string> };
export type SmsGateway = { send(message: SmsMessage): Promise<void> };
