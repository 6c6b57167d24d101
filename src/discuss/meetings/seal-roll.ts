import { sql } from 'kysely';
import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import type { RollCount } from './count-roll.ts';
import type { Meeting } from './meeting.ts';

type Moment = 'opened' | 'inquorate' | 'adjourned' | 'closed';
type RollLine = { eligible: number; present: number; excused: number; absent: number; quorum: number | null; roll: string };

/** Within a command: figures and hash of the roll as it stands now; returns what the public ledger says of it. */
export async function sealRoll({ trx, now }: Act, viewer: Viewer, one: Meeting, count: RollCount, moment: Moment): Promise<RollLine> {
  const { eligible, present, excused, absent, quorum } = count;
  const figures = { eligible, present, excused, absent, quorum };
  const { rows } = await sql<{ roll: string }>`select encode(sha256(convert_to(
      coalesce(string_agg(id::text || ' ' || standing, E'\n' order by id), ''), 'UTF8')), 'hex') as roll
    from roll_entries where community_id = ${one.communityId} and meeting_id = ${one.id}::uuid and votes`.execute(trx);
  const roll = rows[0]?.roll ?? '';
  await trx
    .insertInto('roll_seals')
    .values({
      community_id: one.communityId,
      id: newId(now),
      meeting_id: one.id,
      moment,
      ...figures,
      sha256: roll,
      sealed_at: now,
      sealed_by: viewer.personId ?? '',
    })
    .execute();
  return { ...figures, roll };
}
