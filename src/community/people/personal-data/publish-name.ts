import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '../viewer.ts';
import { readPersonalData } from './read-personal-data.ts';

/** Within a command: whoever takes on a public function is known by name from now on; that they are looked up for it is written down. */
export async function publishName(act: Act, viewer: Viewer, communityId: number, personId: string): Promise<void> {
  const sealed = await act.trx
    .selectFrom('people')
    .select('id')
    .where('id', '=', personId)
    .where('name_sealed', 'is not', null)
    .forUpdate()
    .executeTakeFirst();
  if (!sealed) return;
  const look = { communityId, table: 'people', ids: [personId], fields: ['name'], purpose: 'public_function' } as const;
  const name = (await readPersonalData(act, viewer, look)).get(personId)?.name;
  if (!name) return;
  await act.trx.updateTable('people').set({ name, name_sealed: null }).where('id', '=', personId).execute();
}
