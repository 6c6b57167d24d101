import { sql } from 'kysely';
import { z } from 'zod';
import { isId, newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import type { Content } from '#foundation/commitments/index.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import type { SubjectKey } from '#foundation/personal/index.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { searchWords } from '#foundation/text/search-words.ts';
import { actingRole, actorKey, keepConsent, phone, type ConsentWay, type Viewer } from '#community/people/index.ts';
import { findPlaceForVoice } from '#community/places/index.ts';
import { nameAccused, sealFor, type Accused } from './accused.ts';
import { chooseFirstReceiver } from './first-receiver.ts';
import { email, id, words } from './inputs.ts';
import { keepReporter } from './keep-reporter.ts';
import { nextNumber } from './next-number.ts';
import { keepPhotos, type NewPhoto } from './photos.ts';
import { publicStep } from './public-step.ts';
import { saidAtIntake } from './said-at-step.ts';
import { momentSaid } from './moment-said.ts';
import { tell } from './tell.ts';
import { channels, formatNumber, kinds, privacies, responseMethods } from './voice.ts';
import { answerDue } from './voice-clock.ts';
import { whyNotEnter } from './why-not-handle.ts';

const optional = <T extends z.ZodType>(schema: T) => schema.optional();

/**
 * Words, and a place or a contact, are all it takes; everything else helps but is never demanded. `saidAt`: when it was
 * said, when staff write it down later (a slip, an answering machine, a visit): the clock runs from then (V9).
 */
export const submitVoiceInput = z
  .object({
    words: words(4000),
    kind: z.enum(kinds, 'input.choose').default('opinion'),
    channel: z.enum(channels, 'input.choose').default('web'),
    saidAt: optional(z.iso.datetime({ offset: true, error: 'input.not-a-time' })),
    privacy: z.enum(privacies, 'input.choose').default('confidential'),
    placeId: optional(id),
    placeWords: optional(words(200)),
    point: optional(
      z.strictObject({
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
        datum: z.enum(['WGS84', 'GCJ02', 'BD09']).default('WGS84'),
      }),
    ),
    name: optional(words(60)),
    phone: optional(phone),
    email: optional(email),
    contactHours: optional(words(100)),
    responseMethod: z.enum(responseMethods, 'input.choose').default('page'),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
    vitalInterest: z.boolean().default(false),
    mayPublish: z.boolean().default(false),
    accusedIds: z.array(id).max(10, 'input.too-many').default([]),
    accusedWords: optional(words(200)),
  })
  .superRefine((input, context) => {
    const reachable = input.phone ?? input.email ?? input.name;
    if (!input.placeId && !input.placeWords && !input.point && !reachable) {
      context.addIssue({ code: 'custom', path: ['placeWords'], message: 'voice.place-or-contact' });
    }
    if (['phone', 'sms'].includes(input.responseMethod) && !input.phone) {
      context.addIssue({ code: 'custom', path: ['phone'], message: 'voice.phone-needed' });
    }
    if (input.responseMethod === 'mail' && !input.email) {
      context.addIssue({ code: 'custom', path: ['email'], message: 'voice.email-needed' });
    }
    if (input.privacy === 'named' && !input.name) context.addIssue({ code: 'custom', path: ['name'], message: 'voice.name-needed' });
  });
export type SubmitVoice = z.infer<typeof submitVoiceInput>;
export type Submitted = { communityId: number; voiceId: string; number: string };

/**
 * Takes in a voice by any channel: number, first receiver and due date are there in the same transaction. Staff write
 * "on behalf": what was said to a person is acknowledged by that person at once. `speakerId`: somebody known to the house
 * whose written words they carry over; the voice is that person's. Throws Invalid for unusable fields.
 */
export async function submitVoice(
  viewer: Viewer,
  communityId: number,
  input: SubmitVoice,
  photos: NewPhoto[] = [],
  how?: How,
  speakerId?: string,
): Promise<Submitted> {
  const intent = {
    actor: speakerKey(viewer, how?.key),
    verb: 'voice.submit',
    input: [communityId, input, photos.map((photo) => photo.sha256), ...(speakerId ? [speakerId] : [])],
  };
  return perform(intent, how, async (act) => {
    const onBehalf = speakerId !== undefined || (input.channel !== 'web' && input.channel !== 'blog_comment');
    if (onBehalf) refuseIf(whyNotEnter(viewer, communityId));
    const enteredBy = onBehalf ? viewer.personId : null;
    const receivedAt = momentSaid(input, onBehalf, act.now);
    const place = input.placeId ? await findPlaceForVoice(act.trx, communityId, input.placeId) : null;
    if (input.placeId && !place) throw new Invalid([{ field: 'placeId', code: 'input.not-found' }]);
    const accused = await nameAccused(act, communityId, input);
    const sealed = sealFor(accused);
    const firstReceiverId = await chooseFirstReceiver(act.trx, { communityId, sealed, accused, enteredBy, at: act.now });
    const voiceId = newId(act.now);
    const dueAt = answerDue(await currentCalendar(act.trx), receivedAt);
    const key = await keepReporter(act, communityId, input, onBehalf ? (speakerId ?? null) : viewer.personId);
    const { year, serial } = await nextNumber(act, communityId);
    const number = formatNumber(year, serial);
    const search = searchWords(input.words, input.placeWords, place?.fullName, number);
    await act.trx
      .insertInto('voices')
      .values({
        community_id: communityId,
        id: voiceId,
        year,
        serial,
        kind: input.kind,
        channel: input.channel,
        privacy: input.privacy,
        words: input.words,
        place_id: place?.id ?? null,
        place_words: input.placeWords ?? null,
        building_id: place?.buildingId ?? null,
        latitude: input.point?.latitude ?? null,
        longitude: input.point?.longitude ?? null,
        map_datum: input.point?.datum ?? null,
        reporter_id: key.subject.id,
        entered_by: enteredBy,
        response_method: input.responseMethod,
        may_publish: input.mayPublish,
        vital_interest: input.vitalInterest,
        sealed,
        stage: onBehalf ? 'acknowledged' : 'received',
        first_receiver_id: firstReceiverId,
        received_at: receivedAt,
        entered_at: receivedAt < act.now ? act.now : null,
        original_due_at: dueAt,
        due_at: dueAt,
        changed_at: act.now,
        search: sql`array_to_tsvector(${search}::text[])`,
      })
      .execute();
    await act.trx
      .insertInto('voice_deadlines')
      .values({
        community_id: communityId,
        id: newId(act.now),
        voice_id: voiceId,
        round: 1,
        kind: 'received',
        due_at: dueAt,
        set_at: act.now,
      })
      .execute();
    await keepAccused(act, communityId, voiceId, accused);
    if (input.mayPublish) await keepLeave(act, viewer, { communityId, voiceId, reporterId: key.subject.id }, input.channel, onBehalf);
    await keepPhotos(act, viewer, { communityId, id: voiceId }, photos, !onBehalf);
    const said = saidAtIntake({
      words: input.words,
      placeId: place?.id ?? null,
      placeWords: input.placeWords ?? null,
      latitude: input.point?.latitude ?? null,
      longitude: input.point?.longitude ?? null,
      photos,
    });
    await tellOfReceipt(act, viewer, { communityId, voiceId, number }, input, dueAt, onBehalf, { said, under: key });
    return { communityId, voiceId, number };
  });
}

/**
 * Whose intent a key stands for. Between two tries a telephone may change its network, and after the first it holds a
 * cookie of the new voice: for those without a name a key that nobody can guess says enough.
 */
export function speakerKey(viewer: Viewer, key: string | undefined): string {
  return viewer.personId || !key || !isId(key) ? actorKey(viewer) : 'anyone';
}

async function keepAccused({ trx, now }: Act, communityId: number, voiceId: string, accused: Accused[]): Promise<void> {
  if (accused.length === 0) return;
  await trx
    .insertInto('voice_accused')
    .values(
      accused.map((one) => ({
        community_id: communityId,
        id: newId(now),
        voice_id: voiceId,
        person_id: one.personId,
        description: one.description,
        named_at: now,
      })),
    )
    .execute();
}

/** The tick at the voice is a consent of its own [law PIPL 25]. */
async function keepLeave(
  act: Act,
  viewer: Viewer,
  { communityId, ...about }: { communityId: number; voiceId: string; reporterId: string },
  channel: SubmitVoice['channel'],
  onBehalf: boolean,
): Promise<void> {
  const way = channelWays[channel];
  const given = { way, actorId: viewer.personId, actorRole: actingRole(viewer, communityId), notedBy: onBehalf ? viewer.personId : null };
  await keepConsent(act, { communityId, purpose: 'publication', about }, given);
}

const channelWays: Record<SubmitVoice['channel'], ConsentWay> = {
  liaison_visit: 'desk',
  building_chief: 'desk',
  walk_in: 'desk',
  telephone: 'phone',
  complaint_line: 'phone',
  paper: 'paper',
  web: 'page',
  blog_comment: 'page',
  hotline_transfer: 'phone',
};

async function tellOfReceipt(
  act: Act,
  viewer: Viewer,
  voice: Submitted,
  input: SubmitVoice,
  dueAt: Date,
  onBehalf: boolean,
  { said, under }: { said: Content; under: SubjectKey | null },
): Promise<void> {
  const { communityId, voiceId, number } = voice;
  const event = {
    communityId,
    subjectId: voiceId,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    dueAt,
    late: false,
  };
  const received = {
    ...event,
    name: 'voice.received',
    data: { number, channel: input.channel, kind: input.kind, ...(input.saidAt && { saidAt: input.saidAt }) },
  };
  await recordEvent(act, received, { type: publicStep('received', 'received'), number, content: said, under });
  const acknowledged = { ...event, name: 'voice.acknowledged', data: { from: 'received', to: 'acknowledged' } };
  if (onBehalf) await recordEvent(act, acknowledged, { type: publicStep('acknowledged', 'acknowledged'), number, under });
  await tell(act, { communityId, id: voiceId }, 'received');
}
