// When the town is there but can't keep anything for a moment: the database is away, or no room is left on the disk.

/** 503 or 507, with the code whose words say so; `retryAfter` in seconds. */
export type Outage = { status: 503 | 507; code: 'service.away' | 'service.no-room'; retryAfter: number };

/** No room to write: raised before the disk is wholly full, so that reading goes on. */
export class NoRoom extends Error {
  readonly code = 'ENOSPC';
}

const away: Outage = { status: 503, code: 'service.away', retryAfter: 5 };
const noRoom: Outage = { status: 507, code: 'service.no-room', retryAfter: 30 };

/**
 * SQLSTATEs (PostgreSQL appendix A): connection exceptions (08), too many connections, out of memory, read-only after a
 * switch of machines, and the three ways a server says that it is going or coming; and what the network itself says.
 */
const awayCodes = /^(08...|25006|53200|53300|57P0[1-5]|58030|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)$/;
const noRoomCodes = /^(53100|ENOSPC|EDQUOT)$/;
/** What the driver says in words only. */
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/;

/**
 * Whether an error means that the service can't keep anything just now; null when it means something else. After such
 * an error nobody knows whether a change was kept: it is never an acknowledgement, and the same key may be sent again.
 */
export function outageOf(error: unknown): Outage | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (noRoomCodes.test(code)) return noRoom;
  if (awayCodes.test(code) || awayWords.test(error.message)) return away;
  const inside = error instanceof AggregateError ? error.errors : error.cause === undefined ? [] : [error.cause];
  return inside.map(outageOf).find((outage) => outage !== null) ?? null;
}
