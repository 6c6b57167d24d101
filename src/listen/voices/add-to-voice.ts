import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { searchWords } from '#foundation/text/search-words.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { reachVoice, type VoiceRef } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { keepPhotos, mostPhotos, type NewPhoto } from './photos.ts';
import type { Voice } from './voice.ts';
import { whyNotAdd } from './why-not-verdict.ts';

export const addToVoiceInput = z.object({ words: words(2000).optional() });
export type AddToVoice = z.infer<typeof addToVoiceInput>;

/** The one who spoke has more to say or to show. Throws Invalid when there is neither, or too many photos in all. */
export async function addToVoice(
  viewer: Viewer,
  ref: VoiceRef,
  input: AddToVoice,
  photos: NewPhoto[] = [],
  how?: How,
): Promise<{ number: string }> {
  const intent = { actor: actorKey(viewer), verb: 'voice.add', input: [ref, input, photos.map((photo) => photo.sha256)] };
  return perform(intent, how, async (act) => {
    const voice = await reachVoice(act.trx, viewer, ref);
    refuseIf(whyNotAdd(voice, viewer));
    if (!input.words && photos.length === 0) throw new Invalid([{ field: 'words', code: 'input.needed' }]);
    await checkRoom(act, voice, photos.length);
    await keepPhotos(act, viewer, voice, photos, true);
    const row = input.words ? await keepWords(act, viewer, voice, input.words) : null;
    await moveVoice(act, viewer, voice, { event: 'added_to', ...(row && { row }), data: { photos: photos.length } });
    return { number: voice.number };
  });
}

async function checkRoom({ trx }: Act, voice: Voice, more: number): Promise<void> {
  const { count } = await trx
    .selectFrom('voice_photos')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .executeTakeFirstOrThrow();
  if (count + more > 3 * mostPhotos) throw new Invalid([{ field: 'photos', code: 'voice.too-many-photos' }]);
}

async function keepWords({ trx, now }: Act, viewer: Viewer, voice: Voice, said: string): Promise<string> {
  const id = newId(now);
  await trx
    .insertInto('voice_additions')
    .values({
      community_id: voice.communityId,
      id,
      voice_id: voice.id,
      audience: 'resident_and_staff',
      by_reporter: true,
      author_id: viewer.personId,
      words: said,
      added_at: now,
    })
    .execute();
  await trx
    .updateTable('voices')
    .set({ search: sql`search || array_to_tsvector(${searchWords(said)}::text[])` })
    .where('community_id', '=', voice.communityId)
    .where('id', '=', voice.id)
    .execute();
  return id;
}
