import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { id } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { hidePhotos } from './show-photos.ts';
import { whyNotTakeDown } from './why-not-handle.ts';

export const hidePhotoInput = z.object({ photoId: id });
export type HidePhoto = z.infer<typeof hidePhotoInput>;

/** The neighbourhood no longer sees this photo; its file with the boxes is removed the same night. */
export async function hidePhoto(viewer: Viewer, ref: VoiceRef, input: HidePhoto, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.hide_photo', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotTakeDown(voice, viewer));
    const hidden = await hidePhotos(act, viewer, voice, input.photoId);
    refuseIf(hidden === 0 ? 'voice.photo-not-shown' : null);
    await moveVoice(act, viewer, voice, { event: 'photo_hidden' });
    return { number: voice.number };
  });
}
