/** The six digits from a staff member's authenticator app, the second proof beside the password. */
import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const PERIOD_MS = 30_000;

/** A new shared secret: 160 random bits (RFC 4226, section 4, R6) in base32. Keep it encrypted. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The otpauth:// address for the QR picture. `account` is what the app shows, e.g. name and community. */
export function totpUri(secret: string, account: string): string {
  // A colon would be read as the border between issuer and account (Key URI Format).
  return totp(secret, account.replaceAll(':', ' ')).toString();
}

/**
 * The time step (30 s since 1970) of the code, or null when the code is wrong, out of the window of one step
 * either way, or not newer than `lastStep`. Store the returned step in the same transaction
 * (`where last_step is null or last_step < step`): a code is accepted once only (RFC 6238, section 5.2).
 * Spaces and full-width digits are forgiven.
 */
export function checkTotp(secret: string, code: string, now: Date, lastStep: number | null): { step: number } | null {
  const given = code.normalize('NFKC').replace(/\s/gu, '');
  if (!/^\d{6}$/u.test(given)) return null;
  const expected = totp(secret, '');
  const current = Math.floor(now.getTime() / PERIOD_MS);
  for (const step of [current, current - 1, current + 1]) {
    if (step < 0 || (lastStep !== null && step <= lastStep)) continue;
    const right = expected.generate({ timestamp: step * PERIOD_MS });
    if (timingSafeEqual(Buffer.from(right), Buffer.from(given))) return { step };
  }
  return null;
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Huiyin', label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_MS / 1000 });
}
