import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { signedIn } from './signed-in.ts';
import { whyNotNote } from './why-not-handle.ts';

export const noteOnVoiceInput = z.object({ words: words(2000) });
export type NoteOnVoice = z.infer<typeof noteOnVoiceInput>;

/** A note among those who work on it; the resident doesn't read it. */
export async function noteOnVoice(viewer: Viewer, ref: VoiceRef, input: NoteOnVoice, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.note', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotNote(voice, viewer));
    const row = newId(act.now);
    await act.trx
      .insertInto('voice_additions')
      .values({
        community_id: voice.communityId,
        id: row,
        voice_id: voice.id,
        audience: 'staff',
        by_reporter: false,
        author_id: signedIn(viewer),
        words: input.words,
        added_at: act.now,
      })
      .execute();
    await moveVoice(act, viewer, voice, { event: 'noted', row });
    return { number: voice.number };
  });
}
