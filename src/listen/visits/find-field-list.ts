import { endOfShanghaiDay, shanghaiDay } from '#foundation/calendar/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { findStandings } from './find-standing.ts';
import { findVisitors } from './find-visitors.ts';
import { planFrom } from './find-visit-plan.ts';
import { worksOnVisits } from './visit-access.ts';
import type { DueReason } from './visit-rhythm.ts';

/** One door: where, why, whether two are wished. No name, no telephone, nothing of what was ever said. */
export type FieldStop = { householdId: string; visitId: string | null; address: string; reason: DueReason; twoPeople: boolean };
/** What a telephone takes along for a day. `until`: when it wipes the list by itself; `colleagues`: who may go along. */
export type FieldList = { personId: string; day: string; until: string; stops: FieldStop[]; colleagues: { id: string; name: string }[] };

const most = 12;

/** Today's doors for whoever asks: planned for them up to today, then what waits in their reach. Throws Forbidden. */
export async function findFieldList(viewer: Viewer, communityId: number): Promise<FieldList> {
  const { personId } = viewer;
  if (!personId || !worksOnVisits(viewer, communityId)) throw new Forbidden();
  const now = await databaseTime();
  const tonight = endOfShanghaiDay(now);
  const [homes, colleagues] = await Promise.all([
    findStandings(database(), viewer, communityId, now),
    findVisitors(database(), communityId, now),
  ]);
  const { week } = planFrom(homes, now);
  const mine = week.filter(({ planned }) => planned && planned.at <= tonight && isFor(planned, personId));
  const open = week.filter(({ planned }) => !planned);
  const stops = [...mine, ...open]
    .slice(0, most)
    .map((home) => ({
      householdId: home.householdId,
      visitId: home.planned?.id ?? null,
      address: home.address,
      reason: home.reason,
      twoPeople: home.twoPeople,
    }));
  return {
    personId,
    day: shanghaiDay(now),
    until: tonight.toISOString(),
    stops,
    colleagues: colleagues.filter((one) => one.personId !== personId).map(({ personId: id, name }) => ({ id, name })),
  };
}

function isFor({ officerId, companionId }: { officerId: string; companionId: string | null }, personId: string): boolean {
  return officerId === personId || companionId === personId;
}
