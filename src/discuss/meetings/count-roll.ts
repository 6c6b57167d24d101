import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { Missing } from '#foundation/refusal.ts';
import { findMeetingKind } from './find-meeting-kinds.ts';
import { leastOf, type MeetingKind, type Share } from './meeting-kind.ts';
import type { Meeting } from './meeting.ts';

/**
 * The roll in figures. `eligible` = `present` + `excused` + `absent` (D7). `present`: came, came by proxy, or sent paper in
 * time; whoever is recused counts among the excused. `quorum`: how many must be present (null: none is needed); `missing`:
 * how many more must come. `requiredMissing`: parties whose duty is at stake and who are not there.
 */
export type RollCount = {
  eligible: number;
  present: number;
  excused: number;
  absent: number;
  recused: number;
  representatives: number;
  requiredMissing: number;
  quorum: number | null;
  missing: number;
};

type Counted = Pick<Meeting, 'communityId' | 'id' | 'kind' | 'registered'>;

/** One pass over an index, however many households there are. Throws Missing when the meeting isn't there. */
export async function countRoll(db: Kysely<DB>, ref: { communityId: number; id: string }): Promise<RollCount> {
  const one = await db
    .selectFrom('meetings')
    .select(['community_id as communityId', 'id', 'kind', 'registered'])
    .where('community_id', '=', ref.communityId)
    .where('id', '=', ref.id)
    .executeTakeFirst();
  const kind = one && (await findMeetingKind(db, ref.communityId, one.kind));
  if (!one || !kind) throw new Missing();
  return countWith(db, one, kind);
}

/** The same where meeting and kind are at hand. */
export async function countWith(db: Kysely<DB>, { communityId, id, registered }: Counted, kind: MeetingKind): Promise<RollCount> {
  const { rows } = await sql<Tallied>`select
      count(*) filter (where votes)::int as entries,
      count(*) filter (where votes and standing in ('present', 'proxy', 'paper'))::int as present,
      count(*) filter (where votes and standing in ('excused', 'recused'))::int as excused,
      count(*) filter (where votes and standing = 'recused')::int as recused,
      count(*) filter (where votes and part = 'representative')::int as representatives,
      count(*) filter (where required and standing not in ('present', 'proxy'))::int as "requiredMissing"
    from roll_entries where community_id = ${communityId} and meeting_id = ${id}::uuid`.execute(db);
  const tallied = rows[0] ?? { entries: 0, present: 0, excused: 0, recused: 0, representatives: 0, requiredMissing: 0 };
  return figuresOf(tallied, registered, kind.rules.quorum);
}

type Tallied = { entries: number; present: number; excused: number; recused: number; representatives: number; requiredMissing: number };

/** Whoever is on the voters' register counts, even when the house doesn't know them by name. */
export function figuresOf({ entries, ...rest }: Tallied, registered: number | null, share: Share | null): RollCount {
  const eligible = entries === 0 ? 0 : Math.max(entries, registered ?? 0);
  const quorum = share && leastOf(share, eligible);
  return {
    ...rest,
    eligible,
    absent: eligible - rest.present - rest.excused,
    quorum,
    missing: quorum === null ? 0 : Math.max(0, quorum - rest.present),
  };
}
