import { sql } from 'kysely';
import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { worksOnConsultations } from './consultation-access.ts';
import { reminderDays, type Audience, type Consultation, type ConsultationKind, type ConsultationStage } from './consultation.ts';
import { consultationOf, consultationsOf } from './load-consultation.ts';

/** `stage` as it reads today: `counting` between the last day and the closed count. `soon`: only few days are left. */
export type ShownStage = ConsultationStage | 'counting';
export type ConsultationRow = {
  number: string;
  kind: ConsultationKind;
  title: string;
  audience: Audience;
  opensOn: string;
  closesOn: string;
  stage: ShownStage;
  soon: boolean;
};

/** Open ones by their last day, then past ones, newest first, at most 200; the office also sees what is being prepared. */
export async function findConsultations(viewer: Viewer, communityId: number, today = shanghaiDay(new Date())): Promise<ConsultationRow[]> {
  const stages: ConsultationStage[] = ['open', 'closed', 'answered'];
  if (worksOnConsultations(viewer, communityId)) stages.push('draft', 'approved');
  const rows = await consultationsOf(database(), communityId)
    .where('c.stage', 'in', stages)
    .orderBy(sql`case c.stage when 'open' then 0 when 'draft' then 1 when 'approved' then 1 else 2 end`)
    .orderBy(sql`case c.stage when 'open' then c.closes_on end`)
    .orderBy('c.closes_on', 'desc')
    .orderBy('c.id')
    .limit(200)
    .execute();
  return rows.map((row) => rowOf(consultationOf(row), today));
}

function rowOf(one: Consultation, today: string): ConsultationRow {
  const { number, kind, title, audience, opensOn, closesOn } = one;
  return { number, kind, title, audience, opensOn, closesOn, stage: shownStage(one, today), soon: isSoon(one, today) };
}

export function shownStage({ stage, closesOn }: Pick<Consultation, 'stage' | 'closesOn'>, today: string): ShownStage {
  return stage === 'open' && closesOn < today ? 'counting' : stage;
}

export function isSoon({ stage, closesOn }: Pick<Consultation, 'stage' | 'closesOn'>, today: string): boolean {
  return stage === 'open' && closesOn >= today && closesOn <= shiftDay(today, reminderDays);
}
