import { sameCode } from '#foundation/secrets/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { giveTokenBack, takeToken } from '#foundation/server/take-token.ts';
import type { Stage } from '#listen/voices/index.ts';
import { slipCode } from './slip-code.ts';
import { parseSerial } from './slip.ts';

/**
 * What became of a slip. `waits`: its box has not been opened, or it has not been entered yet. The code of a strip has gone
 * through a printer in the office, so it opens less than a query code: neither the words nor the number; and what was
 * answered only where nobody is complained about (V6).
 */
export type SlipStanding =
  | { standing: 'waits' | 'unreadable' }
  | { standing: 'voice'; openedAt: Date; dueAt: Date; stage: Stage; answers: { words: string; at: Date }[] };

/** Wrong guesses in a quarter of an hour, as at the door for numbers and query codes. */
const window = 15 * 60;
const limits = { slip: 5, address: 20 };

/**
 * By the number of a slip and the code on its strip. Only wrong guesses count against the limits; an unknown number and a
 * wrong code get the same answer. Throws Missing `slip.number-or-code`, TooMany.
 */
export async function lookUpSlip(communityId: number, slip: string, code: string, address: string): Promise<SlipStanding> {
  const serial = parseSerial(slip);
  if (!serial) throw new Missing('slip.number-or-code');
  const buckets = [`slip:number:${communityId}:${serial}`, `slip:address:${address}`] as const;
  await takeToken(buckets[1], limits.address, window);
  await takeToken(buckets[0], limits.slip, window);
  const right = sameCode(code, slipCode(communityId, serial));
  const printed = await database()
    .selectFrom('slip_prints')
    .select('id')
    .where('community_id', '=', communityId)
    .where('first_serial', '<=', serial)
    .where('last_serial', '>=', serial)
    .executeTakeFirst();
  if (!right || !printed) throw new Missing('slip.number-or-code');
  await Promise.all(buckets.map(giveTokenBack));
  return standingOf(communityId, serial);
}

async function standingOf(communityId: number, serial: number): Promise<SlipStanding> {
  const row = await database()
    .selectFrom('opened_slips')
    .leftJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'opened_slips.community_id').onRef('voices.id', '=', 'opened_slips.voice_id'),
    )
    .select(['voices.id', 'voices.stage', 'voices.sealed', 'voices.received_at as openedAt', 'voices.due_at as dueAt'])
    .$narrowType<{ stage: Stage | null }>()
    .where('opened_slips.community_id', '=', communityId)
    .where('opened_slips.serial', '=', serial)
    .executeTakeFirst();
  if (!row) return { standing: 'waits' };
  const { id, stage, openedAt, dueAt } = row;
  if (!id || !stage || !openedAt || !dueAt) return { standing: 'unreadable' };
  const answers = row.sealed === 'none' ? await answersTo(communityId, id) : [];
  return { standing: 'voice', openedAt, dueAt, stage, answers };
}

function answersTo(communityId: number, voiceId: string) {
  return database()
    .selectFrom('voice_answers')
    .select(['words', 'answered_at as at'])
    .where('community_id', '=', communityId)
    .where('voice_id', '=', voiceId)
    .orderBy('answered_at')
    .execute();
}
