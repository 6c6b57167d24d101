import { sql, type Kysely, type RawBuilder } from 'kysely';
import { blindActor, blindBody } from '#foundation/server/blind.ts';
import type { OpenKeys } from '#foundation/server/keys-folder.ts';
import { draftSubjectKey, phoneIndex, type DraftKey } from '#foundation/personal/index.ts';

// Names, telephone numbers and addresses for letters are sealed under a key per person, and the readable columns go.
// Only the names of people who hold or held a function stay readable: those are published. All of it or nothing.

const atOnce = 1000;
type Db = Kysely<unknown>;
type AskKeys = () => OpenKeys;

export async function up(db: Db, keys: AskKeys): Promise<void> {
  await sql`alter table people alter column name drop not null, add column name_sealed bytea, add column phone_sealed bytea,
    add column phone_index bytea, add column email_sealed bytea`.execute(db);
  await sql`alter table reporters add column name_sealed bytea, add column phone_sealed bytea, add column phone_index bytea,
    add column email_sealed bytea`.execute(db);
  await sealPeople(db, keys);
  await sealReporters(db, keys);
  await blindIntents(db, keys);
  for (const statement of afterwards) await sql.raw(statement).execute(db);
}

const afterwards = [
  'alter table people drop column phone, drop column email, add constraint people_named_once check (num_nonnulls(name, name_sealed) = 1)',
  // One number written in two ways was two people: only the first is found by it from now on.
  `update people set phone_index = null where exists
    (select from people as first where first.phone_index = people.phone_index and first.id < people.id)`,
  'alter table people add constraint people_phone_with_index check (phone_index is null or phone_sealed is not null)',
  'create unique index people_phone_index on people (phone_index) where phone_index is not null',
  'alter table reporters drop column name, drop column phone, drop column email',
  'alter table reporters add constraint reporters_phone_with_index check (phone_index is null or phone_sealed is not null)',
  'create index reporters_by_phone on reporters (community_id, phone_index) where phone_index is not null',
  // Codes live for minutes. What a new person's number and name are sealed with waits beside the code, so that taking
  // the code makes the person without anything being opened.
  'delete from phone_codes',
  'alter table phone_codes drop column phone',
  `alter table phone_codes add column phone_index bytea not null, add column person_id uuid not null, add column phone_sealed bytea not null,
    add column name_sealed bytea not null, add column key_suite text not null, add column key_generation integer not null,
    add column key_wrapped bytea not null`,
  'create index phone_codes_by_phone on phone_codes (phone_index, created_at)',
  // The machine that sends a text message reads the number, too.
  'alter table access_records alter column reader_id drop not null',
  // Their names were guessable hashes of telephone numbers and network addresses.
  'delete from rate_limits',
  // Row versions with the readable columns lie on in the files, and VACUUM FULL would take them along as long as anybody
  // on the server has an older transaction open. A change of type writes only what is there now.
  `alter table people alter column locale type text using locale || ''`,
  `alter table reporters alter column locale type text using locale || ''`,
  `alter table phone_codes alter column key_suite type text using key_suite || ''`,
  `alter table idempotency_keys alter column verb type text using verb || ''`,
  `alter table rate_limits alter column bucket type text using bucket || ''`,
  `comment on table people is 'rewritten'`,
];

type Person = { id: string; name: string; phone: string | null; email: string | null; created_at: Date; serves: boolean };

async function sealPeople(db: Db, keys: AskKeys): Promise<void> {
  for (let last: string | null = null; ;) {
    const { rows }: { rows: Person[] } = await sql<Person>`select id, name, phone, email, created_at,
      exists (select from roles where roles.person_id = people.id and roles.role <> 'resident') as serves
      from people where ${last}::uuid is null or id > ${last}::uuid order by id limit ${atOnce}`.execute(db);
    if (rows.length === 0) return;
    const { personal } = keys();
    const drafts = await Promise.all(rows.map((row) => draftSubjectKey(row.created_at, { communityId: 0, id: row.id }, personal.provider)));
    await keepKeys(db, drafts);
    const sealed = drafts.map(({ key }, at) => {
      const seal = (column: string, text: string | null | undefined) =>
        text ? key.seal({ table: 'people', column, row: key.subject.id }, text) : null;
      const row = rows[at];
      return [
        row?.serves ? null : seal('name_sealed', row?.name),
        seal('phone_sealed', row?.phone),
        seal('email_sealed', row?.email),
      ] as const;
    });
    await sql`update people set name = case when made.name is null then people.name end, name_sealed = made.name, phone_sealed = made.phone,
      email_sealed = made.email, phone_index = made.phone_index
      from unnest(${all(rows.map((row) => row.id))}::uuid[], ${all(sealed.map(([name]) => name))}::bytea[],
        ${all(sealed.map(([, phone]) => phone))}::bytea[], ${all(sealed.map(([, , email]) => email))}::bytea[],
        ${all(rows.map((row) => (row.phone ? phoneIndex(row.phone, personal.indexKey) : null)))}::bytea[])
        as made (id, name, phone, email, phone_index) where people.id = made.id`.execute(db);
    last = rows.at(-1)?.id ?? null;
  }
}

