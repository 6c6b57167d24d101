import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { reachVoice } from './load-voice.ts';
import type { Voice } from './voice.ts';

/** Something to tell a resident by hand, with the voice it is about. */
export type LoadedDuty = { id: string; template: string; doneAt: Date | null; voice: Voice };

/** For a command: a call, visit or letter that is owed, with its voice locked. Out of reach is Missing. */
export async function reachDuty(trx: Kysely<DB>, viewer: Viewer, communityId: number, deliveryId: string): Promise<LoadedDuty> {
  const duty = await trx
    .selectFrom('deliveries')
    .select(['id', 'subject_id', 'template', 'done_at as doneAt'])
    .where('community_id', '=', communityId)
    .where('id', '=', deliveryId)
    .where('way', 'in', ['call_duty', 'visit_duty', 'paper_duty'])
    .executeTakeFirst();
  if (!duty) throw new Missing();
  const { subject_id: id, ...rest } = duty;
  return { ...rest, voice: await reachVoice(trx, viewer, { communityId, id }) };
}
