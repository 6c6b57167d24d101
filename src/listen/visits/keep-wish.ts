import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';
import type { Rhythm, VisitWay } from './visit.ts';

export type Wish = { householdId: string; rhythm: Rhythm; twoPeople?: boolean | undefined; way: VisitWay };

/** Within a command: what the household wishes from now on. `twoPeople` left out: as before. */
export async function keepWish(act: Act, viewer: Viewer, communityId: number, wish: Wish): Promise<void> {
  const { trx, now } = act;
  const { householdId, rhythm, way } = wish;
  const before = await trx
    .updateTable('visit_wishes')
    .set({ ended_at: now })
    .where('community_id', '=', communityId)
    .where('household_id', '=', householdId)
    .where('ended_at', 'is', null)
    .returning('two_people')
    .executeTakeFirst();
  const twoPeople = wish.twoPeople ?? before?.two_people ?? false;
  await trx
    .insertInto('visit_wishes')
    .values({
      community_id: communityId,
      id: newId(now),
      household_id: householdId,
      rhythm,
      two_people: twoPeople,
      way,
      wished_at: now,
      noted_by: way === 'page' ? null : viewer.personId,
    })
    .execute();
  await recordEvent(act, {
    communityId,
    name: 'visit.wished',
    subjectId: householdId,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    data: { rhythm, twoPeople, way },
  });
}
