import { endOfShanghaiDay, shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { listedDays } from './liaison.ts';
import { nominations, reachCall, type LiaisonRef } from './load-call.ts';
import { recordLiaison } from './record-liaison.ts';
import { whyNotPost } from './why-not-liaison.ts';

/**
 * Posts the list of those who agreed, for five whole days after today. Throws Missing, Refused by `whyNotPost`.
 */
export async function postList(viewer: Viewer, ref: LiaisonRef, how?: How): Promise<{ listId: string; until: string }> {
  return perform({ actor: actorKey(viewer), verb: 'liaison.post_list', input: [ref] }, how, async (act) => {
    const { trx, now } = act;
    const call = await reachCall(trx, ref);
    const agreed = (await nominations(trx, ref.communityId).where('one.call_id', '=', call.id).execute()).filter((one) => one.agreed);
    refuseIf(whyNotPost(call, viewer, agreed.length, now));
    const id = newId(now);
    const until = endOfShanghaiDay(shiftDay(shanghaiDay(now), listedDays));
    await trx
      .insertInto('liaison_lists')
      .values({ community_id: ref.communityId, id, call_id: call.id, posted_at: now, posted_by: viewer.personId ?? '', until })
      .execute();
    await trx
      .insertInto('liaison_listed')
      .values(agreed.map((one) => ({ community_id: ref.communityId, id: newId(now), list_id: id, nomination_id: one.id })))
      .execute();
    await recordLiaison(act, viewer, {
      communityId: ref.communityId,
      subjectId: call.id,
      name: 'listed',
      data: { list: id, persons: agreed.length, until: until.toISOString() },
      owed: true,
    });
    return { listId: id, until: until.toISOString() };
  });
}
