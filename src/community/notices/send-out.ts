import { sql } from 'kysely';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { perform } from '#foundation/server/perform.ts';
import { installation } from '#foundation/server/installation.ts';
import { readPersonalData, theClock } from '#community/people/index.ts';
import { isMachineWay, type MachineWay, type SendingWay } from './notice.ts';
import { unsubscribeAddress } from './unsubscribe-token.ts';

/** Who is told: somebody with a sign-in, or the one who spoke a voice. */
export type Recipient = { table: 'people' | 'reporters'; id: string };
/** What a machine sends. `template`: the name under which a carrier knows the text; `vars`: what is filled into it. */
export type Letter = { subject: string; text: string; template: string; vars: Record<string, string> };

/**
 * One thing to send. `deliveryId` was fixed in the transaction that made it necessary. `ways`: the one that was wished for,
 * then what comes in its stead when it fails for good; the last is the page or a duty of a human, so that nothing is lost.
 */
export type Sending = {
  communityId: number;
  deliveryId: string;
  about: 'voice' | 'notice' | 'digest';
  subjectId: string;
  to: Recipient;
  personId: string | null;
  template: string;
  ways: readonly SendingWay[];
  letter: (way: MachineWay) => Letter;
};

/** How often one way is tried, some minutes apart, before the next one. */
const mostTries = 4;
const fieldOf = { sms: 'phone', mail: 'email', wechat: 'wechat' } as const;

/**
 * Sends one thing by the first way that works, every try on the log. Rejects when a gateway does, so that the job is tried
 * again. The same job, however often it runs and on how many machines, sends once.
 */
export async function sendOut(sending: Sending): Promise<void> {
  let [id, insteadOf]: [string, string | null] = [sending.deliveryId, null];
  for (const way of sending.ways) {
    const given = await attempt(sending, id, way, insteadOf);
    if (given === 'ended') return;
    insteadOf = id;
    id = (await findNext(sending.communityId, id)) ?? newId();
  }
}

/** Ends, or gives this way up. */
async function attempt(sending: Sending, id: string, way: SendingWay, insteadOf: string | null): Promise<'ended' | 'given_up'> {
  const tries = await claim(sending, id, way, insteadOf);
  if (tries === null) return (await isGivenUp(sending.communityId, id)) ? 'given_up' : 'ended';
  if (!isMachineWay(way)) return 'ended';
  try {
    const to = await findAddress(sending, way);
    if (to === null) return await giveUp(sending, id);
    await send(sending, way, to, id);
  } catch (error) {
    if (tries >= mostTries) return giveUp(sending, id);
    await mark(sending, id, 'failed_at');
    throw error;
  }
  await mark(sending, id, 'done_at');
  await settleStead(sending.communityId, id);
  return 'ended';
}

/**
 * How often this way was tried, now included, when this run is the one that sends; otherwise null. Only a failed try, or one
 * that died half-way (the job's own time limit has passed), may be taken up again.
 */
async function claim(sending: Sending, id: string, way: SendingWay, insteadOf: string | null): Promise<number | null> {
  const { communityId, about, subjectId, to, personId, template } = sending;
  const row = await database()
    .insertInto('deliveries')
    .values({
      community_id: communityId,
      id,
      made_at: sql`clock_timestamp()`,
      at: sql`clock_timestamp()`,
      about,
      subject_id: subjectId,
      person_id: personId,
      reporter_id: to.table === 'reporters' ? to.id : null,
      way,
      template,
      tries: isMachineWay(way) ? 1 : 0,
      instead_of: insteadOf,
      done_at: way === 'page' ? sql`clock_timestamp()` : null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['community_id', 'id'])
        .doUpdateSet((eb) => ({ at: sql`clock_timestamp()`, failed_at: null, tries: eb('deliveries.tries', '+', 1) }))
        .where('deliveries.over_at', 'is', null)
        .where('deliveries.way', 'in', ['sms', 'mail', 'wechat'])
        .where(sql<boolean>`deliveries.failed_at is not null or deliveries.at < clock_timestamp() - interval '5 minutes'`),
    )
    .returning('tries')
    .executeTakeFirst();
  return row?.tries ?? null;
}

/** The machine looks, too: number or address is read at the one door, and the person can see that it was. */
async function findAddress({ communityId, to, about, subjectId }: Sending, way: MachineWay): Promise<string | null> {
  const field = fieldOf[way];
  const voice = about === 'voice' ? { voiceId: subjectId } : {};
  return perform({ actor: 'clock', verb: 'notice.send', input: null }, undefined, async (act) => {
    const look = { communityId, table: to.table, ids: [to.id], fields: [field], purpose: 'message', ...voice } as const;
    return (await readPersonalData(act, theClock, look)).get(to.id)?.[field] ?? null;
  });
}

async function send(sending: Sending, way: MachineWay, to: string, id: string): Promise<void> {
  const { sms, mail, wechat } = installation().gateways;
  const { subject, text, template, vars } = sending.letter(way);
  if (way === 'sms') return sms.send({ to, text, template, vars });
  if (way === 'wechat') return wechat.send({ to, text, template, vars });
  const unsubscribe = unsubscribeAddress(sending.communityId, id);
  return mail.send({ to, subject, text: unsubscribe ? `${text}\n${unsubscribe}` : text, unsubscribe });
}

async function giveUp(sending: Sending, id: string): Promise<'given_up'> {
  await database()
    .updateTable('deliveries')
    .set({ given_up_at: sql<Date>`clock_timestamp()`, failed_at: sql<Date>`clock_timestamp()` })
    .where('community_id', '=', sending.communityId)
    .where('id', '=', id)
    .execute();
  return 'given_up';
}

async function mark({ communityId }: Sending, id: string, when: 'done_at' | 'failed_at'): Promise<void> {
  await database()
    .updateTable('deliveries')
    .set(when, sql<Date>`clock_timestamp()`)
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .execute();
}

/** It arrived after all, on somebody's second try: the call or letter that stood in its stead isn't needed. */
async function settleStead(communityId: number, id: string): Promise<void> {
  await database()
    .updateTable('deliveries')
    .set({ done_at: sql<Date>`clock_timestamp()` })
    .where('community_id', '=', communityId)
    .where('instead_of', '=', id)
    .where('over_at', 'is', null)
    .execute();
}

async function isGivenUp(communityId: number, id: string): Promise<boolean> {
  const row = await database()
    .selectFrom('deliveries')
    .select('given_up_at')
    .where('community_id', '=', communityId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined && row.given_up_at !== null;
}

async function findNext(communityId: number, id: string): Promise<string | null> {
  const row = await database()
    .selectFrom('deliveries')
    .select('id')
    .where('community_id', '=', communityId)
    .where('instead_of', '=', id)
    .executeTakeFirst();
  return row?.id ?? null;
}
