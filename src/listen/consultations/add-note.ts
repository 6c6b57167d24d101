import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { recordConsultation } from './record-consultation.ts';
import { whyNotNote } from './why-not-consultation.ts';
import { link } from './write-consultation.ts';

export const addNoteInput = z.object({ words: words(1000), link: link.optional() });
export type AddNote = z.infer<typeof addNoteInput>;

/** What has to be put right while people answer stands beside the questions, with its day. Throws Missing, Refused. */
export async function addNote(viewer: Viewer, ref: ConsultationRef, input: AddNote, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.add_note', input: [ref, input] }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    refuseIf(whyNotNote(one, viewer));
    await act.trx
      .insertInto('consultation_notes')
      .values({
        community_id: one.communityId,
        id: newId(act.now),
        consultation_id: one.id,
        words: input.words,
        link: input.link ?? null,
        added_at: act.now,
        added_by: viewer.personId ?? '',
      })
      .execute();
    await recordConsultation(act, viewer, one, 'note_added');
    return { number: one.number };
  });
}
