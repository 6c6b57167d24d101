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

/** `first_factor`: the password was right, the authenticator hasn't been asked yet; reaches nothing but that question. */
export type Assurance = 'first_factor' | 'full';

export type Session = { id: string; kind: SessionKind; assurance: Assurance; steppedUpAt: Date | null };

/** How long a fresh proof of who one is counts for reading contacts, exports and giving roles. */
export const stepUpLasts = 5 * minute;
