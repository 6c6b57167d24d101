import { z } from 'zod';
import { Forbidden, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { enterResponsibilityInput, insertResponsibility } from './enter-responsibility.ts';
import startingList from './starting-list.json' with { type: 'json' };
import { whyNotKeepResponsibilities } from './why-not-responsibility.ts';

/** What the law says of the bodies named in it, and everyday defaults: a list to start from and to change. */
const list = z.array(enterResponsibilityInput).parse(startingList);

/** Fills an empty register with the list to start from. Throws Forbidden; Refused when something stands there already. */
export async function beginRegister(viewer: Viewer, communityId: number, how?: How): Promise<{ entered: number }> {
  return perform({ actor: actorKey(viewer), verb: 'responsibility.begin', input: communityId }, how, async (act) => {
    const why = whyNotKeepResponsibilities(viewer, communityId);
    if (why) throw new Forbidden(why);
    const there = await act.trx
      .selectFrom('responsibilities')
      .select('id')
      .where('community_id', '=', communityId)
      .limit(1)
      .executeTakeFirst();
    refuseIf(there ? 'responsibility.begun' : null);
    for (const entry of list) await insertResponsibility(act, viewer, communityId, entry);
    return { entered: list.length };
  });
}
