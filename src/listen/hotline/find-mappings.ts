import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { database } from '#foundation/server/database.ts';
import { ticketFields, type TicketColumns } from './ticket.ts';

/** What the columns of a file mean, under the name it is kept by. */
export type Mapping = { id: string; name: string; header: string[]; columns: TicketColumns };

const stored = z.object({ header: z.array(z.string()), columns: z.partialRecord(z.enum(ticketFields), z.number()) });

/** The newest of each name, the last used first. */
export async function findMappings(communityId: number, db: Kysely<DB> = database()): Promise<Mapping[]> {
  const { rows } = await sql<{ id: string; name: string; header: unknown; columns: unknown }>`
    select id, name, header, fields as columns from (
      select distinct on (name) id, name, header, fields, saved_at from hotline_mappings
      where community_id = ${communityId} order by name, saved_at desc, id desc) newest
    order by saved_at desc, id desc`.execute(db);
  return rows.map(({ id, name, ...row }) => ({ id, name, ...stored.parse(row) }));
}

/** The kept columns that fit this header exactly: the same titles in the same places. */
export function mappingFor(header: readonly string[], mappings: readonly Mapping[]): Mapping | null {
  return (
    mappings.find((mapping) => mapping.header.length === header.length && mapping.header.every((title, at) => title === header[at])) ?? null
  );
}
