import { z } from 'zod';
import { burnBoxes } from '#foundation/pictures/index.ts';
import { newId } from '#foundation/ids.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { installation } from '#foundation/server/installation.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { id } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { signedIn } from './signed-in.ts';
import { hidePhotos } from './show-photos.ts';
import { whyNotTakeDown } from './why-not-handle.ts';

const share = z.coerce.number('input.not-usable').min(0, 'input.not-usable').max(100, 'input.not-usable');

/** `boxes`: what is painted black, in percent of the picture; none when there is nothing to hide. */
export const clearPhotoInput = z.object({
  photoId: id,
  boxes: z
    .array(z.object({ x: share, y: share, width: share, height: share }))
    .max(20, 'input.too-many')
    .default([]),
});
export type ClearPhoto = z.infer<typeof clearPhotoInput>;

/**
 * Lets the neighbourhood see a photo of a published voice, with black boxes burnt in where somebody could be recognised. The
 * original is kept for those who work on the voice. Clearing again replaces what was shown. Throws Missing, Refused.
 */
export async function clearPhoto(viewer: Viewer, ref: VoiceRef, input: ClearPhoto, how?: How): Promise<{ clearingId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'voice.clear_photo', input: [ref, input] }, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotTakeDown(voice, viewer));
    const photo = await act.trx
      .selectFrom('voice_photos')
      .select('id')
      .where('community_id', '=', voice.communityId)
      .where('voice_id', '=', voice.id)
      .where('id', '=', input.photoId)
      .executeTakeFirst();
    const { pictures } = installation();
    const original = photo && (await pictures.read(String(voice.communityId), photo.id, 'full'));
    if (!original) throw new Missing();
    await hidePhotos(act, viewer, voice, photo.id);
    const clearingId = newId(act.now);
    const burnt = await burnBoxes(original, input.boxes);
    // Files first, rows second: a row never points at nothing.
    await pictures.put(String(voice.communityId), clearingId, burnt);
    await act.trx
      .insertInto('voice_photo_clearings')
      .values({
        community_id: voice.communityId,
        id: clearingId,
        voice_id: voice.id,
        photo_id: photo.id,
        boxes: input.boxes.length,
        width: burnt.width,
        height: burnt.height,
        cleared_at: act.now,
        cleared_by: signedIn(viewer),
      })
      .execute();
    await moveVoice(act, viewer, voice, { event: 'photo_cleared', data: { boxes: input.boxes.length } });
    return { clearingId };
  });
}
