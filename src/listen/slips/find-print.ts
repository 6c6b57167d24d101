import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { slipCode } from './slip-code.ts';
import { opensBoxes } from './why-not-slip.ts';

/** The slips of one printing: each with its number and the code of its strip. */
export type PrintedSlips = { boxName: string; slips: { serial: number; code: string }[] };

/**
 * For the press, only for whoever had the numbers reserved: the fewer have seen the codes, the better. Throws Missing.
 */
export async function findPrint(viewer: Viewer, { communityId, id }: { communityId: number; id: string }): Promise<PrintedSlips> {
  if (!isId(id) || !opensBoxes(viewer, communityId)) throw new Missing();
  const print = await database()
    .selectFrom('slip_prints')
    .innerJoin('comment_boxes as box', (join) =>
      join.onRef('box.community_id', '=', 'slip_prints.community_id').onRef('box.id', '=', 'slip_prints.box_id'),
    )
    .select(['box.name', 'first_serial as first', 'last_serial as last'])
    .where('slip_prints.community_id', '=', communityId)
    .where('slip_prints.id', '=', id)
    .where('slip_prints.printed_by', '=', viewer.personId)
    .executeTakeFirst();
  if (!print) throw new Missing();
  const slips = Array.from({ length: print.last - print.first + 1 }, (_, at) => ({
    serial: print.first + at,
    code: slipCode(communityId, print.first + at),
  }));
  return { boxName: print.name, slips };
}
