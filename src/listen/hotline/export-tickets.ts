import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { findMappings } from './find-mappings.ts';
import { findPending } from './find-pending.ts';
import { officeOnly } from './hotline-access.ts';

/** `mapping`: the name of the columns in which it goes back. */
export const exportTicketsInput = z.object({ mapping: z.string('input.choose').min(1, 'input.choose').max(60, 'input.not-found') });
export type ExportTickets = z.infer<typeof exportTicketsInput>;

/** Puts everything the hotline hasn't heard yet into one file, which can be fetched again; each thing goes out once. Throws Refused, Invalid. */
export async function exportTickets(
  viewer: Viewer,
  communityId: number,
  input: ExportTickets,
  how?: How,
): Promise<{ exportId: string; lines: number }> {
  return perform({ actor: actorKey(viewer), verb: 'hotline.export', input: [communityId, input] }, how, async (act) => {
    officeOnly(viewer, communityId);
    // Two who export at once come one after the other, and the second finds what is left.
    await sql`select pg_advisory_xact_lock(hashtextextended('hotline', ${communityId}))`.execute(act.trx);
    const mapping = (await findMappings(communityId, act.trx)).find(({ name }) => name === input.mapping);
    if (!mapping) throw new Invalid([{ field: 'mapping', code: 'input.not-found' }]);
    const pending = await findPending(act.trx, viewer, communityId);
    refuseIf(pending.length === 0 ? 'hotline.nothing-to-send' : null);
    const exportId = newId(act.now);
    await act.trx
      .insertInto('hotline_exports')
      .values({ community_id: communityId, id: exportId, mapping_id: mapping.id, exported_at: act.now, exported_by: viewer.personId })
      .execute();
    await sql`insert into hotline_export_lines (community_id, export_id, ticket_id, kind, source_id)
      select ${communityId}, ${exportId}, ticket_id, kind, source_id
      from unnest(${pending.map(({ ticketId }) => ticketId)}::uuid[], ${pending.map(({ kind }) => kind)}::text[],
        ${pending.map(({ sourceId }) => sourceId)}::uuid[]) as sent (ticket_id, kind, source_id)`.execute(act.trx);
    await recordEvent(act, {
      communityId,
      name: 'hotline.exported',
      subjectId: exportId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { lines: pending.length },
    });
    return { exportId, lines: pending.length };
  });
}
