import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isVoiceEvent, voiceEvents, type VoiceEvent } from './move-voice.ts';
import { isStage, stages, type MethodStage, type Stage, type Voice } from './voice.ts';

/** One step in the life of a voice. Which words a page puts around it follows from `event` (`voices_timeline_<event>`). */
export type TimelineItem = {
  event: VoiceEvent;
  at: Date;
  stage: Stage;
  seal: MethodStage;
  /** The name of a worker; null with `role` `reporter` is the resident, with `system` the clock. */
  by: string | null;
  role: string;
  late: boolean;
  /** What was said or why, as typed. */
  said: string | null;
  /** To whom, from whom: the assignee or the outside receiver. */
  to: string | null;
  /** A day that was promised, YYYY-MM-DD. */
  day: string | null;
  dueAt: Date | null;
  /** A code that has words of its own: outcome of a call, reason of a closing, cause of an escalation. */
  code: string | null;
  rating: number | null;
  /** Another voice's number. */
  number: string | null;
};

/** The story of a voice, oldest first. For the speaker without what is among staff. */
export async function findTimeline(db: Kysely<DB>, voice: Voice, forStaff: boolean): Promise<TimelineItem[]> {
  const [events, rows] = await Promise.all([eventsOf(db, voice), rowsOf(db, voice)]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return events.toSorted(inOrder).flatMap((event) => {
    const name = event.name.replace('voice.', '');
    if (!isVoiceEvent(name) || (!forStaff && amongStaff.includes(name))) return [];
    const data = readData(event.data);
    const row = byId.get(data.row);
    const quiet = !forStaff && quietWords.includes(name);
    const stage = isStage(data.to) ? data.to : 'received';
    const byReporter =
      event.actor_role === 'reporter' ||
      event.actor_role === 'resident' ||
      (voice.reporterPersonId !== null && event.actor_id === voice.reporterPersonId);
    return [
      {
        event: name,
        at: event.at,
        stage,
        seal: stages[stage].seal,
        by: byReporter ? null : event.actor_name,
        role: byReporter ? 'reporter' : event.actor_role,
        late: event.late === true,
        said: quiet ? null : (row?.said ?? null),
        to: row?.to ?? null,
        day: row?.day ?? null,
        dueAt: row?.due_at ?? null,
        code: row?.code ?? null,
        rating: row?.rating ?? null,
        number: forStaff || name === 'merged' ? data.number || null : null,
      },
    ];
  });
}

const amongStaff: VoiceEvent[] = ['noted', 'owner_dropped', 'told'];
/** The step is told, its words are among staff. */
const quietWords: VoiceEvent[] = ['declined', 'followed_up', 'escalated', 'waited'];

function eventsOf(db: Kysely<DB>, voice: Voice) {
  return db
    .selectFrom('events')
    .leftJoin('people', 'people.id', 'events.actor_id')
    .select(['events.at', 'events.name', 'events.actor_id', 'events.actor_role', 'events.late', 'events.data', 'people.name as actor_name'])
    .where('community_id', '=', voice.communityId)
    .where('subject_id', '=', voice.id)
    .execute();
}

/** Steps of one moment in the order of a voice's life: their ids don't tell which came first. */
function inOrder(a: { at: Date; name: string }, b: { at: Date; name: string }): number {
  const place = (name: string) => voiceEvents.findIndex((event) => `voice.${event}` === name);
  return a.at.getTime() - b.at.getTime() || place(a.name) - place(b.name);
}

type HistoryRow = {
  id: string;
  said: string | null;
  to: string | null;
  day: string | null;
  due_at: Date | null;
  code: string | null;
  rating: number | null;
};

/** All rows of history of one voice; withdrawals are left out: their words are for the supervisor. */
async function rowsOf(db: Kysely<DB>, voice: Voice): Promise<HistoryRow[]> {
  const here = sql`h.community_id = ${voice.communityId} and h.voice_id = ${voice.id}`;
  const none = { text: sql`null::text`, day: sql`null::date`, time: sql`null::timestamptz`, count: sql`null::smallint` };
  const { rows } = await sql<HistoryRow>`
    select h.id, h.reason as said, ${none.text} as "to", ${none.day} as day, h.due_at, ${none.text} as code, ${none.count} as rating
      from voice_deadlines h where ${here}
    union all select h.id, null, p.name, null, null, null, null from voice_assignments h join people p on p.id = h.owner_id where ${here}
    union all select h.id, h.reason, null, null, null, null, null from voice_declines h where ${here}
    union all select h.id, h.reason, null, h.until_day, null, h.kind, null from voice_waits h where ${here}
    union all select h.id, h.accepted_reference, h.receiver, null, null, null, null from voice_referrals h where ${here}
    union all select h.id, h.reason, null, h.target_day, null, h.cause, null from voice_escalations h where ${here}
    union all select h.id, h.words, null, h.next_day, null, null, null from voice_answers h where ${here}
    union all select h.id, h.note, h.way, null, null, h.outcome, null from voice_follow_ups h where ${here}
    union all select h.id, coalesce(h.words, h.evidence), null, h.look_again_on, null, h.reason_code, h.rating
      from voice_closings h where ${here}
    union all select h.id, h.words, null, null, null, null, h.rating from voice_merge_confirmations h where ${here}
    union all select h.id, h.reason, null, null, null, null, null from voice_reopenings h where ${here}
    union all select h.id, h.words, null, null, null, h.audience, null from voice_additions h where ${here}`.execute(db);
  return rows;
}

function readData(data: unknown): { to: string; row: string; number: string } {
  const text = (name: string) => {
    const value: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, name) : undefined;
    return typeof value === 'string' ? value : '';
  };
  return { to: text('to'), row: text('row'), number: text('number') };
}
