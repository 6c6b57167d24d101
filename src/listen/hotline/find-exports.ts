import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';
import { officeOnly } from './hotline-access.ts';

export type ExportLine = { id: string; at: Date; by: string | null; mapping: string; receipts: number; answers: number; handBacks: number };

/** What was sent back and when, newest first; the last 30. Counts only what the viewer may see. Throws Forbidden. */
export async function findExports(viewer: Viewer, communityId: number): Promise<ExportLine[]> {
  officeOnly(viewer, communityId);
  const count = (kind: string) => sql<number>`count(*) filter (where line.kind = ${kind})::int`;
  return database()
    .selectFrom('hotline_exports as export')
    .innerJoin('hotline_mappings as mapping', (join) =>
      join.onRef('mapping.community_id', '=', 'export.community_id').onRef('mapping.id', '=', 'export.mapping_id'),
    )
    .leftJoin('people', 'people.id', 'export.exported_by')
    .innerJoin('hotline_export_lines as line', (join) =>
      join.onRef('line.community_id', '=', 'export.community_id').onRef('line.export_id', '=', 'export.id'),
    )
    .innerJoin('hotline_tickets as ticket', (join) =>
      join.onRef('ticket.community_id', '=', 'line.community_id').onRef('ticket.id', '=', 'line.ticket_id'),
    )
    .innerJoin('voices', (join) => join.onRef('voices.community_id', '=', 'ticket.community_id').onRef('voices.id', '=', 'ticket.voice_id'))
    .select([
      'export.id',
      'export.exported_at as at',
      'people.name as by',
      'mapping.name as mapping',
      count('receipt').as('receipts'),
      count('answer').as('answers'),
      count('hand_back').as('handBacks'),
    ])
    .where('export.community_id', '=', communityId)
    .where(visibleTo(viewer, communityId))
    .groupBy(['export.id', 'export.exported_at', 'people.name', 'mapping.name'])
    .orderBy('export.exported_at', 'desc')
    .orderBy('export.id', 'desc')
    .limit(30)
    .execute();
}
