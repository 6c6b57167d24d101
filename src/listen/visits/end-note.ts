import { Refused } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { reachNote } from './reach-note.ts';
import { noteStep } from './take-step.ts';
import type { VisitRef } from './visit.ts';

/** The need is over: from today the note is kept for six months (H5). Throws Missing, Refused. */
export async function endNote(viewer: Viewer, ref: VisitRef, how?: How): Promise<{ noteId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'visit_note.end', input: [ref] }, how, async (act) => {
    const note = await reachNote(act.trx, viewer, ref);
    if (note.endedAt) throw new Refused('visit.need-over');
    await act.trx
      .updateTable('visit_notes')
      .set({ ended_at: act.now, ended_by: viewer.personId, kept_from: note.keptFrom < act.now ? note.keptFrom : act.now })
      .where('community_id', '=', ref.communityId)
      .where('id', '=', ref.id)
      .execute();
    await noteStep(act, viewer, ref, 'visit_note.ended');
    return { noteId: ref.id };
  });
}
