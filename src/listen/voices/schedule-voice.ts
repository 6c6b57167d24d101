import { z } from 'zod';
import { endOfShanghaiDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { day, words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { momentOf } from './moment-of.ts';
import { moveVoice } from './move-voice.ts';
import { setDueDate } from './set-due-date.ts';
import { signedIn } from './signed-in.ts';
import { tell } from './tell.ts';
import { whyNotSchedule, whyNotWorkingDay } from './why-not-handle.ts';

export const scheduleVoiceInput = z.object({ reason: words(500), day });
export type ScheduleVoice = z.infer<typeof scheduleVoiceInput>;

/** It takes longer and has a day: the secretary promises it, the resident is told. Due at the end of that day. */
export async function scheduleVoice(viewer: Viewer, ref: VoiceRef, input: ScheduleVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.schedule', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotSchedule(voice, viewer) ?? whyNotWorkingDay(input.day, await momentOf(act)));
    const row = newId(act.now);
    await act.trx
      .insertInto('voice_waits')
      .values({
        community_id: voice.communityId,
        id: row,
        voice_id: voice.id,
        kind: 'scheduled',
        reason: input.reason,
        until_day: input.day,
        began_at: act.now,
        began_by: signedIn(viewer),
      })
      .execute();
    const dueAt = endOfShanghaiDay(input.day);
    await setDueDate(act, viewer, voice, { kind: 'scheduled', round: voice.round, dueAt, reason: input.reason });
    await moveVoice(act, viewer, voice, { event: 'scheduled', to: 'scheduled', set: { due_at: dueAt }, row });
    await tell(act, voice, 'scheduled');
    return { number: voice.number };
  });
}
