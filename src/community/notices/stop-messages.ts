import { newId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { endConsent } from '#community/people/index.ts';
import { currentPreferences } from './current-preferences.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';

/** What a link at the foot of a letter ends: the digest, or messages about one's own matters. Nothing about the person is told. */
export type Stoppable = { communityId: number; what: 'digest' | 'messages'; stopped: boolean };
type Sent = { community_id: number; id: string; about: string; person_id: string | null; reporter_id: string | null };

/** What this link would end. Throws Missing for a link that isn't ours or whose delivery is no longer on the log. */
export async function findStoppable(token: string): Promise<Stoppable> {
  const sent = await findSent(token);
  return { communityId: sent.community_id, what: sent.about === 'digest' ? 'digest' : 'messages', stopped: await isStopped(sent) };
}

/** Ends it, in one step and without sign-in: everything stays on the page. Once more changes nothing. Throws Missing. */
export async function stopMessages(token: string, how?: How): Promise<{ communityId: number }> {
  const sent = await findSent(token);
  if (await isStopped(sent)) return { communityId: sent.community_id };
  return perform({ actor: `delivery:${sent.id}`, verb: 'notice.stop', input: token }, how, async (act) => {
    if (sent.reporter_id) await stopReporter(act, sent, sent.reporter_id);
    else if (sent.person_id) await stopPerson(act, sent, sent.person_id);
    await recordEvent(act, {
      communityId: sent.community_id,
      name: 'notice.stopped',
      subjectId: sent.reporter_id ?? sent.person_id ?? sent.id,
      actorId: null,
      actorRole: 'reporter',
      data: { about: sent.about },
    });
    return { communityId: sent.community_id };
  });
}

async function findSent(token: string): Promise<Sent> {
  const named = readUnsubscribeToken(token);
  if (!named) throw new Missing();
  const sent = await database()
    .selectFrom('deliveries')
    .select(['community_id', 'id', 'about', 'person_id', 'reporter_id'])
    .where('community_id', '=', named.communityId)
    .where('id', '=', named.deliveryId)
    .executeTakeFirst();
  if (!sent) throw new Missing();
  return sent;
}

async function isStopped(sent: Sent): Promise<boolean> {
  if (sent.reporter_id) {
    const stop = await database()
      .selectFrom('notice_stops')
      .select('stopped_at')
      .where('community_id', '=', sent.community_id)
      .where('reporter_id', '=', sent.reporter_id)
      .executeTakeFirst();
    return stop !== undefined;
  }
  const wish = sent.person_id && (await currentPreferences(database(), sent.community_id, [sent.person_id])).get(sent.person_id);
  if (!wish) return true;
  return sent.about === 'digest' ? wish.digest === 'never' : wish.way === 'page';
}

async function stopReporter({ trx, now }: Act, sent: Sent, reporterId: string): Promise<void> {
  await trx
    .insertInto('notice_stops')
    .values({ community_id: sent.community_id, reporter_id: reporterId, said_way: 'link', stopped_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function stopPerson(act: Act, sent: Sent, personId: string): Promise<void> {
  const { community_id: communityId, about } = sent;
  const wish = (await currentPreferences(act.trx, communityId, [personId])).get(personId);
  if (!wish) return;
  const digest = about === 'digest' ? 'never' : wish.digest;
  await act.trx
    .insertInto('notice_preferences')
    .values({
      community_id: communityId,
      id: newId(act.now),
      person_id: personId,
      way: about === 'digest' ? wish.way : 'page',
      digest,
      quiet_from: wish.quietFrom,
      quiet_to: wish.quietTo,
      muted: wish.muted,
      said_way: 'link',
      set_at: act.now,
    })
    .execute();
  if (digest === 'never') {
    const given = { way: 'page', actorId: null, actorRole: 'reporter', notedBy: null } as const;
    await endConsent(act, { communityId, purpose: 'notices', about: { personId } }, given);
  }
}
