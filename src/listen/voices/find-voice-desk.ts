import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { findServing, type Viewer } from '#community/people/index.ts';
import type { Voice } from './voice.ts';
import { handles } from './why-not.ts';
import { whyNotOwner } from './why-not-handle.ts';
import { supervises } from './why-not-verdict.ts';

/** What only those who work on a voice see beside its story. */
export type VoiceDesk = {
  sealed: 'none' | 'named' | 'street';
  level: 'community' | 'street';
  urgency: 'ordinary' | 'urgent' | 'danger';
  matterScope: 'public' | 'community' | 'private' | null;
  /** How the speaker can be reached, without the number itself: `readContact` writes down who looked. */
  reachable: { phone: boolean; email: boolean; named: boolean; contactHours: string | null };
  enteredBy: string | null;
  ownerId: string | null;
  firstReceiver: string;
  accused: { personId: string | null; name: string | null; description: string | null }[];
  notes: { words: string; by: string | null; at: Date }[];
  /** Everybody who might become answerable, with what stands against it. */
  candidates: { personId: string; name: string; roles: string[]; whyNot: string | null }[];
  /** Said when withdrawing; for the supervisor, never for the owner. */
  withdrawal: { underPressure: boolean; words: string | null } | null;
  title: string | null;
};

export async function findDesk(db: Kysely<DB>, viewer: Viewer, voice: Voice, now: Date): Promise<VoiceDesk> {
  const [facts, accused, notes, serving, withdrawal, title] = await Promise.all([
    factsOf(db, voice),
    accusedOf(db, voice),
    notesOf(db, voice),
    handles(voice, viewer) ? findServing(db, voice.communityId, now) : [],
    supervises(voice, viewer) && voice.ownerId !== viewer.personId ? withdrawalOf(db, voice) : null,
    titleOf(db, voice),
  ]);
  return {
    ...facts,
    sealed: voice.sealed,
    level: voice.level,
    ownerId: voice.ownerId,
    accused,
    notes,
    withdrawal,
    title,
    candidates: serving.map(({ personId, name, roles }) => ({ personId, name, roles, whyNot: whyNotOwner(voice, { personId, roles }) })),
  };
}

async function factsOf(db: Kysely<DB>, voice: Voice) {
  const row = await db
    .selectFrom('voices')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .innerJoin('people as receiver', 'receiver.id', 'voices.first_receiver_id')
    .leftJoin('people as writer', 'writer.id', 'voices.entered_by')
    .select([
      'voices.urgency',
      'voices.matter_scope as matterScope',
      'writer.name as enteredBy',
      'receiver.name as firstReceiver',
      'reporters.contact_hours as contactHours',
    ])
    .select((eb) => [
      eb('reporters.phone_sealed', 'is not', null).as('phone'),
      eb('reporters.email_sealed', 'is not', null).as('email'),
      eb('reporters.name_sealed', 'is not', null).as('named'),
    ])
    .$narrowType<Pick<VoiceDesk, 'urgency' | 'matterScope' | 'firstReceiver'>>()
    .where('voices.community_id', '=', voice.communityId)
    .where('voices.id', '=', voice.id)
    .executeTakeFirstOrThrow();
  const { phone, email, named, contactHours, ...facts } = row;
  const said = (fact: unknown) => fact === true;
  return { ...facts, reachable: { phone: said(phone), email: said(email), named: said(named), contactHours } };
}

function accusedOf(db: Kysely<DB>, voice: Voice): Promise<VoiceDesk['accused']> {
  return db
    .selectFrom('voice_accused')
    .leftJoin('people', 'people.id', 'voice_accused.person_id')
    .select(['voice_accused.person_id as personId', 'people.name', 'voice_accused.description'])
    .where('voice_accused.community_id', '=', voice.communityId)
    .where('voice_accused.voice_id', '=', voice.id)
    .orderBy('voice_accused.id')
    .execute();
}

function notesOf(db: Kysely<DB>, voice: Voice): Promise<VoiceDesk['notes']> {
  return db
    .selectFrom('voice_additions')
    .leftJoin('people', 'people.id', 'voice_additions.author_id')
    .select(['voice_additions.words', 'people.name as by', 'voice_additions.added_at as at'])
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .where('audience', '=', 'staff')
    .orderBy('added_at', 'desc')
    .execute();
}

async function withdrawalOf(db: Kysely<DB>, voice: Voice): Promise<VoiceDesk['withdrawal']> {
  const row = await db
    .selectFrom('voice_withdrawals')
    .select(['under_pressure as underPressure', 'words'])
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .executeTakeFirst();
  return row ?? null;
}

async function titleOf(db: Kysely<DB>, voice: Voice): Promise<string | null> {
  const row = await db
    .selectFrom('voice_publications')
    .select('title')
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .where('taken_down_at', 'is', null)
    .executeTakeFirst();
  return row?.title ?? null;
}
