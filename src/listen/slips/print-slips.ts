import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { signedIn } from '#listen/voices/index.ts';
import { whyNotOpenBoxes } from './why-not-slip.ts';

/** `count`: how many slips; four stand on a sheet of A4. */
export const printSlipsInput = z.object({
  boxId: z.uuid('input.not-found'),
  count: z.coerce.number('input.not-usable').int('input.not-usable').min(1, 'input.not-usable').max(200, 'input.too-many'),
});
export type PrintSlips = z.infer<typeof printSlipsInput>;

/** Reserves the next numbers for this box; `findPrint` hands them to the press. Throws Missing, Refused. */
export async function printSlips(viewer: Viewer, communityId: number, input: PrintSlips, how?: How): Promise<{ printId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'slip.print', input: [communityId, input] }, how, async (act) => {
    refuseIf(whyNotOpenBoxes(viewer, communityId));
    const box = await act.trx
      .selectFrom('comment_boxes')
      .select('id')
      .where('community_id', '=', communityId)
      .where('id', '=', input.boxId)
      .executeTakeFirst();
    if (!box) throw new Missing();
    const last = await reserve(act, communityId, input.count);
    const id = newId(act.now);
    await act.trx
      .insertInto('slip_prints')
      .values({
        community_id: communityId,
        id,
        box_id: input.boxId,
        first_serial: last - input.count + 1,
        last_serial: last,
        printed_at: act.now,
        printed_by: signedIn(viewer),
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'slip.printed',
      subjectId: id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { first: last - input.count + 1, last },
    });
    return { printId: id };
  });
}

async function reserve({ trx }: Act, communityId: number, count: number): Promise<number> {
  const { last_serial } = await trx
    .insertInto('slip_counters')
    .values({ community_id: communityId, last_serial: count })
    .onConflict((conflict) => conflict.column('community_id').doUpdateSet({ last_serial: sql`slip_counters.last_serial + ${count}` }))
    .returning('last_serial')
    .executeTakeFirstOrThrow();
  return last_serial;
}
