import { z } from 'zod';
import { refusalWords } from '#foundation/refusal-words.ts';
import type { Locale } from '#community/programs/index.ts';
import { paths } from '#paths';
import { actionNouns, type ActionNoun } from './action-nouns.ts';
import type { AllowedAction } from './allowed-actions.ts';
import { deskOf, deskRecord } from './desk-record.ts';
import type { VoicePage } from './find-voice-page.ts';
import type { VoiceRow } from './find-voices.ts';
import type { PublicVoice } from './find-public-voices.ts';
import { voiceEvents } from './move-voice.ts';
import { channels, kinds, privacies, reasonCodes, responseMethods, stageNames, urgencies } from './voice.ts';

// A voice as programs read it. Whatever isn't named here stays in the house: above all how to reach the one who spoke.

const time = z.iso.datetime();
const light = z.enum(['none', 'green', 'amber', 'red']);
const nouns = Object.values(actionNouns);
const common = {
  number: z.string(), href: z.string(), kind: z.enum(kinds), channel: z.enum(channels), stage: z.enum(stageNames), round: z.int(),
  category: z.string().nullable(), vitalInterest: z.boolean(), words: z.string(), place: z.string().nullable(),
  receivedAt: time, dueAt: time, answeredAt: time.nullable(), light,
};

export const voiceSummary = z.strictObject({
  ...common,
  level: z.enum(['community', 'street']), urgency: z.enum(urgencies), sealed: z.boolean(),
  owner: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(), firstReceiver: z.string(),
}).meta({ id: 'VoiceSummary' });

export const publicVoice = z.strictObject({
  number: z.string(), title: z.string(), outcome: z.string().nullable(), category: z.string().nullable(), stage: z.enum(stageNames),
  receivedAt: time, publishedAt: time,
}).meta({ id: 'PublicVoice' });

export const voiceRecord = z.strictObject({
  ...common,
  privacy: z.enum(privacies),
  point: z.strictObject({ latitude: z.number(), longitude: z.number(), datum: z.string() }).nullable(),
  responseMethod: z.enum(responseMethods), mayPublish: z.boolean(), photos: z.int(),
  answerable: z.strictObject({ name: z.string(), accepted: z.boolean() }),
  originalDueAt: time, closedAt: time.nullable(), reopenUntil: time.nullable(),
  answers: z.array(z.strictObject({
    words: z.string(), nextStep: z.string().nullable(), nextDay: z.iso.date().nullable(), at: time, by: z.string(), round: z.int(), late: z.boolean(),
  })),
  extension: z.strictObject({ reason: z.string().nullable(), dueAt: time, at: time }).nullable(),
  referral: z.strictObject({ receiver: z.string(), askedAt: time, acceptedAt: time.nullable(), reference: z.string().nullable() }).nullable(),
  mergedInto: z.string().nullable(), merged: z.array(z.string()),
  closing: z.strictObject({
    kind: z.enum(['confirmed', 'documented']), rating: z.int().nullable(), words: z.string().nullable(),
    reasonCode: z.enum(reasonCodes).nullable(), evidence: z.string().nullable(), lookAgainOn: z.iso.date().nullable(), at: time,
  }).nullable(),
  timeline: z.array(z.strictObject({
    event: z.enum(voiceEvents), at: time, stage: z.enum(stageNames), by: z.string().nullable(), role: z.string(), late: z.boolean(),
    said: z.string().nullable(), to: z.string().nullable(), day: z.iso.date().nullable(), dueAt: time.nullable(), code: z.string().nullable(),
    rating: z.int().nullable(), number: z.string().nullable(),
  })),
  allowedActions: z.array(z.strictObject({ action: z.enum(nouns), whyNot: z.string().nullable(), sentence: z.string().nullable() })),
  desk: deskRecord.nullable(),
}).meta({ id: 'Voice' });

export function hrefOf(slug: string, number: string): string {
  return paths.api(`/communities/${slug}/voices/${number}`);
}

export function toSummary(slug: string, row: VoiceRow): z.input<typeof voiceSummary> {
  const { id: _, ownerId, ownerName, firstReceiverName, receivedAt, dueAt, answeredAt, ...rest } = row;
  return {
    ...rest, href: hrefOf(slug, row.number), owner: ownerId && ownerName ? { id: ownerId, name: ownerName } : null,
    firstReceiver: firstReceiverName, receivedAt: iso(receivedAt), dueAt: iso(dueAt), answeredAt: isoOrNull(answeredAt),
  };
}

export function toPublic({ receivedAt, publishedAt, ...row }: PublicVoice): z.input<typeof publicVoice> {
  return { ...row, receivedAt: iso(receivedAt), publishedAt: iso(publishedAt) };
}

export function toRecord(slug: string, page: VoicePage, locale: Locale): z.input<typeof voiceRecord> {
  const { number, kind, channel, stage, round, category, vitalInterest, words, place, light: burning, privacy, point, responseMethod } = page;
  return {
    number, href: hrefOf(slug, number), kind, channel, stage, round, category, vitalInterest, words, place, light: burning, privacy, point,
    responseMethod, mayPublish: page.mayPublish, photos: page.photos.length, answerable: page.answerable,
    receivedAt: iso(page.receivedAt), dueAt: iso(page.dueAt), originalDueAt: iso(page.originalDueAt),
    answeredAt: isoOrNull(page.answeredAt), closedAt: isoOrNull(page.closedAt), reopenUntil: isoOrNull(page.reopenUntil),
    answers: page.answers.map(({ at, ...said }) => ({ ...said, at: iso(at) })),
    extension: page.extension && { reason: page.extension.reason, dueAt: iso(page.extension.dueAt), at: iso(page.extension.at) },
    referral: page.referral && { ...page.referral, askedAt: iso(page.referral.askedAt), acceptedAt: isoOrNull(page.referral.acceptedAt) },
    mergedInto: page.mergedInto, merged: page.merged,
    closing: page.closing && { ...page.closing, reasonCode: reasonCodes.find((code) => code === page.closing?.reasonCode) ?? null, at: iso(page.closing.at) },
    timeline: page.timeline.map(({ seal: _, at, dueAt, ...step }) => ({ ...step, at: iso(at), dueAt: isoOrNull(dueAt) })),
    allowedActions: page.actions.flatMap((action) => toAction(action, locale)),
    desk: page.desk && deskOf(page.desk),
  };
}

/** Reading the contact has its own door, which writes down who looked: no program passes there. */
function toAction({ verb, whyNot }: AllowedAction, locale: Locale): { action: ActionNoun; whyNot: string | null; sentence: string | null }[] {
  return verb === 'read_contact' ? [] : [{ action: actionNouns[verb], whyNot, sentence: whyNot && refusalWords(whyNot, {}, locale) }];
}

function iso(at: Date): string {
  return at.toISOString();
}

function isoOrNull(at: Date | null): string | null {
  return at && at.toISOString();
}
