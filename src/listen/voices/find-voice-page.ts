import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { lightOf, type Light } from '#foundation/calendar/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { allowedActions, type AllowedAction } from './allowed-actions.ts';
import { findDesk, type VoiceDesk } from './find-voice-desk.ts';
import { mergesOf } from './find-merges.ts';
import { findTimeline, type TimelineItem } from './find-timeline.ts';
import { loadVoice, type VoiceRef } from './load-voice.ts';
import { isUnanswered, type Channel, type Privacy, type ResponseMethod, type Stage, type Voice, type VoiceKind } from './voice.ts';
import { reopenUntil } from './voice-clock.ts';
import { speaks } from './why-not.ts';

/** Everything one page about one voice needs. `desk`: for those who work on it, never for the speaker. */
export type VoicePage = {
  id: string;
  number: string;
  kind: VoiceKind;
  channel: Channel;
  privacy: Privacy;
  stage: Stage;
  round: number;
  words: string;
  place: string | null;
  point: { latitude: number; longitude: number; datum: string } | null;
  category: string | null;
  vitalInterest: boolean;
  responseMethod: ResponseMethod;
  mayPublish: boolean;
  /** Its words are gone at the person's request; `words` is empty then. */
  erased: boolean;
  answerable: { name: string; accepted: boolean };
  receivedAt: Date;
  dueAt: Date;
  originalDueAt: Date;
  answeredAt: Date | null;
  closedAt: Date | null;
  reopenUntil: Date | null;
  light: Light;
  photos: { id: string; width: number; height: number; byReporter: boolean }[];
  answers: Answer[];
  extension: { reason: string | null; dueAt: Date; at: Date } | null;
  referral: { receiver: string; askedAt: Date; acceptedAt: Date | null; reference: string | null } | null;
  /** The number this voice was merged into, when the viewer may know it; and the numbers merged into this one. */
  mergedInto: string | null;
  merged: string[];
  closing: Closing | null;
  timeline: TimelineItem[];
  actions: AllowedAction[];
  asSpeaker: boolean;
  desk: VoiceDesk | null;
};
export type Answer = { words: string; nextStep: string | null; nextDay: string | null; at: Date; by: string; round: number; late: boolean };
export type Closing = {
  kind: 'confirmed' | 'documented';
  rating: number | null;
  words: string | null;
  reasonCode: string | null;
  evidence: string | null;
  lookAgainOn: string | null;
  at: Date;
};

/** One voice for whoever may reach it: staff see the desk, the speaker the same story without it. Throws Missing. */
export async function findVoicePage(viewer: Viewer, ref: VoiceRef): Promise<VoicePage> {
  const db = database();
  const [voice, now, calendar] = await Promise.all([loadVoice(db, viewer, ref), databaseTime(), currentCalendar()]);
  if (!voice) throw new Missing();
  const forStaff = viewer.kind === 'staff' && voice.reporterPersonId !== viewer.personId;
  const [said, photos, answers, extension, referral, merges, closing, timeline, desk] = await Promise.all([
    saidIn(db, voice),
    photosOf(db, voice),
    answersOf(db, voice),
    extensionOf(db, voice),
    referralOf(db, voice),
    mergesOf(db, viewer, voice),
    closingOf(db, voice),
    findTimeline(db, voice, forStaff),
    forStaff ? findDesk(db, viewer, voice, now) : null,
  ]);
  const { ownerName, receiverName, ...words } = said;
  return {
    ...words,
    id: voice.id,
    number: voice.number,
    kind: voice.kind,
    channel: voice.channel,
    privacy: voice.privacy,
    stage: voice.stage,
    round: voice.round,
    category: voice.category,
    mayPublish: voice.mayPublish,
    erased: voice.erased,
    answerable: { name: ownerName ?? receiverName, accepted: ownerName !== null && voice.stage !== 'assigned' },
    receivedAt: voice.receivedAt,
    dueAt: voice.dueAt,
    originalDueAt: voice.originalDueAt,
    answeredAt: voice.answeredAt,
    closedAt: voice.closedAt,
    reopenUntil: reopenUntil(voice),
    light: isUnanswered(voice) ? lightOf(calendar, voice.dueAt, now) : 'none',
    photos,
    answers,
    extension,
    referral,
    ...merges,
    closing,
    timeline,
    actions: allowedActions(voice, viewer, { now, calendar }),
    asSpeaker: speaks(voice, viewer),
    desk,
  };
}

async function saidIn(db: Kysely<DB>, voice: Voice) {
  const row = await db
    .selectFrom('voices')
    .innerJoin('people as receiver', 'receiver.id', 'voices.first_receiver_id')
    .leftJoin('people as owner', 'owner.id', 'voices.owner_id')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'voices.community_id').onRef('places.id', '=', 'voices.place_id'))
    .select([
      'voices.words',
      'voices.place_words',
      'places.full_name',
      'voices.latitude',
      'voices.longitude',
      'voices.map_datum',
      'voices.vital_interest',
      'voices.response_method',
      'owner.name as owner_name',
      'receiver.name as receiver_name',
    ])
    .$narrowType<{ response_method: ResponseMethod; receiver_name: string }>()
    .where('voices.community_id', '=', voice.communityId)
    .where('voices.id', '=', voice.id)
    .executeTakeFirstOrThrow();
  const { latitude, longitude, map_datum: datum } = row;
  return {
    words: row.words,
    place: [row.full_name, row.place_words].filter(Boolean).join(' · ') || null,
    point: latitude !== null && longitude !== null && datum !== null ? { latitude, longitude, datum } : null,
    vitalInterest: row.vital_interest,
    responseMethod: row.response_method,
    ownerName: row.owner_name,
    receiverName: row.receiver_name,
  };
}

function photosOf(db: Kysely<DB>, voice: Voice): Promise<VoicePage['photos']> {
  return db
    .selectFrom('voice_photos')
    .select(['id', 'width', 'height', 'by_reporter as byReporter'])
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .orderBy('id')
    .execute();
}

function answersOf(db: Kysely<DB>, voice: Voice): Promise<Answer[]> {
  return db
    .selectFrom('voice_answers')
    .innerJoin('people', 'people.id', 'voice_answers.answered_by')
    .select(['words', 'next_step as nextStep', 'next_day as nextDay', 'answered_at as at', 'people.name as by', 'round', 'late'])
    .$narrowType<{ by: string }>()
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .orderBy('answered_at', 'desc')
    .execute();
}

async function extensionOf(db: Kysely<DB>, voice: Voice): Promise<VoicePage['extension']> {
  const row = await db
    .selectFrom('voice_deadlines')
    .select(['reason', 'due_at as dueAt', 'set_at as at'])
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .where('kind', '=', 'extended')
    .executeTakeFirst();
  return row ?? null;
}

async function referralOf(db: Kysely<DB>, voice: Voice): Promise<VoicePage['referral']> {
  const row = await db
    .selectFrom('voice_referrals')
    .select(['receiver', 'asked_at as askedAt', 'accepted_at as acceptedAt', 'accepted_reference as reference'])
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .orderBy('asked_at', 'desc')
    .executeTakeFirst();
  return row ?? null;
}

async function closingOf(db: Kysely<DB>, voice: Voice): Promise<Closing | null> {
  const row = await db
    .selectFrom('voice_closings')
    .select(['kind', 'rating', 'words', 'reason_code as reasonCode', 'evidence', 'look_again_on as lookAgainOn', 'closed_at as at'])
    .$narrowType<{ kind: Closing['kind'] }>()
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .where('round', '=', voice.round)
    .executeTakeFirst();
  return row ?? null;
}
