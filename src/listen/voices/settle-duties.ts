import type { Act } from '#foundation/server/perform.ts';

/** Whoever has spoken with the resident has also told what was to be told: the open calls, visits and letters are done. */
export async function settleDuties({ trx, now }: Act, voice: { communityId: number; id: string }, personId: string): Promise<void> {
  await trx
    .updateTable('deliveries')
    .set({ done_at: now, done_by: personId })
    .where('community_id', '=', voice.communityId)
    .where('subject_id', '=', voice.id)
    .where('way', 'in', ['call_duty', 'visit_duty', 'paper_duty'])
    .where('done_at', 'is', null)
    .execute();
}
