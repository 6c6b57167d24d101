import { sql } from 'kysely';

// How many people share a matter. Whoever joins or writes twice is still one person, and someone who left no sign of who
// they are can't be told from somebody who is there already: they are heard, but not counted (V10: nobody is ranked by it).

/** Fewer than this could be guessed one by one: then nothing is said at all. */
export const fewestNeighbours = 5;

/** Of a row of `reporters` and its voice: who it is, as far as two can be told apart; null when they can't. */
const writer = (reporter: string, voice: string) => sql`coalesce(
  coalesce(${sql.ref(`${reporter}.person_id`)}, (select p.id from people p where p.phone_index = ${sql.ref(`${reporter}.phone_index`)}))::text,
  encode(${sql.ref(`${reporter}.phone_index`)}, 'hex'),
  case when ${sql.ref(`${voice}.entered_by`)} is not null then ${sql.ref(`${reporter}.id`)}::text end)`;

/** SQL, with `voices` at hand: how many other people's voices were merged into this one. */
export const neighboursSharing = sql<number>`(select count(distinct ${writer('r', 'child')})::int
  from voices child join reporters r on r.community_id = child.community_id and r.id = child.reporter_id
  where child.community_id = voices.community_id and child.case_id = voices.case_id and child.stage = 'merged' and child.id <> voices.id
    and ${writer('r', 'child')} is distinct from (select ${writer('own', 'voices')} from reporters own
      where own.community_id = voices.community_id and own.id = voices.reporter_id))`;
