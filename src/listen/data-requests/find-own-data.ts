import { Forbidden } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { findConsents, findLooks, readOwnData, type Consent, type SeenLook, type Viewer } from '#community/people/index.ts';
import { findOwnVoices, findVoicePage, readOwnContact, type Contact, type VoicePage } from '#listen/voices/index.ts';
import { findOwnRequests, type OwnRequest } from './find-own-requests.ts';

/** Everything that is kept of somebody, as they may take it along [law PIPL 45]. */
export type OwnData = {
  at: Date;
  account: OwnAccountData | null;
  voices: OwnVoiceData[];
  consents: Consent[];
  looks: SeenLook[];
  requests: OwnRequest[];
};
export type OwnAccountData = {
  name: string;
  phone: string | null;
  email: string | null;
  locale: string;
  since: Date;
  household: string | null;
};
type Told = Pick<VoicePage, 'number' | 'kind' | 'channel' | 'privacy' | 'stage' | 'words' | 'place' | 'point' | 'category'>;
export type OwnVoiceData = Told &
  Pick<
    VoicePage,
    'responseMethod' | 'mayPublish' | 'receivedAt' | 'dueAt' | 'answeredAt' | 'closedAt' | 'answers' | 'closing' | 'erased'
  > & { photos: string[]; contact: Contact | null; timeline: VoicePage['timeline'] };

/**
 * A copy of all that is kept of whoever asks: of a signed-in person everything here, of the holder of number and code
 * that voice. Throws Forbidden for anybody else.
 */
export async function findOwnData(viewer: Viewer, communityId: number): Promise<OwnData> {
  const held = viewer.holds?.communityId === communityId ? viewer.holds.voiceId : null;
  if (!held && !viewer.personId) throw new Forbidden('sign-in.needed');
  const refs = held
    ? [{ communityId, id: held }]
    : (await findOwnVoices(viewer, communityId)).map(({ number }) => ({ communityId, number }));
  const voices: OwnVoiceData[] = [];
  // One after the other: each asks a dozen questions of its own.
  for (const ref of refs) voices.push(await ownVoice(viewer, ref));
  const [at, account, consents, looks, requests] = await Promise.all([
    databaseTime(),
    held ? null : accountOf(viewer, communityId),
    findConsents(viewer, communityId),
    findLooks(viewer, communityId),
    findOwnRequests(viewer, communityId),
  ]);
  return { at, account, voices, consents, looks, requests };
}

async function ownVoice(viewer: Viewer, ref: Parameters<typeof findVoicePage>[1]): Promise<OwnVoiceData> {
  const page = await findVoicePage({ ...viewer, kind: viewer.holds ? 'holder' : 'resident' }, ref);
  const { number, kind, channel, privacy, stage, words, place, point, category, erased } = page;
  const { responseMethod, mayPublish, receivedAt, dueAt, answeredAt, closedAt, answers, closing } = page;
  return {
    number,
    kind,
    channel,
    privacy,
    stage,
    words,
    place,
    point,
    category,
    erased,
    responseMethod,
    mayPublish,
    receivedAt,
    dueAt,
    answeredAt,
    closedAt,
    answers,
    closing,
    photos: page.photos.map(({ id }) => id),
    contact: erased ? null : await readOwnContact(viewer, ref),
    timeline: page.timeline,
  };
}

async function accountOf(viewer: Viewer, communityId: number): Promise<OwnAccountData | null> {
  const row = await database()
    .selectFrom('people')
    .leftJoin('roles', (join) =>
      join
        .onRef('roles.person_id', '=', 'people.id')
        .on('roles.community_id', '=', communityId)
        .on('roles.role', '=', 'resident')
        .on('roles.ended_at', 'is', null),
    )
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'roles.community_id').onRef('places.id', '=', 'roles.place_id'))
    .select(['people.locale', 'people.created_at as since', 'places.full_name as household'])
    .where('people.id', '=', viewer.personId)
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { name, phone, email } = await readOwnData(database(), viewer, ['name', 'phone', 'email']);
  return { ...row, name: name ?? '', phone, email };
}
