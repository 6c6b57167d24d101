import { checkTotp } from '#foundation/secrets/index.ts';
import type { Act } from '#foundation/server/perform.ts';
import { openSecret } from './begin-enrolment.ts';

/**
 * Takes the six digits of a person's authenticator, once only: the step is stored by the same statement that checks it
 * is newer, so of two sent at the same moment one is refused. `confirmed`: which authenticator is meant, the connected
 * one or the one being connected.
 */
export async function takeCode({ trx, now }: Act, personId: string, code: string, confirmed: boolean): Promise<boolean> {
  const held = await trx
    .selectFrom('authenticators')
    .select(['secret', 'last_step'])
    .where('person_id', '=', personId)
    .where('confirmed_at', confirmed ? 'is not' : 'is', null)
    .executeTakeFirst();
  if (!held) return false;
  const found = checkTotp(openSecret(personId, held.secret), code, now, held.last_step);
  if (!found) return false;
  const taken = await trx
    .updateTable('authenticators')
    .set({ last_step: found.step })
    .where('person_id', '=', personId)
    .where('last_step', '<', found.step)
    .returning('person_id')
    .executeTakeFirst();
  return taken !== undefined;
}
