/** Letters through a mail server. */
import { createTransport } from 'nodemailer';
import type { MailGateway } from './mail.ts';
import { Undelivered } from './undelivered.ts';

const PATIENCE_MS = 10_000;

/** `url`: `smtp://user:pass@host:port` (STARTTLS) or `smtps://…` (TLS from the start). `from`: the sender's address. */
export type SmtpSettings = { url: string; from: string };

/**
 * A gateway that hands each letter to the server and resolves when the server has accepted it.
 * Throws at once when the address of the server cannot be read. Never sends a password unencrypted
 * except to this very machine.
 */
export function openSmtp(settings: SmtpSettings): MailGateway {
  const transport = createTransport(connection(settings.url));
  return {
    async send({ to, subject, text, unsubscribe }) {
      // A list in this field would send one person's letter to several.
      if (!/^[^\s,;:<>"()]+@[^\s,;:<>"()@]+$/u.test(to)) throw new Undelivered('mail: not one e-mail address');
      try {
        // As an object the address is taken literally, never parsed as a list.
        await transport.sendMail({ from: settings.from, to: { name: '', address: to }, subject, text, ...oneClick(unsubscribe) });
      } catch (error) {
        // The server's own words may quote the letter or the recipient: only its codes are passed on.
        throw new Undelivered(`mail: ${codesOf(error)}`);
      }
    },
  };
}

/** RFC 8058: the mail program may offer one button; it posts, a mere visit changes nothing. */
function oneClick(address: string | null | undefined): { headers?: Record<string, string> } {
  if (!address) return {};
  return { headers: { 'List-Unsubscribe': `<${address}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } };
}

function connection(address: string) {
  const url = URL.parse(address);
  if (!url?.hostname || !['smtp:', 'smtps:'].includes(url.protocol)) {
    throw new Error('the address of the mail server must look like smtp://user:password@host:port');
  }
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const auth = { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  return {
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && auth.user !== '' && !['localhost', '127.0.0.1', '::1'].includes(host),
    ...(auth.user === '' ? {} : { auth }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    dnsTimeout: PATIENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function codesOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const codes = [
    'code' in error ? error.code : undefined,
    'command' in error ? error.command : undefined,
    'responseCode' in error ? error.responseCode : undefined,
  ];
  const words = codes.filter((code) => typeof code === 'string' || typeof code === 'number').join(' ');
  return words || error.name;
}
