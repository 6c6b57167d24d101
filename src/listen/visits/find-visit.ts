import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from '#listen/voices/index.ts';
import { numberOf } from '#foundation/text/yearly-number.ts';
import { inReach } from './visit-access.ts';
import { readVisitWords, type VisitWords } from './read-visit-words.ts';
import {
  recordHours,
  type ContactWay,
  type Presence,
  type Result,
  type VisitPurpose,
  type VisitRef,
  type VisitStage,
  type VisitStep,
} from './visit.ts';
import { whyNotClose, whyNotCorrect, whyNotErase, whyNotNotice, whyNotRaise, whyNotReadBack } from './why-not-visit.ts';

export type StepTaken = { step: VisitStep; way: string | null; at: Date; by: string | null };
export type VisitPage = VisitWords & {
  id: string;
  householdId: string;
  address: string;
  at: Date;
  stage: VisitStage;
  result: Result | null;
  purpose: VisitPurpose | null;
  present: Presence[];
  contact: ContactWay | null;
  officerId: string;
  officer: string;
  companionId: string | null;
  companion: string | null;
  asks: number;
  erased: boolean;
  late: boolean;
  numbers: string[];
  steps: StepTaken[];
  whyNot: Record<'notice' | 'raise' | 'readBack' | 'correct' | 'close' | 'erase', string | null>;
};

/**
 * One visit within the viewer's reach, with its record. Opening a record is a look that the household sees (H7). Of the
 * numbers only those this viewer may see at all (V6). Throws Missing.
 */
export async function findVisit(viewer: Viewer, { communityId, id }: VisitRef): Promise<VisitPage> {
  if (!isId(id)) throw new Missing();
  const now = await databaseTime();
  return database()
    .transaction()
    .execute(async (trx) => {
      const row = await trx
        .selectFrom('visits')
        .innerJoin('places', (join) =>
          join.onRef('places.community_id', '=', 'visits.community_id').onRef('places.id', '=', 'visits.household_id'),
        )
        .innerJoin('people as officer', 'officer.id', 'visits.officer_id')
        .leftJoin('people as companion', 'companion.id', 'visits.companion_id')
        .selectAll('visits')
        .select([
          'places.full_name as address',
          'places.ended_at as householdEndedAt',
          'officer.name as officer',
          'companion.name as companion',
        ])
        .$narrowType<{
          stage: VisitStage;
          result: Result | null;
          purpose: VisitPurpose | null;
          present: Presence[];
          contact: ContactWay | null;
        }>()
        .where('visits.community_id', '=', communityId)
        .where('visits.id', '=', id)
        .where(inReach(viewer, communityId, 'visits.household_id'))
        .executeTakeFirst();
      if (!row) throw new Missing();
      const steps = await trx
        .selectFrom('visit_steps')
        .leftJoin('people', 'people.id', 'visit_steps.by_id')
        .select(['step', 'way', 'at', 'people.name as by'])
        .$narrowType<{ step: VisitStep }>()
        .where('community_id', '=', communityId)
        .where('visit_id', '=', id)
        .orderBy('at')
        .orderBy('visit_steps.id')
        .execute();
      const raised = await trx
        .selectFrom('visit_voices')
        .innerJoin('voices', (join) =>
          join.onRef('voices.community_id', '=', 'visit_voices.community_id').onRef('voices.id', '=', 'visit_voices.voice_id'),
        )
        .select(['voices.year', 'voices.serial'])
        .where('visit_voices.community_id', '=', communityId)
        .where('visit_voices.visit_id', '=', id)
        .where(visibleTo(viewer, communityId))
        .orderBy('voices.serial')
        .execute();
      const all = await trx
        .selectFrom('visit_voices')
        .select((eb) => eb.cast<number>(eb.fn.countAll(), 'integer').as('count'))
        .where('community_id', '=', communityId)
        .where('visit_id', '=', id)
        .executeTakeFirstOrThrow();
      const words = await readVisitWords({ trx, now }, viewer, { communityId, ...row }, false);
      const visit = {
        communityId,
        id,
        householdId: row.household_id,
        officerId: row.officer_id,
        companionId: row.companion_id,
        at: row.at,
        stage: row.stage,
        result: row.result,
        asks: row.asks,
        voices: all.count,
        erased: row.erased_at !== null,
        householdEnded: row.householdEndedAt !== null,
      };
      return {
        ...words,
        ...visit,
        address: row.address,
        purpose: row.purpose,
        present: row.present,
        contact: row.contact,
        officer: row.officer ?? '',
        companion: row.companion,
        late: row.recorded_at !== null && row.recorded_at.getTime() > row.at.getTime() + recordHours * 3_600_000,
        numbers: raised.flatMap(({ year, serial }) => numberOf(year, serial) ?? []),
        steps,
        whyNot: {
          notice: whyNotNotice(visit),
          raise: whyNotRaise(visit),
          readBack: whyNotReadBack(visit),
          correct: whyNotCorrect(visit),
          close: whyNotClose(visit),
          erase: whyNotErase(visit),
        },
      };
    });
}
