import { newId } from '#foundation/ids.ts';
import { Forbidden } from '#foundation/refusal.ts';
import type { Act } from '#foundation/server/perform.ts';
import { actingRole, type Viewer } from '../viewer.ts';

/** Whose data (`subjectId`), which fields, and what for: a short code such as `call`, told to the resident later. */
export type Look = { communityId: number; subjectId: string; fields: readonly string[]; purpose: string; voiceId?: string };

/**
 * The one door to personal data. The look is written down first, in the same transaction: if it can't be, nothing is
 * read. Whether this viewer may look at all is the caller's rule to ask. Throws Forbidden for somebody not signed in.
 */
export async function readPersonalData<T>(act: Act, viewer: Viewer, look: Look, read: () => Promise<T>): Promise<T> {
  if (!viewer.personId) throw new Forbidden('sign-in.needed');
  await act.trx
    .insertInto('access_records')
    .values({
      community_id: look.communityId,
      id: newId(act.now),
      at: act.now,
      reader_id: viewer.personId,
      reader_role: actingRole(viewer, look.communityId),
      subject_id: look.subjectId,
      fields: [...look.fields],
      purpose: look.purpose,
      voice_id: look.voiceId ?? null,
    })
    .execute();
  return read();
}
