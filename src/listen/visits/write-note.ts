import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Missing } from '#foundation/refusal.ts';
import { createSubjectKey } from '#foundation/personal/index.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { findStanding } from './find-standing.ts';
import { findVisitors } from './find-visitors.ts';
import { noteConsentWays } from './visit.ts';

/**
 * A need that is nobody else's business. `consentWay`: the household agreed to this note, apart from anything else;
 * `readerIds`: who may open it; `months`: how long the need lasts at most. Without consent there is no note.
 */
export const writeNoteInput = z.object({
  householdId: z.uuid('input.not-found'),
  words: words(1000),
  consentWay: z.enum(noteConsentWays, 'visit.consent-needed'),
  readerIds: z.array(z.uuid('input.choose')).min(1, 'visit.readers-needed').max(5, 'input.too-many'),
  months: z.coerce.number('input.choose').pipe(z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)], 'input.choose')),
});
export type WriteNote = z.infer<typeof writeNoteInput>;

/** Seals a note under a key of its own. Throws Missing for a household out of reach, Invalid for readers who don't serve there. */
export async function writeNote(viewer: Viewer, communityId: number, input: WriteNote, how?: How): Promise<{ noteId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'visit_note.write', input: [communityId, input] }, how, async (act) => {
    const { trx, now } = act;
    const { householdId, consentWay, readerIds } = input;
    if (!(await findStanding(trx, viewer, communityId, householdId, now))) throw new Missing();
    const serving = new Set((await findVisitors(trx, communityId, now, householdId)).map(({ personId }) => personId));
    if (!readerIds.every((id) => serving.has(id))) throw new Invalid([{ field: 'readerIds', code: 'visit.officer-not-there' }]);
    const id = newId(now);
    const key = await createSubjectKey(act, { communityId, id });
    const keptFrom = new Date(now);
    keptFrom.setUTCMonth(keptFrom.getUTCMonth() + input.months);
    await trx
      .insertInto('visit_notes')
      .values({
        community_id: communityId,
        id,
        household_id: householdId,
        words_sealed: key.seal({ table: 'visit_notes', column: 'words_sealed', row: id }, input.words),
        consent_way: consentWay,
        consented_at: now,
        written_by: viewer.personId ?? '',
        kept_from: keptFrom,
      })
      .execute();
    await trx
      .insertInto('visit_note_readers')
      .values([...new Set(readerIds)].map((personId) => ({ community_id: communityId, note_id: id, person_id: personId })))
      .execute();
    await recordEvent(
      act,
      {
        communityId,
        name: 'visit_note.consented',
        subjectId: id,
        actorId: viewer.personId,
        actorRole: actingRole(viewer, communityId),
        data: { way: consentWay, readers: readerIds.length, until: keptFrom.toISOString() },
      },
      { type: 'consent.given', content: { purpose: 'visit_note', way: consentWay }, under: key },
    );
    return { noteId: id };
  });
}
