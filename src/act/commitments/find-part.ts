import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { worksOnCommitments } from './commitment-access.ts';
import type { Commitment, SaidAs } from './commitment.ts';

/**
 * What somebody is to a promise. `answers`: it is theirs to keep, in person or by their office in the body that promised.
 * `claimed`: they said it was done. `saidAs`: as what they may judge it; null: not at all. `spoken`: judged already.
 */
export type Part = { answers: boolean; claimed: boolean; saidAs: SaidAs | null; voiceId: string | null; spoken: boolean };

/** Within a command or for a page. Whoever holds a voice merged into the one it was promised to is affected like its speaker. */
export async function findPart(db: Kysely<DB>, viewer: Viewer, one: Commitment): Promise<Part> {
  const { communityId } = one;
  const held = viewer.holds?.communityId === communityId ? viewer.holds.voiceId : null;
  const { rows } = await sql<{ office: boolean; claimed: boolean; originator: boolean; joined: boolean; spoken: boolean }>`select
    exists (select from memberships s where s.community_id = ${communityId} and s.organization_id = ${one.organizationId}::uuid
      and s.person_id = ${viewer.personId}::uuid and s.ended_at is null and s.office <> 'member') as office,
    exists (select from commitment_notes n where n.community_id = ${communityId} and n.commitment_id = ${one.id}::uuid
      and n.noted_by = ${viewer.personId}::uuid and n.kind = 'claimed_done') as claimed,
    exists (select from voices v join reporters r on r.community_id = v.community_id and r.id = v.reporter_id
      where v.community_id = ${communityId} and v.id = ${one.voiceId}::uuid and (v.id = ${held}::uuid or r.person_id = ${viewer.personId}::uuid)) as originator,
    exists (select from voices v join reporters r on r.community_id = v.community_id and r.id = v.reporter_id
      join cases c on c.community_id = v.community_id and c.id = v.case_id
      where v.community_id = ${communityId} and c.lead_voice_id = ${one.voiceId}::uuid and v.stage = 'merged'
        and (v.id = ${held}::uuid or r.person_id = ${viewer.personId}::uuid)) as joined,
    exists (select from commitment_verdicts d where d.community_id = ${communityId} and d.commitment_id = ${one.id}::uuid
      and d.round = ${one.round} and (d.person_id = ${viewer.personId}::uuid or d.voice_id = ${held}::uuid)) as spoken`.execute(db);
  const facts = rows[0] ?? { office: false, claimed: false, originator: false, joined: false, spoken: false };
  const answers = (one.ownerId !== null && one.ownerId === viewer.personId) || facts.office;
  return { answers, claimed: facts.claimed, spoken: facts.spoken, voiceId: held, saidAs: as(viewer, one, facts) };
}

function as(viewer: Viewer, { communityId }: Commitment, facts: { originator: boolean; joined: boolean }): SaidAs | null {
  if (facts.originator) return 'originator';
  if (hasRole(viewer, communityId, 'supervisory_member')) return 'supervisory_committee';
  // Whoever works in the office is no neighbour here, wherever they live.
  if (worksOnCommitments(viewer, communityId)) return null;
  return facts.joined || hasRole(viewer, communityId, 'resident') ? 'affected' : null;
}
