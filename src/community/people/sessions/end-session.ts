import { perform, type How } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';
import type { Session } from './session.ts';

/** Signs out: the session ends here and now, on the server. Doing it twice does no harm. */
export async function endSession(session: Session, how?: How): Promise<void> {
  await perform({ actor: `session:${session.id}`, verb: 'session.end', input: null }, how, async (act) => {
    const ended = await act.trx
      .updateTable('sessions')
      .set({ ended_at: act.now })
      .where('id', '=', session.id)
      .where('ended_at', 'is', null)
      .returning('person_id')
      .executeTakeFirst();
    if (ended?.person_id) await recordSecurityEvent(act, { name: 'session.ended', personId: ended.person_id });
    return null;
  });
}
