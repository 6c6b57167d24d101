import { installation } from '#foundation/server/installation.ts';
import type { Keep } from './field-row.ts';

// How long each kind of thing is kept, and what the nightly job does about it [law PIPL 19, 47].

/**
 * `stays`: until erasure is asked for, or for good where it is evidence. `delete`: the row goes so many days after the
 * moment in `after`. `clear`: contact of a matter goes so many months after it was closed.
 */
export type KeepRule =
  | { how: 'stays' }
  | { how: 'delete'; table: DeletedTable; after: string; days: number }
  | { how: 'clear'; months: number };
export type DeletedTable =
  | 'phone_codes'
  | 'sessions'
  | 'idempotency_keys'
  | 'rate_limits'
  | 'familiar_places'
  | 'deliveries'
  | 'missed_call_words'
  | 'notices'
  | 'visits'
  | 'visit_corrections'
  | 'visit_notes';

/** Three years: as long as somebody may still come back to a matter in court [Civil Code art. 188]. */
const contactMonths = 36;

export const keeps: Record<Keep, KeepRule> = {
  record: { how: 'stays' },
  account: { how: 'stays' },
  always: { how: 'stays' },
  contact: { how: 'clear', months: contactMonths },
  code: { how: 'delete', table: 'phone_codes', after: 'expires_at', days: 1 },
  session: { how: 'delete', table: 'sessions', after: 'absolute_until', days: 30 },
  intent: { how: 'delete', table: 'idempotency_keys', after: 'created_at', days: 30 },
  limit: { how: 'delete', table: 'rate_limits', after: 'opened_at', days: 2 },
  place: { how: 'delete', table: 'familiar_places', after: 'last_at', days: 365 },
  call: { how: 'delete', table: 'missed_call_words', after: 'ended_at', days: 90 },
  message: { how: 'delete', table: 'deliveries', after: 'over_at', days: 730 },
  notice: { how: 'delete', table: 'notices', after: 'at', days: 365 },
  // Two years of visits; a sealed note six months after the need has ended (H5).
  visit: { how: 'delete', table: 'visits', after: 'at', days: 730 },
  visit_correction: { how: 'delete', table: 'visit_corrections', after: 'at', days: 730 },
  visit_note: { how: 'delete', table: 'visit_notes', after: 'kept_from', days: 183 },
};

/** Months for which contact is kept after closing: the operator's choice, or the register's. */
export function contactKeptFor(): number {
  return installation().settings.HUIYIN_KEEP_CONTACT_MONTHS ?? contactMonths;
}
