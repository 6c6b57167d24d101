import { openSealed } from '#foundation/personal/open-sealed.ts';
import { unwrapSubjectKey } from '#foundation/personal/index.ts';
import { newId } from '#foundation/ids.ts';
import { Forbidden } from '#foundation/refusal.ts';
import type { Database } from '#foundation/server/database.ts';
import type { Act } from '#foundation/server/perform.ts';
import { actingRole, type Viewer } from '../viewer.ts';

/** `wechat`: the name under which the community's WeChat account knows somebody; only people signed in have one. */
export type PersonalField = 'name' | 'phone' | 'email' | 'wechat';

/**
 * Whose data: rows of `people` or of the community's `reporters`. Which fields, and what for: a short code such as
 * `call`, told to the resident later. `communityId`: where the one who looks acts.
 */
export type Look = {
  communityId: number;
  table: 'people' | 'reporters';
  ids: readonly string[];
  fields: readonly PersonalField[];
  purpose: string;
  voiceId?: string;
};

/** Fields that were not asked for, never given, or erased, are null. */
export type PersonalData = Record<PersonalField, string | null>;

/**
 * The one door to personal data: nothing else can open what is sealed. The look is written down first, in the same
 * transaction, a line for every person; if it can't be, nothing is read. One's own data is read without a line. Whether
 * this viewer may look at all is the caller's rule to ask. Throws Forbidden for somebody not signed in.
 */
export async function readPersonalData(act: Act, viewer: Viewer, look: Look): Promise<Map<string, PersonalData>> {
  if (look.ids.length === 0) return new Map();
  const own = await ownOf(act.trx, viewer, look);
  await writeDown(
    act,
    viewer,
    look,
    look.ids.filter((id) => !own.has(id)),
  );
  return new Map(await Promise.all((await findSealed(act.trx, look)).map((row) => open(row, look))));
}

/** The same for what somebody reads of themselves alone; `viewer` is that person, by whatever sign-in. */
export async function readOwnData(db: Database, viewer: Viewer, fields: readonly PersonalField[]): Promise<PersonalData> {
  const look = { communityId: 0, table: 'people', ids: viewer.personId ? [viewer.personId] : [], fields, purpose: 'own' } as const;
  const row = viewer.personId ? (await findSealed(db, look))[0] : undefined;
  if (!row) throw new Forbidden('sign-in.needed');
  return (await open(row, look))[1];
}

/** Whose: a record with a key of its own, such as a visit's. `own`: those it is about read it themselves, without a line. */
export type SealedLook = { communityId: number; subjectId: string; fields: readonly string[]; purpose: string; own: boolean };
export type SealedText = { table: string; column: string; row: string; sealed: Buffer | null };

/**
 * The same door for words sealed under the key of a record: the look is written down first. Answers in the order of
 * `texts`; what was never there, or was erased, is null.
 */
export async function readSealedTexts(
  act: Act,
  viewer: Viewer,
  { communityId, subjectId, fields, purpose, own }: SealedLook,
  texts: readonly SealedText[],
): Promise<(string | null)[]> {
  if (!own) await writeDown(act, viewer, { communityId, fields, purpose }, [subjectId]);
  const row = await act.trx
    .selectFrom('subject_keys')
    .select(['suite', 'generation', 'wrapped'])
    .where('community_id', '=', communityId)
    .where('id', '=', subjectId)
    .executeTakeFirst();
  const key = row ? await unwrapSubjectKey({ communityId, id: subjectId }, row) : null;
  return texts.map(({ sealed, ...bound }) => (key && sealed ? openSealed(key, bound, sealed) : null));
}

async function ownOf(db: Database, viewer: Viewer, { communityId, table, ids }: Look): Promise<Set<string | null>> {
  if (table === 'people') return new Set([viewer.personId]);
  if (!viewer.personId && !viewer.holds) return new Set();
  const rows = await db
    .selectFrom('reporters')
    .leftJoin('voices', (join) =>
      join.onRef('voices.community_id', '=', 'reporters.community_id').onRef('voices.reporter_id', '=', 'reporters.id'),
    )
    .select('reporters.id')
    .where('reporters.community_id', '=', communityId)
    .where('reporters.id', 'in', ids)
    .where((eb) =>
      eb.or([
        eb('reporters.person_id', '=', viewer.personId),
        eb('voices.id', '=', viewer.holds?.communityId === communityId ? viewer.holds.voiceId : null),
      ]),
    )
    .execute();
  return new Set(rows.map((row) => row.id));
}

type Noted = { communityId: number; fields: readonly string[]; purpose: string; voiceId?: string };

async function writeDown({ trx, now }: Act, viewer: Viewer, look: Noted, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const clock = viewer.kind === 'system';
  if (!viewer.personId && !clock) throw new Forbidden('sign-in.needed');
  await trx
    .insertInto('access_records')
    .values(
      ids.map((id) => ({
        community_id: look.communityId,
        id: newId(now),
        at: now,
        reader_id: viewer.personId,
        reader_role: clock ? 'clock' : actingRole(viewer, look.communityId),
        subject_id: id,
        fields: [...look.fields],
        purpose: look.purpose,
        voice_id: look.voiceId ?? null,
      })),
    )
    .execute();
}

type Sealed = Awaited<ReturnType<typeof findSealed>>[number];

async function findSealed(db: Database, { communityId, table, ids }: Look) {
  const sealed = ['name_sealed', 'phone_sealed', 'email_sealed', 'suite', 'generation', 'wrapped'] as const;
  if (table === 'reporters')
    return db
      .selectFrom('reporters')
      .leftJoin('subject_keys', (join) =>
        join.onRef('subject_keys.community_id', '=', 'reporters.community_id').onRef('subject_keys.id', '=', 'reporters.id'),
      )
      .select((eb) => [
        'reporters.id',
        'reporters.community_id as keyAt',
        eb.val<string | null>(null).as('name'),
        eb.val<Buffer | null>(null).as('wechat_sealed'),
        ...sealed,
      ])
      .where('reporters.community_id', '=', communityId)
      .where('reporters.id', 'in', ids)
      .execute();
  return db
    .selectFrom('people')
    .leftJoin('subject_keys', (join) => join.on('subject_keys.community_id', '=', 0).onRef('subject_keys.id', '=', 'people.id'))
    .select((eb) => ['people.id', eb.val(0).as('keyAt'), 'people.name', 'people.wechat_sealed', ...sealed])
    .where('people.id', 'in', ids)
    .execute();
}

async function open(row: Sealed, { table, fields }: Look): Promise<readonly [string, PersonalData]> {
  const key = await unwrapSubjectKey({ communityId: row.keyAt, id: row.id }, row);
  const field = (name: PersonalField) => {
    const [column, sealed] = [`${name}_sealed`, row[`${name}_sealed`]];
    return key && sealed && fields.includes(name) ? openSealed(key, { table, column, row: row.id }, sealed) : null;
  };
  const name = field('name') ?? (fields.includes('name') ? row.name : null);
  return [row.id, { name, phone: field('phone'), email: field('email'), wechat: field('wechat') }];
}
