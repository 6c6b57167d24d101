import { shanghaiDay } from '#foundation/calendar/index.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { theClock } from '#community/people/index.ts';
import { closeConsultation, waitingPapers } from './close-consultation.ts';
import { loadQuestions, reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { openConsultation } from './open-consultation.ts';
import { whyNotClose } from './why-not-consultation.ts';

/**
 * The clock: what is approved opens on its first day; what is over closes: at once when no paper is out, otherwise when the
 * days for typing are over. Returns how many of each.
 */
export async function turnConsultations(how?: How): Promise<{ opened: number; closed: number }> {
  return perform({ actor: 'clock', verb: 'consultation.turn', input: null }, how, async (act) => {
    const today = shanghaiDay(act.now);
    const due = await act.trx
      .selectFrom('consultations')
      .select(['community_id as communityId', 'year', 'serial', 'stage'])
      .where((eb) =>
        eb.or([
          eb.and([eb('stage', '=', 'approved'), eb('opens_on', '<=', eb.val(today))]),
          eb.and([eb('stage', '=', 'open'), eb('closes_on', '<', eb.val(today))]),
        ]),
      )
      .orderBy('communityId')
      .orderBy('id')
      .execute();
    const turned = { opened: 0, closed: 0 };
    for (const { communityId, year, serial } of due) {
      const ref: ConsultationRef = { communityId, number: `${year}-${serial}` };
      const one = await reachConsultation(act.trx, theClock, ref, 'update');
      if (one.stage === 'approved') {
        await openConsultation(act, theClock, one, await loadQuestions(act.trx, one));
        turned.opened += 1;
      } else if (whyNotClose(one, theClock, { today, waiting: await waitingPapers(act.trx, one) }) === null) {
        await closeConsultation(theClock, ref, { within: act });
        turned.closed += 1;
      }
    }
    return turned;
  });
}
