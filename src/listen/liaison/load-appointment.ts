import type { Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { LiaisonRef } from './load-call.ts';

/** What the rules need of an appointment. `roleIds`: what its reach consists of, as far as it still runs. */
export type Appointment = { communityId: number; id: string; personId: string; ended: boolean; roleIds: string[] };

/** For a command: locks the appointment and reads it. Throws Missing. */
export async function reachAppointment(trx: Transaction<DB>, ref: LiaisonRef): Promise<Appointment> {
  if (!isId(ref.id)) throw new Missing();
  const row = await trx
    .selectFrom('liaison_appointments')
    .select(['community_id as communityId', 'id', 'person_id as personId'])
    .where('community_id', '=', ref.communityId)
    .where('id', '=', ref.id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing();
  const ending = await trx
    .selectFrom('liaison_endings')
    .select('id')
    .where('community_id', '=', ref.communityId)
    .where('appointment_id', '=', row.id)
    .executeTakeFirst();
  const roles = await trx
    .selectFrom('liaison_areas')
    .innerJoin('roles', 'roles.id', 'liaison_areas.role_id')
    .select('roles.id')
    .where('liaison_areas.community_id', '=', ref.communityId)
    .where('liaison_areas.appointment_id', '=', row.id)
    .where('roles.ended_at', 'is', null)
    .orderBy('roles.id')
    .execute();
  return { ...row, ended: ending !== undefined, roleIds: roles.map(({ id }) => id) };
}
