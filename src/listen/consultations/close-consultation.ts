import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import type { Consultation } from './consultation.ts';
import { reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { takeStep } from './record-consultation.ts';
import { whyNotClose } from './why-not-consultation.ts';

/** The count is closed once all paper of time is typed: from now on there are results. Throws Missing, Refused by `whyNotClose`. */
export async function closeConsultation(viewer: Viewer, ref: ConsultationRef, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'consultation.close', input: ref }, how, async (act) => {
    const one = await reachConsultation(act.trx, viewer, ref, 'update');
    refuseIf(whyNotClose(one, viewer, { today: shanghaiDay(act.now), waiting: await waitingPapers(act.trx, one) }));
    await closeCount(act, viewer, one);
    return { number: one.number };
  });
}

/** Papers that were typed once, or twice and differ. */
export async function waitingPapers(db: Kysely<DB>, { communityId, id }: Pick<Consultation, 'communityId' | 'id'>): Promise<number> {
  const { many } = await db
    .selectFrom('consultation_papers')
    .select((eb) => eb.fn.countAll<number>().as('many'))
    .where('community_id', '=', communityId)
    .where('consultation_id', '=', id)
    .where('fate', 'in', ['typed_once', 'differs'])
    .executeTakeFirstOrThrow();
  return many;
}

async function closeCount(act: Act, viewer: Viewer, one: Consultation): Promise<void> {
  const { trx } = act;
  const mine = sql`community_id = ${one.communityId} and consultation_id = ${one.id}`;
  await sql`update consultation_papers set fate = 'not_typed_twice' where ${mine} and fate in ('typed_once', 'differs')`.execute(trx);
  await sql`update consultation_paper_entries set answers = null where ${mine} and answers is not null`.execute(trx);
  // Written anew in one go: until now the database's own bookkeeping could have told which hash came with which answers.
  await sql`update consultation_participations set unit = unit where ${mine}`.execute(trx);
  const { rows } = await sql<{ counted: number; late: number }>`select
    (select count(*)::int from consultation_slips where ${mine}) as counted,
    (select count(*)::int from consultation_papers where ${mine} and fate = 'late') as late`.execute(trx);
  await takeStep(act, viewer, one, 'closed', { line: { answers: rows[0]?.counted ?? 0, late: rows[0]?.late ?? 0 } });
}
