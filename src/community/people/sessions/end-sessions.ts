import { Forbidden, Missing } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, type Viewer } from '../viewer.ts';
import type { Session } from './session.ts';

/** Ends one of one's own sessions, on whatever device. Throws Missing when it isn't theirs or has ended. */
export async function endOwnSession(viewer: Viewer, sessionId: string, how?: How): Promise<void> {
  await perform({ actor: actorKey(viewer), verb: 'session.end_own', input: sessionId }, how, async (act) => {
    const ended = await act.trx
      .updateTable('sessions')
      .set({ ended_at: act.now })
      .where('id', '=', sessionId)
      .where('person_id', '=', personOf(viewer))
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) throw new Missing();
    await recordSecurityEvent(act, { name: 'session.ended', personId: viewer.personId, data: { sessionId } });
    return null;
  });
}

/** Signs out everywhere else: ends all of one's own sessions but the one this is asked from. */
export async function endAllSessions(viewer: Viewer, keep: Session | null, how?: How): Promise<void> {
  await perform({ actor: actorKey(viewer), verb: 'session.end_all', input: keep?.id ?? null }, how, async (act) => {
    const personId = personOf(viewer);
    const ended = await endSessionsOf(act, personId, keep?.id);
    await recordSecurityEvent(act, { name: 'session.all_ended', personId, data: { ended } });
    return null;
  });
}

/** Within another command: ends every session of a person, except one if named. Returns how many ended. */
export async function endSessionsOf({ trx, now }: Act, personId: string, keep?: string): Promise<number> {
  const ended = await trx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .$if(keep !== undefined, (query) => query.where('id', '<>', keep ?? ''))
    .returning('id')
    .execute();
  return ended.length;
}

function personOf(viewer: Viewer): string {
  if (!viewer.personId) throw new Forbidden('sign-in.needed');
  return viewer.personId;
}
