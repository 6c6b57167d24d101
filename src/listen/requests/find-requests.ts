import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { formatNumber, openStages, parseNumber, stages, type Stage } from '#listen/voices/index.ts';

/** By number (then nothing else counts), or by what it is about, how it stands and when it came. Newest first. */
export type RequestFilter =
  | { numbers: readonly string[] }
  | { services: readonly string[]; open: boolean | null; received: Span | null; updated: Span | null; offset: number; limit: number };
/** Both ends belong to it. */
export type Span = { from: Date; to: Date };

/** A voice as everybody may read it through Open311. `words`, `address`: null as long as nobody cleared them. */
export type PublicRequest = {
  number: string;
  stage: Stage;
  open: boolean;
  service: { code: string; zh: string; en: string };
  words: string | null;
  /** in words cleared by a person */
  outcome: string | null;
  address: string | null;
  placeId: string | null;
  point: { latitude: number; longitude: number } | null;
  requestedAt: Date;
  updatedAt: Date;
  expectedAt: Date | null;
};

/**
 * What may be read by everybody: voices published here, and those a program brought with leave to publish them. Never one
 * that names somebody, and of what concerns a single household, or was taken down, only what a person has cleared since.
 */
export async function findRequests(communityId: number, filter: RequestFilter): Promise<PublicRequest[]> {
  const numbers = 'numbers' in filter ? filter.numbers.flatMap((number) => parseNumber(number) ?? []) : null;
  if (numbers?.length === 0) return [];
  const rows = await readable(communityId, 'services' in filter ? filter.received : null)
    .$if(numbers !== null, (query) =>
      query.where((eb) =>
        eb.or((numbers ?? []).map(({ year, serial }) => eb.and([eb('voices.year', '=', year), eb('serial', '=', serial)]))),
      ),
    )
    .$if('services' in filter && filter.services.length > 0, (query) =>
      query.where('categories.code', 'in', 'services' in filter ? [...filter.services] : []),
    )
    .$if('open' in filter && filter.open !== null, (query) =>
      query.where('voices.stage', 'open' in filter && filter.open ? 'in' : 'not in', openStages),
    )
    .$if('updated' in filter && filter.updated !== null, (query) =>
      query.where('updated' in filter && filter.updated ? updatedWithin(filter.updated) : sql<boolean>`true`),
    )
    .orderBy('voices.received_at', 'desc')
    .orderBy('voices.id', 'desc')
    .limit('limit' in filter ? filter.limit : 1000)
    .offset('offset' in filter ? filter.offset : 0)
    .execute();
  return rows.map(toRequest);
}

/** What `updatedAt` of a request says, in SQL. */
function updatedWithin({ from, to }: Span) {
  return sql<boolean>`case when voices.stage = any(${openStages}::text[]) then voices.changed_at
    else coalesce(voices.closed_at, voices.changed_at) end between ${from} and ${to}`;
}

function readable(communityId: number, span: Span | null) {
  const within = span ? sql`and received_at between ${span.from} and ${span.to}` : sql``;
  return (
    database()
      .selectFrom('voices')
      .innerJoin('communities', 'communities.id', 'voices.community_id')
      .leftJoin('voice_requests', (join) =>
        join.onRef('voice_requests.community_id', '=', 'voices.community_id').onRef('voice_requests.voice_id', '=', 'voices.id'),
      )
      .leftJoin('voice_publications', (join) =>
        join
          .onRef('voice_publications.community_id', '=', 'voices.community_id')
          .onRef('voice_publications.voice_id', '=', 'voices.id')
          .on('voice_publications.taken_down_at', 'is', null),
      )
      // A door is nobody's business: where somebody lives is said as far as the building.
      .leftJoin('places', (join) =>
        join
          .onRef('places.community_id', '=', 'voices.community_id')
          .on(sql<boolean>`places.id = coalesce(voices.building_id, voices.place_id)`),
      )
      .innerJoin('categories', (join) =>
        join.on(sql<boolean>`categories.code = coalesce(voices.category, voice_publications.category, voice_requests.service, 'other')`),
      )
      .select([
        'voices.year',
        'voices.serial',
        'voices.stage',
        'voices.words',
        'voices.place_words as placeWords',
        'voices.latitude',
        'voices.longitude',
        'voices.received_at as requestedAt',
        'voices.changed_at as changedAt',
        'voices.closed_at as closedAt',
        'voices.due_at as dueAt',
        'categories.code',
        'categories.name_zh as zh',
        'categories.name_en as en',
        'voice_publications.title',
        'voice_publications.outcome',
        'places.id as placeId',
        'places.full_name as placeName',
        sql<boolean>`voice_requests.voice_id is not null`.as('brought'),
        readAtOnce.as('atOnce'),
      ])
      .$narrowType<{ stage: Stage }>()
      .where('voices.community_id', '=', communityId)
      .where(
        sql<boolean>`voices.id in (
        select voice_id from voice_requests where community_id = ${communityId} ${within}
        union select voice_id from voice_publications where community_id = ${communityId} and taken_down_at is null ${within})`,
      )
      .where('voices.sealed', '=', 'none')
      .where('voices.erased_at', 'is', null)
      .where(
        sql<boolean>`not exists (select from voice_accused wall where wall.community_id = voices.community_id and wall.voice_id = voices.id)`,
      ).where(sql<boolean>`(voice_publications.id is not null or (voices.may_publish and voices.matter_scope is distinct from 'private'
      and not exists (select from voice_publications gone where gone.community_id = voices.community_id and gone.voice_id = voices.id)))`)
  );
}

/** About somebody who works here nothing is read before a person has looked at it, whatever the community has chosen. */
const readAtOnce = sql<boolean>`voice_requests.voice_id is not null and communities.open311_words = 'at_once'
  and categories.code <> 'conduct' and voice_requests.service <> 'conduct' and voices.stage <> 'withdrawn'`;

type Row = Awaited<ReturnType<ReturnType<typeof readable>['execute']>>[number];

function toRequest(row: Row): PublicRequest {
  const open = stages[row.stage].bucket === 'open';
  const cleared = row.title !== null;
  return {
    number: formatNumber(row.year, row.serial),
    stage: row.stage,
    open,
    service: { code: row.code, zh: row.zh, en: row.en },
    words: row.title ?? (row.atOnce ? row.words : null),
    outcome: row.outcome,
    address: row.brought ? (row.placeName ?? (row.atOnce && !cleared ? row.placeWords : null)) : null,
    placeId: row.brought ? row.placeId : null,
    point: row.brought && row.latitude !== null && row.longitude !== null ? { latitude: row.latitude, longitude: row.longitude } : null,
    requestedAt: row.requestedAt,
    updatedAt: open ? row.changedAt : (row.closedAt ?? row.changedAt),
    // Nobody can say when others will be done.
    expectedAt: row.stage === 'waiting_external' ? null : row.dueAt,
  };
}
