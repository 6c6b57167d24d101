import { sql, type Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { Invalid } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { loadVoice } from '#listen/voices/index.ts';
import type { Source } from './commitment.ts';
import type { DraftCommitment } from './draft-commitment.ts';

/** Where a promise comes from and whose it is, as the row keeps it. */
export type Origin = {
  source: Source;
  organizationId: string | null;
  ownerId: string | null;
  resolutionId: string | null;
  voiceId: string | null;
  listYear: number | null;
};
const none = { resolutionId: null, voiceId: null, listYear: null };
type Db = Transaction<DB>;

/** Checks what a draft names: it must exist here, and whose it is must belong here. Throws Invalid, tied to the field. */
export async function findOrigin(db: Db, viewer: Viewer, communityId: number, input: DraftCommitment): Promise<Origin> {
  const whose = { organizationId: input.organizationId ?? null, ownerId: input.ownerId ?? null };
  await refuseStrangers(db, communityId, input);
  const found = await originsOf[input.source](db, viewer, communityId, input, whose);
  if (!found.organizationId && !found.ownerId) throw new Invalid([{ field: 'organizationId', code: 'commitment.owner-needed' }]);
  return found;
}

type Whose = Pick<Origin, 'organizationId' | 'ownerId'>;
type Finder = (db: Db, viewer: Viewer, communityId: number, input: DraftCommitment, whose: Whose) => Promise<Origin>;

const originsOf: Record<DraftCommitment['source'], Finder> = {
  resolution: fromResolution,
  voice: fromVoice,
  pledge: fromPledge,
  works_list: fromWorksList,
};

/** What a party of the joint meeting bound itself to is that party's. */
async function fromResolution(db: Db, _: Viewer, communityId: number, input: DraftCommitment, whose: Whose): Promise<Origin> {
  const [, year, serial] = /^(\d{4})-(\d{1,6})$/.exec(input.resolution ?? '') ?? [];
  const row = await db
    .selectFrom('resolutions')
    .leftJoin('joint_parties', (join) =>
      join.onRef('joint_parties.community_id', '=', 'resolutions.community_id').onRef('joint_parties.id', '=', 'resolutions.party_id'),
    )
    .select(['resolutions.id', 'joint_parties.organization_id as party'])
    .where('resolutions.community_id', '=', communityId)
    .where('resolutions.year', '=', Number(year ?? 0))
    .where('resolutions.serial', '=', Number(serial ?? 0))
    .executeTakeFirst();
  if (!row) throw new Invalid([{ field: 'resolution', code: 'commitment.resolution-unknown' }]);
  const { id: resolutionId, party } = row;
  return { ...none, ...whose, organizationId: party ?? whose.organizationId, resolutionId, source: party ? 'joint_meeting' : 'resolution' };
}

/** A public promise never stands beside a voice that names somebody (V6). */
async function fromVoice(
  db: Db,
  viewer: Viewer,
  communityId: number,
  { voice: number = '' }: DraftCommitment,
  whose: Whose,
): Promise<Origin> {
  const voice = await loadVoice(db, viewer, { communityId, number });
  if (!voice) throw new Invalid([{ field: 'voice', code: 'commitment.voice-unknown' }]);
  if (voice.sealed !== 'none') throw new Invalid([{ field: 'voice', code: 'commitment.voice-names-somebody' }]);
  return { ...none, ...whose, source: 'voice', voiceId: voice.id };
}

/** A member of the Party organisation, which stands behind the pledge when the member leaves. */
async function fromPledge(db: Db, _: Viewer, communityId: number, __: DraftCommitment, { ownerId }: Whose): Promise<Origin> {
  const row = await db
    .selectFrom('memberships')
    .innerJoin('organizations', (join) =>
      join
        .onRef('organizations.community_id', '=', 'memberships.community_id')
        .onRef('organizations.id', '=', 'memberships.organization_id'),
    )
    .select('organizations.id')
    .where('memberships.community_id', '=', communityId)
    .where('memberships.person_id', '=', ownerId)
    .where('memberships.ended_at', 'is', null)
    .where('organizations.kind', '=', 'party_organization')
    .where('organizations.ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (!row) throw new Invalid([{ field: 'ownerId', code: 'commitment.not-a-member' }]);
  return { ...none, source: 'pledge', organizationId: row.id, ownerId };
}

async function fromWorksList(_: Db, __: Viewer, ___: number, { listYear }: DraftCommitment, whose: Whose): Promise<Origin> {
  if (listYear === undefined) throw new Invalid([{ field: 'listYear', code: 'input.needed' }]);
  return { ...none, ...whose, source: 'works_list', listYear };
}

/** Whose it becomes serves here or belongs to a body of here, and the body exists. */
async function refuseStrangers(db: Db, communityId: number, input: DraftCommitment): Promise<void> {
  const [organizationId, ownerId] = [input.organizationId ?? null, input.ownerId ?? null];
  const { rows } = await sql<{ organization: boolean; owner: boolean }>`select
    (${organizationId}::uuid is null or exists (select from organizations where community_id = ${communityId}
      and id = ${organizationId}::uuid and ended_at is null)) as organization,
    (${ownerId}::uuid is null
      or exists (select from roles r where r.person_id = ${ownerId}::uuid and r.role <> 'resident' and r.ended_at is null
        and (r.community_id = ${communityId} or r.street_id = (select street_id from communities where id = ${communityId})))
      or exists (select from memberships s where s.community_id = ${communityId} and s.person_id = ${ownerId}::uuid and s.ended_at is null)
    ) as owner`.execute(db);
  if (!rows[0]?.organization) throw new Invalid([{ field: 'organizationId', code: 'input.not-usable' }]);
  if (!rows[0].owner) throw new Invalid([{ field: 'ownerId', code: 'commitment.owner-not-here' }]);
}
