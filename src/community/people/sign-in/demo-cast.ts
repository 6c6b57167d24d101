import { sql } from 'kysely';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform } from '#foundation/server/perform.ts';
import { openSession } from '../sessions/open-session.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { isDemo } from '../set-up/find-installation.ts';
import type { From } from './whom.ts';

// In the demo town everybody can be played by a click. A real installation neither lists nor accepts that.

export type CastMember = {
  personId: string;
  name: string;
  role: string;
  where: string;
  whereEn: string | null;
  communityId: number | null;
};

/** Who can be played, the staff roles first and then a few residents of each community; empty outside the demo town. */
export async function findDemoCast(kind: 'staff' | 'resident', communityId?: number): Promise<CastMember[]> {
  if (!(await isDemo())) return [];
  return (
    database()
      .selectFrom('roles')
      .innerJoin('people', 'people.id', 'roles.person_id')
      .leftJoin('communities', 'communities.id', 'roles.community_id')
      .leftJoin('streets', 'streets.id', 'roles.street_id')
      .leftJoin('districts', 'districts.id', 'roles.district_id')
      .select([
        'people.id as personId',
        'people.name',
        'roles.role',
        'roles.community_id as communityId',
        sql<string>`coalesce(communities.name, streets.name, districts.name)`.as('where'),
        'communities.name_en as whereEn',
      ])
      .where('roles.role', kind === 'staff' ? '<>' : '=', 'resident')
      .where('roles.ended_at', 'is', null)
      .where('people.ended_at', 'is', null)
      // Who can be played is printed at the door; of the others nobody reads the name there.
      .where('people.name', 'is not', null)
      .$narrowType<{ name: string }>()
      .$if(communityId !== undefined, (query) => query.where('roles.community_id', '=', communityId ?? 0))
      // The named cast before the many who only fill the town.
      .orderBy(sql`people.username is null`)
      .orderBy(sql`roles.community_id nulls first`)
      .orderBy(sql`array_position(array['district_supervisor', 'street_supervisor', 'administrator', 'community_secretary',
      'community_worker', 'supervisory_member', 'liaison_officer', 'building_chief', 'property_manager'], roles.role)`)
      // Residents who have said most have most to show.
      .orderBy(
        sql`(select count(*) from reporters where reporters.community_id = roles.community_id and reporters.person_id = people.id) desc`,
      )
      .orderBy('people.name')
      .orderBy('people.id')
      .limit(kind === 'staff' ? 60 : 15)
      .execute()
  );
}

/** Signs in as somebody of the cast. Throws Missing in any installation but a demo, Forbidden for whoever isn't of the cast. */
export async function signInAsDemo(personId: string, kind: 'staff' | 'resident', from: From): Promise<string> {
  return perform({ actor: 'door', verb: 'sign_in.demo', input: null }, undefined, async (act) => {
    if (!(await isDemo(act.trx))) throw new Missing();
    const plays = await act.trx
      .selectFrom('roles')
      .innerJoin('people', 'people.id', 'roles.person_id')
      .select('roles.id')
      .where('roles.person_id', '=', personId)
      .where('roles.role', kind === 'staff' ? '<>' : '=', 'resident')
      .where('roles.ended_at', 'is', null)
      .where('people.ended_at', 'is', null)
      .executeTakeFirst();
    if (!plays) throw new Forbidden();
    await recordSecurityEvent(act, { name: 'sign_in.done', personId, data: { by: 'demo' } });
    return openSession(act.trx, { kind, assurance: 'full', personId, device: from.device, now: act.now });
  });
}
