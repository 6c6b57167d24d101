import { sql } from 'kysely';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { findInstallation, type InstallationKind } from '../set-up/find-installation.ts';
import type { Viewer } from '../viewer.ts';

export type AdministeredCommunity = {
  id: number;
  slug: string;
  name: string;
  nameEn: string | null;
  streetName: string;
  districtName: string;
  /** how many people serve here, residents not counted */
  serving: number;
  workers: number;
  /** nobody above can receive complaints about the leadership */
  withoutStreet: boolean;
  secretaries: string[];
  administrators: string[];
};
export type Administration = {
  kind: InstallationKind;
  installedAt: Date | null;
  communities: AdministeredCommunity[];
  /** `outbox`: laid down in a file on this machine instead of being sent */
  gateways: { sms: 'sent' | 'outbox'; mail: 'sent' | 'outbox' };
  rateLimits: boolean;
  undelivered: number;
};

/**
 * What those who run the installation or oversee its communities need to see on one page: only the communities they
 * reach, and never anything about a voice. Throws Forbidden for everybody else.
 */
export async function findAdministration(viewer: Viewer): Promise<Administration> {
  const runs = viewer.grants.filter((grant) => ['administrator', 'street_supervisor', 'district_supervisor'].includes(grant.role));
  if (viewer.kind !== 'staff' || runs.length === 0) throw new Forbidden();
  const communityIds = [...new Set(runs.flatMap((grant) => grant.communityIds))];
  const { settings } = installation();
  const installed = await findInstallation();
  return {
    kind: installed?.kind ?? 'real',
    installedAt: installed?.installedAt ?? null,
    communities: await findAdministered(communityIds),
    gateways: { sms: settings.HUIYIN_SMS_URL ? 'sent' : 'outbox', mail: settings.HUIYIN_SMTP_URL ? 'sent' : 'outbox' },
    rateLimits: settings.HUIYIN_RATE_LIMITS === 'on',
    undelivered: await countUndelivered(communityIds),
  };
}

async function findAdministered(communityIds: number[]): Promise<AdministeredCommunity[]> {
  if (communityIds.length === 0) return [];
  const { rows } = await sql<AdministeredCommunity>`
    select communities.id, communities.slug, communities.name, communities.name_en as "nameEn",
      streets.name as "streetName", districts.name as "districtName",
      count(distinct people.id) filter (where roles.community_id is not null)::integer as serving,
      count(distinct people.id) filter (where roles.role = 'community_worker')::integer as workers,
      count(people.id) filter (where roles.role in ('street_supervisor', 'district_supervisor')) = 0 as "withoutStreet",
      coalesce(array_agg(distinct people.name) filter (where roles.role = 'community_secretary'), '{}') as secretaries,
      coalesce(array_agg(distinct people.name) filter (where roles.role = 'administrator'), '{}') as administrators
    from communities
    join streets on streets.id = communities.street_id
    join districts on districts.id = streets.district_id
    left join roles on (roles.community_id = communities.id or roles.street_id = streets.id or roles.district_id = districts.id)
      and roles.role <> 'resident' and roles.ended_at is null and (roles.ends_at is null or roles.ends_at > clock_timestamp())
    left join people on people.id = roles.person_id and people.ended_at is null
    where communities.id = any(${communityIds}::integer[])
    group by communities.id, streets.id, districts.id
    order by districts.name, streets.name, communities.name`.execute(database());
  return rows;
}

/** Messages of the last seven days that no gateway took. */
async function countUndelivered(communityIds: number[]): Promise<number> {
  if (communityIds.length === 0) return 0;
  const { count } = await database()
    .selectFrom('deliveries')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('community_id', 'in', communityIds)
    .where('failed_at', '>', sql<Date>`clock_timestamp() - interval '7 days'`)
    .executeTakeFirstOrThrow();
  return count;
}
