import { database } from '#foundation/server/database.ts';
import { perform } from '#foundation/server/perform.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { actorKey, readPersonalData, type Viewer } from '#community/people/index.ts';
import type { Nomination, ObjectionOutcome, Way } from './liaison.ts';
import { nominations } from './load-call.ts';
import { leads, whyNotAppoint, writesDown } from './why-not-liaison.ts';

export type Objection = { id: string; words: string; at: Date; way: Way; answer: { outcome: ObjectionOutcome; words: string } | null };
export type NominationRow = Nomination & {
  name: string;
  phone: string | null;
  place: string;
  origin: 'self' | 'neighbour';
  objections: Objection[];
  whyNotAppoint: string | null;
};

/**
 * Those nominated in a call, for the office. Names and telephones are read with a line for each (they must be called and
 * asked); objections only by the secretary, and never those about themselves. Throws Forbidden.
 */
export async function findNominations(viewer: Viewer, communityId: number, callId: string, now = new Date()): Promise<NominationRow[]> {
  if (!writesDown(viewer, communityId)) throw new Forbidden();
  const rows = await nominations(database(), communityId)
    .innerJoin('places', (join) => join.onRef('places.community_id', '=', 'one.community_id').onRef('places.id', '=', 'one.place_id'))
    .select(['places.full_name as place', 'one.origin', 'one.shown_name as shownName'])
    .$narrowType<{ origin: 'self' | 'neighbour' }>()
    .where('one.call_id', '=', callId)
    .orderBy('one.id')
    .execute();
  const persons = await perform({ actor: actorKey(viewer), verb: 'liaison.read_nominated', input: null }, undefined, async (act) => {
    // Whoever agreed has chosen a name that everybody reads; only those still to be asked are looked up.
    const ids = rows.filter((row) => !row.agreed && !row.declined).map(({ personId }) => personId);
    const look = { communityId, table: 'people', ids, fields: ['name', 'phone'], purpose: 'nomination' } as const;
    const read = await readPersonalData(act, viewer, look);
    return Object.fromEntries([...read].map(([id, { name, phone }]) => [id, { name, phone }]));
  });
  const objections = leads(viewer, communityId) ? await objectionsTo(viewer, communityId, callId) : new Map<string, Objection[]>();
  return rows.map(({ shownName, ...row }) => ({
    ...row,
    name: shownName ?? persons[row.personId]?.name ?? '',
    phone: persons[row.personId]?.phone ?? null,
    objections: objections.get(row.id) ?? [],
    whyNotAppoint: whyNotAppoint(row, viewer, now),
  }));
}

async function objectionsTo(viewer: Viewer, communityId: number, callId: string): Promise<Map<string, Objection[]>> {
  const rows = await database()
    .selectFrom('liaison_objections as one')
    .innerJoin('liaison_nominations as about', (join) =>
      join.onRef('about.community_id', '=', 'one.community_id').onRef('about.id', '=', 'one.nomination_id'),
    )
    .leftJoin('liaison_objection_answers as answer', (join) =>
      join.onRef('answer.community_id', '=', 'one.community_id').onRef('answer.objection_id', '=', 'one.id'),
    )
    .select(['one.nomination_id as nominationId', 'one.id', 'one.words', 'one.objected_at as at', 'one.way'])
    .select(['answer.outcome', 'answer.words as answered'])
    .$narrowType<{ way: Way; outcome: ObjectionOutcome | null }>()
    .where('one.community_id', '=', communityId)
    .where('about.call_id', '=', callId)
    .where('about.person_id', '<>', viewer.personId)
    .orderBy('one.id')
    .execute();
  const found = new Map<string, Objection[]>();
  for (const { nominationId, outcome, answered, ...row } of rows) {
    const answer = outcome && answered ? { outcome, words: answered } : null;
    found.set(nominationId, [...(found.get(nominationId) ?? []), { ...row, answer }]);
  }
  return found;
}

/** What the viewer was nominated for and hasn't answered, or stands on the list for: for the person's own page. */
export async function findOwnNominations(viewer: Viewer, communityId: number) {
  if (!viewer.personId) return [];
  return nominations(database(), communityId)
    .innerJoin('places', (join) => join.onRef('places.community_id', '=', 'one.community_id').onRef('places.id', '=', 'one.place_id'))
    .select(['places.full_name as place', 'one.shown_name as shownName'])
    .where('one.person_id', '=', viewer.personId)
    .where('one.declined_at', 'is', null)
    .orderBy('one.id', 'desc')
    .execute();
}
