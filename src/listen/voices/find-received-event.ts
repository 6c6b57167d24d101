import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { parseNumber } from './voice.ts';
import { visibleTo } from './voice-access.ts';

/** The event by which the ledger knows that a voice was received, for whoever may reach the voice. Throws Missing. */
export async function findReceivedEvent(viewer: Viewer, ref: { communityId: number; number: string }): Promise<string> {
  const number = parseNumber(ref.number);
  if (!number) throw new Missing();
  const row = await database()
    .selectFrom('voices')
    .innerJoin('events', (join) =>
      join
        .onRef('events.community_id', '=', 'voices.community_id')
        .onRef('events.subject_id', '=', 'voices.id')
        .on('events.name', '=', 'voice.received'),
    )
    .select('events.id')
    .where(visibleTo(viewer, ref.communityId))
    .where('voices.year', '=', number.year)
    .where('voices.serial', '=', number.serial)
    .executeTakeFirst();
  if (!row) throw new Missing();
  return row.id;
}
