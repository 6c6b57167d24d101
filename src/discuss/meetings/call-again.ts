import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { insertItem } from './add-agenda-item.ts';
import { findAgenda } from './agenda.ts';
import { kindOfMeeting } from './find-meeting-kinds.ts';
import { reachMeeting, type MeetingRef } from './load-meeting.ts';
import { moment } from './meeting-inputs.ts';
import { insertMeeting, type PlannedMeeting } from './plan-meeting.ts';
import { whyNotCallAgain } from './why-not-meet.ts';

export const callAgainInput = z
  .object({ startsAt: moment, endsAt: moment, placeWords: words(120).optional() })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endsAt'], message: 'meeting.ends-first' });
export type CallAgain = z.infer<typeof callAgainInput>;

/**
 * A second call after too few came, or the rest after it broke off: a new meeting that points back, with the same kind, basis
 * and agenda. Its notice goes out like the first. Throws Missing, Refused by `whyNotCallAgain`.
 */
export async function callAgain(viewer: Viewer, ref: MeetingRef, input: CallAgain, how?: How): Promise<PlannedMeeting> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.call_again', input: [ref, input] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    const kind = await kindOfMeeting(act.trx, one);
    const next = await act.trx
      .selectFrom('meetings')
      .select('id')
      .where('community_id', '=', one.communityId)
      .where('second_call_of', '=', one.id)
      .where('stage', '<>', 'cancelled')
      .executeTakeFirst();
    refuseIf(whyNotCallAgain(one, viewer, kind, next !== undefined));
    const { title, placeWords, basis, organizationId, buildingId, registered, chairId, demandId, trackId } = one;
    const kept = { organizationId, buildingId, registered, chairId, demandId, trackId };
    const planned = await insertMeeting(
      act,
      viewer,
      one.communityId,
      {
        kind: one.kind,
        title,
        placeWords: input.placeWords ?? placeWords,
        startsAt: input.startsAt,
        endsAt: input.endsAt,
        basis,
        ...given(kept),
      },
      kind,
      one.id,
    );
    for (const { title: words_, purpose, topicId, minutes, paper } of await findAgenda(act.trx, one)) {
      await insertItem(
        act,
        viewer,
        { communityId: one.communityId, id: planned.id },
        { title: words_, purpose, ...given({ topicId, minutes, paper }) },
      );
    }
    return planned;
  });
}

type Given<T> = { [Key in keyof T]?: NonNullable<T[Key]> };

/** Without what isn't there. */
function given<T extends object>(all: T): Given<T> {
  const kept: Given<T> = {};
  for (const key in all) {
    const value = all[key];
    if (value !== null && value !== undefined) kept[key] = value;
  }
  return kept;
}
