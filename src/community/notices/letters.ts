import { z } from 'zod';
import { sql } from 'kysely';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, readPersonalData, type Viewer } from '#community/people/index.ts';
import { findAddressee } from './find-addressee.ts';
import { deliveriesFor, tellsByHand } from './delivery-access.ts';
import { finishDelivery } from './finish-delivery.ts';
import type { Facts } from './notice.ts';
import { findDigestItems } from './send-digest.ts';
import type { Item } from './write-letter.ts';
import type { Locale } from './notice-words.ts';

/** A letter on paper that waits: printed or not, but not in the post box yet. */
export type WaitingLetter = { id: string; at: Date; printedAt: Date | null };

/** Letters that wait, oldest first, at most 200. Throws Forbidden. */
export async function findLetters(viewer: Viewer, communityId: number): Promise<WaitingLetter[]> {
  if (!tellsByHand(viewer, communityId)) throw new Forbidden();
  return waiting(viewer, communityId)
    .select(['deliveries.id', 'made_at as at', 'printed_at as printedAt'])
    .orderBy('made_at')
    .limit(200)
    .execute();
}

/** What stands on one letter. `place`: the household, as far as it is known. */
export type LetterToPrint = { id: string; locale: Locale; name: string; place: string | null; at: Date; items: Item[] };

/** All letters that wait, with name and household, and marked as printed; every look at a name is written down. Throws Forbidden. */
export async function takeLetters(viewer: Viewer, communityId: number, how?: How): Promise<LetterToPrint[]> {
  if (!tellsByHand(viewer, communityId)) throw new Forbidden();
  const rows = await waiting(viewer, communityId)
    .leftJoin('notices', (join) =>
      join.onRef('notices.community_id', '=', 'deliveries.community_id').onRef('notices.id', '=', 'deliveries.subject_id'),
    )
    .select(['deliveries.id', 'deliveries.person_id', 'deliveries.about', 'deliveries.subject_id', 'made_at'])
    .select(['notices.template', 'notices.facts', 'about_kind', 'about_id', 'about_number', 'deadline_at'])
    .$narrowType<{ facts: Facts | null }>()
    .orderBy('made_at')
    .limit(200)
    .execute();
  const people = [...new Set(rows.flatMap(({ person_id: id }) => id ?? []))];
  const [names, places] = [
    await printing(
      viewer,
      communityId,
      rows.map(({ id }) => id),
      people,
      how,
    ),
    await placesOf(communityId, people),
  ];
  const letters: LetterToPrint[] = [];
  for (const row of rows) {
    const to = row.person_id ? await findAddressee(communityId, row.person_id) : null;
    if (!row.person_id || !to) continue;
    const items =
      row.about === 'digest'
        ? await findDigestItems(communityId, row.subject_id)
        : [
            {
              template: row.template ?? '',
              facts: row.facts ?? {},
              about: { kind: row.about_kind ?? '', id: row.about_id, number: row.about_number },
              deadline: row.deadline_at,
            },
          ];
    const name = names.get(row.person_id) ?? '';
    letters.push({ id: row.id, locale: to.locale, name, place: places.get(row.person_id) ?? null, at: row.made_at, items });
  }
  return letters;
}

export const postLettersInput = z.object({ deliveryIds: z.array(z.uuid('input.choose')).min(1, 'input.choose').max(200) });
export type PostLetters = z.infer<typeof postLettersInput>;

/** The letters were put in the post box: by whom and when. */
export async function postLetters(viewer: Viewer, communityId: number, input: PostLetters, how?: How): Promise<{ posted: number }> {
  return perform({ actor: actorKey(viewer), verb: 'notice.post', input: [communityId, input] }, how, async (act) => {
    for (const deliveryId of input.deliveryIds) await finishDelivery(viewer, communityId, { deliveryId }, { within: act });
    return { posted: input.deliveryIds.length };
  });
}

function waiting(viewer: Viewer, communityId: number) {
  return database()
    .selectFrom('deliveries')
    .where(deliveriesFor(viewer, communityId))
    .where('way', '=', 'paper_duty')
    .where('over_at', 'is', null);
}

async function printing(viewer: Viewer, communityId: number, ids: string[], people: string[], how?: How): Promise<Map<string, string>> {
  const names = await perform(
    { actor: actorKey(viewer), verb: 'notice.print', input: null },
    { ...how, key: undefined },
    async (act: Act) => {
      if (ids.length > 0)
        await act.trx
          .updateTable('deliveries')
          .set({ printed_at: act.now })
          .where('community_id', '=', communityId)
          .where(sql<boolean>`id = any(${ids}::uuid[])`)
          .where('printed_at', 'is', null)
          .execute();
      const read = await readPersonalData(act, viewer, { communityId, table: 'people', ids: people, fields: ['name'], purpose: 'letter' });
      return [...read].map(([id, { name }]) => [id, name ?? '']);
    },
  );
  return new Map(names.map(([id = '', name = '']) => [id, name]));
}

/** Where they live, as far as their own role says it. */
async function placesOf(communityId: number, people: string[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await database()
    .selectFrom('roles')
    .innerJoin('places', (join) => join.onRef('places.community_id', '=', 'roles.community_id').onRef('places.id', '=', 'roles.place_id'))
    .select(['roles.person_id', 'places.full_name'])
    .where('roles.community_id', '=', communityId)
    .where('roles.role', '=', 'resident')
    .where('roles.ended_at', 'is', null)
    .where('roles.person_id', 'in', people)
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.full_name]));
}
