import { database } from '#foundation/server/database.ts';
import { office, type Holder, type Standing } from './responsibility.ts';

export type Responsibility = {
  id: string;
  holder: Holder;
  standing: Standing;
  matter: string;
  category: string | null;
  basis: string | null;
};

/** The register as it holds today: by holder, then by standing. */
export async function findResponsibilities(communityId: number): Promise<Responsibility[]> {
  return holding(communityId).orderBy('holder').orderBy('standing').orderBy('matter').execute();
}

/** What residents can do themselves. */
export async function findResidentsList(communityId: number): Promise<Responsibility[]> {
  return holding(communityId).where('standing', '=', 'residents_can').orderBy('matter').execute();
}

/**
 * Whose a matter of this kind is, for the suggestion at triage. `declinable`: the register says something of this kind, but
 * gives the office no task in it: then it may be declined, to a receiver who accepts. Null without an entry.
 */
export type Routing = { entries: Responsibility[]; declinable: boolean };

export async function findRouting(communityId: number, category: string | null): Promise<Routing | null> {
  if (category === null) return null;
  const entries = await holding(communityId).where('category', '=', category).orderBy('standing').orderBy('holder').execute();
  if (entries.length === 0) return null;
  const ours = entries.some(({ holder, standing }) => office.includes(holder) && standing !== 'not_to_be_asked');
  return { entries, declinable: !ours };
}

function holding(communityId: number) {
  return database()
    .selectFrom('responsibilities')
    .select(['id', 'holder', 'standing', 'matter', 'category', 'basis'])
    .$narrowType<{ holder: Holder; standing: Standing }>()
    .where('community_id', '=', communityId)
    .where('ended_at', 'is', null);
}
