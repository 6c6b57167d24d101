import { z } from 'zod';
import { TooMany } from '#foundation/refusal.ts';
import { securityEventWords } from '#foundation/event-words.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import { perform } from '#foundation/server/perform.ts';
import { takeToken } from '#foundation/server/take-token.ts';
import { m } from '#words';
import { readPersonalData } from '../personal-data/read-personal-data.ts';
import { theClock } from '../viewer.ts';

const tellOfChangeJob = z.object({ personId: z.uuid(), name: z.string() });

/**
 * Tells somebody who serves, by text message or letter, that a key to their account was changed or used from elsewhere
 * (ASVS 5.0, 6.3.5 and 6.3.7), ten times a day at most. Whoever left no number and no address sees it on their account page.
 * Rejects when the gateway does, so that the job is tried again.
 */
export async function tellOfChange(data: unknown): Promise<void> {
  const { personId, name } = tellOfChangeJob.parse(data);
  const person = await findTold(personId);
  if (!person || !(await isLessThanMost(personId))) return;
  const field = person.phone ? 'phone' : 'email';
  const to = await perform({ actor: 'clock', verb: 'account.tell', input: null }, undefined, async (act) => {
    const look = { communityId: person.communityId, table: 'people', ids: [personId], fields: [field], purpose: 'message' } as const;
    return (await readPersonalData(act, theClock, look)).get(personId)?.[field] ?? null;
  });
  if (!to) return;
  const locale = person.locale === 'en' ? 'en' : 'zh-CN';
  const what = securityEventWords(name, locale);
  const text = m.security_sms({ what }, { locale });
  const { sms, mail } = installation().gateways;
  if (field === 'phone') await sms.send({ to, text, template: 'account-change', vars: { what } });
  else await mail.send({ to, subject: m.security_own_title({}, { locale }), text });
}

/** Somebody with a staff role and a number or address; a community of theirs, because the look at it is written down there. */
async function findTold(personId: string) {
  return database()
    .selectFrom('people')
    .innerJoin('roles', 'roles.person_id', 'people.id')
    .leftJoin('communities', (join) =>
      join.on((eb) =>
        eb.or([eb('communities.id', '=', eb.ref('roles.community_id')), eb('communities.street_id', '=', eb.ref('roles.street_id'))]),
      ),
    )
    .select((eb) => [
      'people.locale',
      'communities.id as communityId',
      eb('people.phone_sealed', 'is not', null).as('phone'),
      eb('people.email_sealed', 'is not', null).as('email'),
    ])
    .$narrowType<{ communityId: number }>()
    .where('people.id', '=', personId)
    .where('people.ended_at', 'is', null)
    .where('roles.role', '<>', 'resident')
    .where('communities.id', 'is not', null)
    .where((eb) => eb.or([eb('people.phone_sealed', 'is not', null), eb('people.email_sealed', 'is not', null)]))
    .orderBy('communities.id')
    .limit(1)
    .executeTakeFirst();
}

async function isLessThanMost(personId: string): Promise<boolean> {
  try {
    await takeToken(`told:${personId}`, 10, 86_400);
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}
