import { z } from 'zod';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { recordLiaison } from './record-liaison.ts';
import { whyNotCall } from './why-not-liaison.ts';

/** What is asked for, and the first and last day on which one may be nominated (`YYYY-MM-DD`). */
export const callForOfficersInput = z
  .object({ announcement: words(1000), opensOn: z.iso.date('input.not-a-day'), closesOn: z.iso.date('input.not-a-day') })
  .refine(({ opensOn, closesOn }) => closesOn >= opensOn, { path: ['closesOn'], message: 'liaison.closes-before-opening' });
export type CallForOfficers = z.infer<typeof callForOfficersInput>;

/** The secretary calls for liaison officers, with dates. Throws Refused by `whyNotCall`, Invalid for a last day gone by. */
export async function callForOfficers(viewer: Viewer, communityId: number, input: CallForOfficers, how?: How): Promise<{ callId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'liaison.call', input: [communityId, input] }, how, async (act) => {
    refuseIf(whyNotCall(viewer, communityId));
    if (input.closesOn < shanghaiDay(act.now)) throw new Invalid([{ field: 'closesOn', code: 'liaison.day-gone-by' }]);
    const id = newId(act.now);
    await act.trx
      .insertInto('liaison_calls')
      .values({
        community_id: communityId,
        id,
        announcement: input.announcement,
        opens_on: input.opensOn,
        closes_on: input.closesOn,
        called_at: act.now,
        called_by: viewer.personId ?? '',
      })
      .execute();
    await recordLiaison(act, viewer, {
      communityId,
      subjectId: id,
      name: 'called',
      data: { opensOn: input.opensOn, closesOn: input.closesOn },
      owed: true,
    });
    return { callId: id };
  });
}
