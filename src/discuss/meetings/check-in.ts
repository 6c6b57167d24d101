import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { Forbidden, Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { findOwnEntries } from './find-own-entries.ts';
import { reachMeeting, type MeetingRef } from './load-meeting.ts';
import { mark } from './mark-roll.ts';
import type { Meeting } from './meeting.ts';
import { recordMeeting } from './record-meeting.ts';
import { whyNotCheckIn } from './why-not-meet.ts';

/** The six digits that stand in the room, or came with the QR code there. */
export const checkInInput = z.object({
  code: z
    .string('input.needed')
    .trim()
    .regex(/^\d{6}$/, 'meeting.code-wrong'),
});
export type CheckIn = z.infer<typeof checkInInput>;

/**
 * Somebody signed in who is in the room puts themselves, or their household, on the roll as present. A household that sent a
 * proxy and comes after all is there itself. Throws Missing, Refused by `whyNotCheckIn`, Invalid. Returns what was marked.
 */
export async function checkIn(viewer: Viewer, ref: MeetingRef, input: CheckIn, how?: How): Promise<{ entries: number }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.check_in', input: [ref, input] }, how, async (act) => {
    if (!viewer.personId) throw new Forbidden('sign-in.needed');
    const one = await reachMeeting(act.trx, viewer, ref);
    refuseIf(whyNotCheckIn(one, viewer, act.now));
    if (!timingSafeEqual(Buffer.from(input.code), Buffer.from(one.checkInCode))) {
      throw new Invalid([{ field: 'code', code: 'meeting.code-wrong' }]);
    }
    const entries = await ownOpenEntries(act, one, viewer.personId);
    await mark(act, viewer, one, { entryIds: entries, standing: 'present', way: 'code' });
    await recordMeeting(act, viewer, one, 'checked_in');
    return { entries: entries.length };
  });
}

async function ownOpenEntries({ trx }: Act, one: Meeting, personId: string): Promise<string[]> {
  const own = (await findOwnEntries(trx, one, personId)).filter(({ votes }) => votes);
  if (own.length === 0) throw new Refused('meeting.not-on-roll');
  const open = own.filter(({ standing }) => standing !== 'present');
  if (open.length === 0) throw new Refused('meeting.checked-in');
  // Paper that came in time already counts as present, and recusal stays.
  const free = open.filter(({ standing }) => standing !== 'paper' && standing !== 'recused');
  if (free.length === 0) throw new Refused('meeting.counted-otherwise');
  return free.map(({ id }) => id);
}