type Reporter = { community_id: number; id: string; name: string | null; phone: string | null; email: string | null; created_at: Date };

async function sealReporters(db: Db, keys: AskKeys): Promise<void> {
  for (let last: Reporter | null = null; ;) {
    const after: RawBuilder<unknown> = last ? sql`where (community_id, id) > (${last.community_id}, ${last.id}::uuid)` : sql``;
    const { rows }: { rows: Reporter[] } = await sql<Reporter>`select community_id, id, name, phone, email, created_at from reporters
      ${after} order by community_id, id limit ${atOnce}`.execute(db);
    if (rows.length === 0) return;
    const { personal } = keys();
    const drafts = await Promise.all(
      rows.map((row) => draftSubjectKey(row.created_at, { communityId: row.community_id, id: row.id }, personal.provider)),
    );
    await keepKeys(db, drafts);
    const sealed = drafts.flatMap(({ key }, at) => {
      const row = rows[at];
      if (!row || (row.name ?? row.phone ?? row.email) === null) return [];
      const seal = (name: string, text: string | null) => (text ? key.seal({ table: 'reporters', column: name, row: row.id }, text) : null);
      const index = row.phone ? phoneIndex(row.phone, personal.indexKey) : null;
      return [
        { row, name: seal('name_sealed', row.name), phone: seal('phone_sealed', row.phone), email: seal('email_sealed', row.email), index },
      ];
    });
    await sql`update reporters set name_sealed = made.name, phone_sealed = made.phone, email_sealed = made.email, phone_index = made.phone_index
      from unnest(${all(sealed.map((one) => one.row.community_id))}::integer[], ${all(sealed.map((one) => one.row.id))}::uuid[],
        ${all(sealed.map((one) => one.name))}::bytea[], ${all(sealed.map((one) => one.phone))}::bytea[],
        ${all(sealed.map((one) => one.email))}::bytea[], ${all(sealed.map((one) => one.index))}::bytea[])
        as made (community_id, id, name, phone, email, phone_index)
      where reporters.community_id = made.community_id and reporters.id = made.id`.execute(db);
    last = rows.at(-1) ?? null;
  }
}

async function keepKeys(db: Db, drafts: DraftKey[]): Promise<void> {
  const rows = drafts.map(({ row }) => row);
  await sql`insert into subject_keys (community_id, id, suite, generation, wrapped, created_at)
    select * from unnest(${all(rows.map((row) => row.community_id))}::integer[], ${all(rows.map((row) => row.id))}::uuid[],
      ${all(rows.map((row) => row.suite))}::text[], ${all(rows.map((row) => row.generation))}::integer[],
      ${all(rows.map((row) => row.wrapped))}::bytea[], ${all(rows.map((row) => row.created_at))}::timestamptz[])`.execute(db);
}

type Intent = { actor: string; verb: string; key: string; body_hash: Buffer };

/** What was posted, phone number included, could be guessed from a plain hash. A repeated intent is still known afterwards. */
async function blindIntents(db: Db, ask: AskKeys): Promise<void> {
  const { rows } = await sql<Intent>`select actor, verb, key, body_hash from idempotency_keys`.execute(db);
  for (let from = 0; from < rows.length; from += atOnce) {
    const { keys } = ask();
    const some = rows.slice(from, from + atOnce);
    await sql`update idempotency_keys as kept set actor = made.blind, body_hash = made.body_hash
      from unnest(${all(some.map((row) => row.actor))}::text[], ${all(some.map((row) => row.verb))}::text[],
        ${all(some.map((row) => row.key))}::text[], ${all(some.map((row) => blindActor(row.actor, keys)))}::text[],
        ${all(some.map((row) => blindBody(row.body_hash, keys)))}::bytea[]) as made (actor, verb, key, blind, body_hash)
      where kept.actor = made.actor and kept.verb = made.verb and kept.key = made.key`.execute(db);
  }
}

/** One parameter that is a whole column. */
function all(values: readonly unknown[]): RawBuilder<unknown> {
  return sql.val(values);
}
