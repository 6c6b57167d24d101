import { sql } from 'kysely';
import { destroySubjectKey } from '#foundation/personal/index.ts';
import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { keepErasure, type Eraser } from './erase-voice-data.ts';
import type { Erasure } from './erasure-journal.ts';

/**
 * Within a command: erases the record of a visit, or a sealed note (H1). That somebody was there that day, and whether
 * the door stayed shut, remains until its time is over: otherwise the next would ring too soon (H2). A voice raised then
 * is erased with its own number. Null: erased already, or gone.
 */
export async function eraseVisitData(act: Act, by: Eraser, communityId: number, id: string): Promise<Erasure | null> {
  const { trx, now } = act;
  const visit = await trx
    .updateTable('visits')
    .set({ present: [], purpose: null, asks: 0, next_step_sealed: null, contact: null, stage: 'closed', erased_at: now })
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .where('result', 'is not', null)
    .where('erased_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!visit) return eraseNote(act, by, communityId, id);
  await trx.deleteFrom('visit_corrections').where('community_id', '=', communityId).where('visit_id', '=', id).execute();
  await trx.deleteFrom('visit_voices').where('community_id', '=', communityId).where('visit_id', '=', id).execute();
  await trx
    .insertInto('visit_steps')
    .values({ community_id: communityId, id: newId(now), visit_id: id, step: 'erased', at: now, by_id: by.personId })
    .execute();
  return finish(act, by, { communityId, id, name: 'visit.erased' });
}

async function eraseNote(act: Act, by: Eraser, communityId: number, id: string): Promise<Erasure | null> {
  const gone = await act.trx
    .deleteFrom('visit_notes')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return gone ? finish(act, by, { communityId, id, name: 'visit_note.erased' }) : null;
}

async function finish(act: Act, by: Eraser, gone: { communityId: number; id: string; name: string }): Promise<Erasure> {
  const { communityId, id, name } = gone;
  await destroySubjectKey(act, { communityId, id }, { by: by.personId, reason: 'erased' });
  // What was posted could be guessed and compared with its fingerprint.
  await act.trx
    .deleteFrom('idempotency_keys')
    .where(sql<boolean>`response ->> 'visitId' = ${id} or response ->> 'noteId' = ${id}`)
    .execute();
  await recordEvent(act, { communityId, name, subjectId: id, actorId: by.personId, actorRole: by.role });
  return keepErasure(act, by, { communityId, about: 'visit', subjectId: id, photos: [] });
}

/** Within an erasure: everything about the home somebody has here, from the day they came; what they wished for ends. */
export async function eraseVisitsOf(act: Act, by: Eraser, communityId: number, personId: string): Promise<Erasure[]> {
  const homes = await act.trx
    .selectFrom('roles')
    .select(['place_id', 'starts_at'])
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('role', '=', 'resident')
    .where('ended_at', 'is', null)
    .where('place_id', 'is not', null)
    .execute();
  const erased: (Erasure | null)[] = [];
  for (const { place_id: home, starts_at: since } of homes) {
    if (!home) continue;
    const { rows } = await sql<{ id: string }>`
      select id from visits where community_id = ${communityId} and household_id = ${home} and at >= ${since}
        and result is not null and erased_at is null
      union all select id from visit_notes where community_id = ${communityId} and household_id = ${home} and consented_at >= ${since}
      order by id`.execute(act.trx);
    for (const { id } of rows) erased.push(await eraseVisitData(act, by, communityId, id));
    await act.trx
      .updateTable('visit_wishes')
      .set({ ended_at: act.now })
      .where('community_id', '=', communityId)
      .where('household_id', '=', home)
      .where('ended_at', 'is', null)
      .where('wished_at', '>=', since)
      .execute();
  }
  return erased.filter((one) => one !== null);
}
