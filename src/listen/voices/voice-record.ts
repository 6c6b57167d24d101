import { z } from 'zod';
import { actionNouns } from './action-nouns.ts';
import { deskRecord } from './desk-record.ts';
import { voiceEvents } from './move-voice.ts';
import { channels, kinds, privacies, reasonCodes, responseMethods, stageNames, urgencies } from './voice.ts';

// A voice as programs read it. Whatever isn't named here stays in the house: above all how to reach the one who spoke.

const time = z.iso.datetime();
const light = z.enum(['none', 'green', 'amber', 'red']);
const nouns = Object.values(actionNouns);
const common = {
  number: z.string(),
  href: z.string(),
  kind: z.enum(kinds),
  channel: z.enum(channels),
  stage: z.enum(stageNames),
  round: z.int(),
  category: z.string().nullable(),
  vitalInterest: z.boolean(),
  words: z.string(),
  place: z.string().nullable(),
  receivedAt: time,
  dueAt: time,
  answeredAt: time.nullable(),
  light,
};

export const voiceSummary = z
  .strictObject({
    ...common,
    level: z.enum(['community', 'street']),
    urgency: z.enum(urgencies),
    sealed: z.boolean(),
    owner: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
    firstReceiver: z.string(),
  })
  .meta({ id: 'VoiceSummary' });

export const publicVoice = z
  .strictObject({
    number: z.string(),
    title: z.string(),
    outcome: z.string().nullable(),
    category: z.string().nullable(),
    stage: z.enum(stageNames),
    sharedBy: z.int().nullable(),
    confirmedBy: z.int(),
    scheduledFor: z.iso.date().nullable(),
    receivedAt: time,
    publishedAt: time,
  })
  .meta({ id: 'PublicVoice' });

export const voiceRecord = z
  .strictObject({
    ...common,
    privacy: z.enum(privacies),
    point: z.strictObject({ latitude: z.number(), longitude: z.number(), datum: z.string() }).nullable(),
    responseMethod: z.enum(responseMethods),
    mayPublish: z.boolean(),
    erased: z.boolean(),
    photos: z.int(),
    answerable: z.strictObject({ name: z.string(), accepted: z.boolean() }),
    originalDueAt: time,
    closedAt: time.nullable(),
    reopenUntil: time.nullable(),
    answers: z.array(
      z.strictObject({
        words: z.string(),
        nextStep: z.string().nullable(),
        nextDay: z.iso.date().nullable(),
        at: time,
        by: z.string(),
        round: z.int(),
        late: z.boolean(),
      }),
    ),
    extension: z.strictObject({ reason: z.string().nullable(), dueAt: time, at: time }).nullable(),
    referral: z
      .strictObject({ receiver: z.string(), askedAt: time, acceptedAt: time.nullable(), reference: z.string().nullable() })
      .nullable(),
    mergedInto: z.string().nullable(),
    merged: z.array(z.string()),
    closing: z
      .strictObject({
        kind: z.enum(['confirmed', 'documented']),
        rating: z.int().nullable(),
        words: z.string().nullable(),
        reasonCode: z.enum(reasonCodes).nullable(),
        evidence: z.string().nullable(),
        lookAgainOn: z.iso.date().nullable(),
        at: time,
      })
      .nullable(),
    timeline: z.array(
      z.strictObject({
        event: z.enum(voiceEvents),
        at: time,
        stage: z.enum(stageNames),
        by: z.string().nullable(),
        role: z.string(),
        late: z.boolean(),
        said: z.string().nullable(),
        to: z.string().nullable(),
        day: z.iso.date().nullable(),
        dueAt: time.nullable(),
        code: z.string().nullable(),
        rating: z.int().nullable(),
        number: z.string().nullable(),
      }),
    ),
    allowedActions: z.array(z.strictObject({ action: z.enum(nouns), whyNot: z.string().nullable(), sentence: z.string().nullable() })),
    desk: deskRecord.nullable(),
  })
  .meta({ id: 'Voice' });
