import { sql, type ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import type { DB } from '#db/schema.ts';
import { lightOf, type Calendar, type Light } from '#foundation/calendar/index.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { searchQuery } from '#foundation/text/search-words.ts';
import type { Viewer } from '#community/people/index.ts';
import { cursorAfter, readCursor } from './cursors.ts';
import { id } from './inputs.ts';
import { inLight, inTab, queueTabs } from './queue-tabs.ts';
import { channels, formatNumber, isUnanswered, kinds, stageNames, type Channel, type Stage, type VoiceKind } from './voice.ts';
import { visibleTo } from './voice-access.ts';

/** What the queue may be narrowed by. `cursor`: from the page before; one made for another tab starts over. */
export const findVoicesInput = z.object({
  tab: z.enum(queueTabs).default('mine'),
  kind: z.enum(kinds).optional(),
  category: z.string().max(40).optional(),
  channel: z.enum(channels).optional(),
  stage: z.enum(stageNames).optional(),
  buildingId: id.optional(),
  light: z.enum(['green', 'amber', 'red']).optional(),
  search: z.string().max(200).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(30),
});
export type FindVoices = z.infer<typeof findVoicesInput>;

/** One line of the staff queue. `words`: the beginning of what was said. */
export type VoiceRow = {
  id: string;
  number: string;
  kind: VoiceKind;
  channel: Channel;
  stage: Stage;
  level: 'community' | 'street';
  sealed: boolean;
  urgency: 'ordinary' | 'urgent' | 'danger';
  vitalInterest: boolean;
  category: string | null;
  words: string;
  place: string | null;
  ownerId: string | null;
  ownerName: string | null;
  firstReceiverName: string;
  round: number;
  receivedAt: Date;
  dueAt: Date;
  answeredAt: Date | null;
  light: Light;
};
export type VoiceList = { rows: VoiceRow[]; next: string | null };

/** The staff queue: open tabs by due date, `all` newest first; a page at a time, only what the viewer may reach. */
export async function findVoices(viewer: Viewer, communityId: number, input: FindVoices): Promise<VoiceList> {
  const [now, calendar] = [await databaseTime(), await currentCalendar()];
  const rows = await pageOf(viewer, communityId, input, { now, calendar }).execute();
  const shown = rows.slice(0, input.limit).map((row) => toRow(row, now, calendar));
  const last = shown.at(-1);
  const at = input.tab === 'all' ? last?.receivedAt : last?.dueAt;
  return { rows: shown, next: rows.length > input.limit && last && at ? cursorAfter(`queue-${input.tab}`, at, last.id) : null };
}

function pageOf(viewer: Viewer, communityId: number, input: FindVoices, moment: { now: Date; calendar: Calendar }) {
  const newest = input.tab === 'all';
  const by = newest ? 'voices.received_at' : 'voices.due_at';
  const after = input.cursor ? readCursor(`queue-${input.tab}`, input.cursor) : null;
  const asked = input.search ? searchQuery(input.search) : null;
  return database()
    .selectFrom('voices')
    .innerJoin('people as receiver', 'receiver.id', 'voices.first_receiver_id')
    .leftJoin('people as owner', 'owner.id', 'voices.owner_id')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'voices.community_id').onRef('places.id', '=', 'voices.place_id'))
    .select([
      'voices.id',
      'voices.year',
      'voices.serial',
      'voices.kind',
      'voices.channel',
      'voices.stage',
      'voices.level',
      'voices.sealed',
      'voices.urgency',
      'voices.vital_interest',
      'voices.category',
      'voices.round',
      'voices.received_at',
      'voices.due_at',
      'voices.answered_at',
      'voices.owner_id',
      'owner.name as owner_name',
      'receiver.name as receiver_name',
      'places.full_name',
      'voices.place_words',
      sql<string>`left(voices.words, 160)`.as('beginning'),
    ])
    .$narrowType<Pick<VoiceRow, 'kind' | 'channel' | 'stage' | 'level' | 'urgency'> & { receiver_name: string }>()
    .where(visibleTo(viewer, communityId))
    .where(inTab(input.tab, viewer, moment.now))
    .where((eb) => eb.and(narrowing(eb, input)))
    .$if(input.light !== undefined, (query) => query.where(inLight(input.light ?? 'red', moment)))
    .$if(asked !== null, (query) => query.where(sql<boolean>`voices.search @@ ${asked}::tsquery`))
    .$if(after !== null, (query) =>
      query.where(
        newest
          ? sql<boolean>`(voices.received_at, voices.id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`
          : sql<boolean>`(voices.due_at, voices.id) > (${after?.at}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy(by, newest ? 'desc' : 'asc')
    .orderBy('voices.id', newest ? 'desc' : 'asc')
    .limit(input.limit + 1);
}

function narrowing(eb: ExpressionBuilder<DB, 'voices'>, input: FindVoices) {
  return [
    ...(input.kind ? [eb('voices.kind', '=', input.kind)] : []),
    ...(input.category ? [eb('voices.category', '=', input.category)] : []),
    ...(input.channel ? [eb('voices.channel', '=', input.channel)] : []),
    ...(input.stage ? [eb('voices.stage', '=', input.stage)] : []),
    ...(input.buildingId ? [eb('voices.building_id', '=', input.buildingId)] : []),
  ];
}

type Row = Awaited<ReturnType<ReturnType<typeof pageOf>['execute']>>[number];

function toRow(row: Row, now: Date, calendar: Calendar): VoiceRow {
  return {
    id: row.id,
    number: formatNumber(row.year, row.serial),
    stage: row.stage,
    kind: row.kind,
    channel: row.channel,
    level: row.level,
    sealed: row.sealed !== 'none',
    urgency: row.urgency,
    vitalInterest: row.vital_interest,
    category: row.category,
    words: row.beginning,
    place: row.full_name ?? row.place_words,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    firstReceiverName: row.receiver_name,
    round: row.round,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    answeredAt: row.answered_at,
    light: isUnanswered(row) ? lightOf(calendar, row.due_at, now) : 'none',
  };
}
