import { Forbidden } from '#foundation/refusal.ts';

// A session is a row: who (or which voice), how surely, and until when. Only the hash of its token is stored.

const minute = 60_000;
const day = 86_400_000;

/** Idle and absolute lifetimes (trust.md, part 7). A holder's session lasts as long as a look at one's own receipt. */
export const lifetimes = {
  staff: { idle: 30 * minute, absolute: 12 * 60 * minute },
  resident: { idle: 30 * day, absolute: 90 * day },
  holder: { idle: 2 * 60 * minute, absolute: day },
} as const;
export type SessionKind = keyof typeof lifetimes;

/** Between password and authenticator: long enough to install an app, short enough to be forgotten in a browser. */
export const firstFactorLife = { idle: 15 * minute, absolute: 15 * minute } as const;

/** `first_factor`: the password was right, the authenticator hasn't been asked yet; reaches nothing but that question. */
export type Assurance = 'first_factor' | 'full';

export type Session = { id: string; kind: SessionKind; assurance: Assurance; steppedUpAt: Date | null };

/** How long a fresh proof of who one is counts for exports, giving roles and making tokens. */
export const stepUpLasts = 5 * minute;

/** Whether this session was confirmed with a second proof within the last five minutes. */
export function isSteppedUp(session: Session | null, now: Date): boolean {
  if (session?.kind !== 'staff' || session.assurance !== 'full' || !session.steppedUpAt) return false;
  return now.getTime() - session.steppedUpAt.getTime() <= stepUpLasts;
}

/** Throws Forbidden (`step-up.needed`) unless the session was confirmed within the last five minutes. */
export function requireStepUp(session: Session | null, now: Date): void {
  if (!isSteppedUp(session, now)) throw new Forbidden('step-up.needed');
}

export function lifeOf(kind: SessionKind, assurance: Assurance): { idle: number; absolute: number } {
  return assurance === 'first_factor' ? firstFactorLife : lifetimes[kind];
}
