import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { findMappings, type Mapping } from './find-mappings.ts';

/** Within a command: keeps the columns under their name, unless the newest of that name says the same. Returns its id. */
export async function saveMapping(act: Act, viewer: Viewer, communityId: number, mapping: Omit<Mapping, 'id'>): Promise<string> {
  const { name, header, columns } = mapping;
  const newest = (await findMappings(communityId, act.trx)).find((kept) => kept.name === name);
  if (newest && same(newest, mapping)) return newest.id;
  const id = newId(act.now);
  await act.trx
    .insertInto('hotline_mappings')
    .values({
      community_id: communityId,
      id,
      name,
      header: JSON.stringify(header),
      fields: JSON.stringify(columns),
      saved_at: act.now,
      saved_by: viewer.personId,
    })
    .execute();
  return id;
}

function same(a: Omit<Mapping, 'id'>, b: Omit<Mapping, 'id'>): boolean {
  const written = ({ header, columns }: Omit<Mapping, 'id'>) =>
    JSON.stringify([header, Object.entries(columns).toSorted(([one], [other]) => (one < other ? -1 : 1))]);
  return written(a) === written(b);
}
