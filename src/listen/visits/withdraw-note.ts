import { perform, type How } from '#foundation/server/perform.ts';
import { actingRole, actorKey, eraseVisitData, finishErasures, type Viewer } from '#community/people/index.ts';
import { reachNote, reachOwnNote } from './reach-note.ts';
import type { EraseVisit } from './erase-visit.ts';
import type { VisitRef } from './visit.ts';

/** The household takes back its consent: the note is gone with its key, at once. Throws Missing. */
export async function withdrawNote(viewer: Viewer, ref: VisitRef, { way }: EraseVisit, how?: How): Promise<{ erased: boolean }> {
  const { gone } = await perform({ actor: actorKey(viewer), verb: 'visit_note.withdraw', input: [ref, way] }, how, async (act) => {
    await (way === 'page' ? reachOwnNote : reachNote)(act.trx, viewer, ref);
    const by = { personId: viewer.personId, role: actingRole(viewer, ref.communityId) };
    const erased = await eraseVisitData(act, by, ref.communityId, ref.id);
    return { gone: erased ? [erased] : [] };
  });
  if (!how?.within) await finishErasures(gone);
  return { erased: gone.length > 0 };
}
