import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { Missing } from '#foundation/refusal.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { seesAllMeetings } from '#discuss/meetings/index.ts';
import type { ResolutionState, ResolutionStep } from './resolution.ts';
import type { Effect } from './vote.ts';

/** By its number, such as `2026-12`. */
export type ResolutionRef = { communityId: number; number: string };
/** `commitments`: promises that came of it; `objections`: those not answered yet; `pendingPaper`: late paper nobody ruled on. */
export type Resolution = {
  communityId: number;
  id: string;
  number: string;
  meetingId: string;
  meeting: string;
  meetingTitle: string;
  voteId: string;
  topicId: string | null;
  body: string;
  bodyZh: string;
  bodyEn: string;
  effect: Effect;
  text: string;
  party: string | null;
  mustFile: boolean;
  touches: string[];
  resolvedAt: Date;
  recordedBy: string;
  state: ResolutionState;
  taken: ResolutionStep[];
  commitments: number;
  openObjections: number;
};

/** The resolutions of a community this viewer may know of: the public what is published, the office all. Newest first. */
export async function selectResolutions(
  db: Kysely<DB>,
  viewer: Viewer,
  communityId: number,
  where: RawBuilder<unknown>,
  limit = 200,
): Promise<Resolution[]> {
  const all = seesAllMeetings(viewer, communityId);
  const { rows } = await sql<Resolution>`select * from (
    select r.community_id as "communityId", r.id, r.year || '-' || r.serial as number, r.meeting_id as "meetingId",
      m.year || '-' || m.serial as meeting, m.title as "meetingTitle", r.vote_id as "voteId", r.topic_id as "topicId", r.body,
      k.name_zh as "bodyZh", k.name_en as "bodyEn", r.effect, r.text, j.name as party, r.must_file as "mustFile",
      v.touches, r.resolved_at as "resolvedAt", r.recorded_by as "recordedBy",
      case when 'annulled' = any(s.taken) then 'annulled' when s.blocked then 'blocked'
        when 'published' = any(s.taken) then 'published' else 'adopted' end as state,
      s.taken, (select count(*)::int from commitments c where c.community_id = r.community_id and c.resolution_id = r.id
        and c.stage <> 'withdrawn_draft') as commitments,
      (select count(*)::int from resolution_objections o where o.community_id = r.community_id and o.resolution_id = r.id
        and o.decided_at is null) as "openObjections"
    from resolutions r
    join meetings m on m.community_id = r.community_id and m.id = r.meeting_id
    join meeting_kinds k on k.code = r.body
    join votes v on v.community_id = r.community_id and v.id = r.vote_id
    left join joint_parties p on p.community_id = r.community_id and p.id = r.party_id
    left join organizations j on j.community_id = p.community_id and j.id = p.organization_id
    cross join lateral (select coalesce(array_agg(t.step order by t.taken_at, t.id), '{}') as taken,
        count(*) filter (where t.step = 'blocked') > count(*) filter (where t.step = 'cleared') as blocked
      from resolution_steps t where t.community_id = r.community_id and t.resolution_id = r.id) s
    where r.community_id = ${communityId} and ${where}
    order by r.year desc, r.serial desc) found
    where ${all} or found.taken @> array['published'] limit ${limit}`.execute(db);
  return rows;
}

/** The resolution if this viewer may know of it. Throws Missing. */
export async function loadResolution(db: Kysely<DB>, viewer: Viewer, { communityId, number }: ResolutionRef): Promise<Resolution> {
  const [, year, serial] = /^(\d{4})-(\d{1,6})$/.exec(number) ?? [];
  if (year === undefined || serial === undefined) throw new Missing();
  const [found] = await selectResolutions(db, viewer, communityId, sql`r.year = ${Number(year)} and r.serial = ${Number(serial)}`, 1);
  if (!found) throw new Missing();
  return found;
}

/** For a command: its row is locked for the rest of the transaction. Throws Missing. */
export async function reachResolution(trx: Transaction<DB>, viewer: Viewer, ref: ResolutionRef): Promise<Resolution> {
  const { id } = await loadResolution(trx, viewer, ref);
  await trx.selectFrom('resolutions').select('id').where('community_id', '=', ref.communityId).where('id', '=', id).forUpdate().execute();
  return loadResolution(trx, viewer, ref);
}

/** Who looks at what touches rights, and answers for the street [law RC 31, 40]. */
export function isStreet(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'street_supervisor');
}
