import type { z } from 'zod';
import { refusalWords } from '#foundation/refusal-words.ts';
import type { Locale } from '#community/programs/index.ts';
import { paths } from '#paths';
import { actionNouns, type ActionNoun } from './action-nouns.ts';
import type { AllowedAction } from './allowed-actions.ts';
import { presentDesk } from './desk-record.ts';
import type { PublicVoice } from './find-public-voices.ts';
import type { TimelineItem } from './find-timeline.ts';
import type { Closing, VoicePage } from './find-voice-page.ts';
import type { VoiceRow } from './find-voices.ts';
import { reasonCodes } from './voice.ts';
import type { publicVoice, voiceRecord, voiceSummary } from './voice-record.ts';

// From what the pages show to what programs read. Field by field on purpose: what a page learns to show later doesn't
// leave by this door until somebody writes it down here.

type Record_ = z.input<typeof voiceRecord>;

/** Where a voice is read. */
export function hrefOf(slug: string, number: string): string {
  return paths.api(`/communities/${slug}/voices/${number}`);
}

export function presentSummary(slug: string, row: VoiceRow): z.input<typeof voiceSummary> {
  const { number, kind, channel, stage, round, category, vitalInterest, words, place, light, level, urgency, sealed } = row;
  return {
    number,
    href: hrefOf(slug, number),
    kind,
    channel,
    stage,
    round,
    category,
    vitalInterest,
    words,
    place,
    light,
    level,
    urgency,
    sealed,
    owner: row.ownerId && row.ownerName ? { id: row.ownerId, name: row.ownerName } : null,
    firstReceiver: row.firstReceiverName,
    receivedAt: iso(row.receivedAt),
    dueAt: iso(row.dueAt),
    answeredAt: isoOrNull(row.answeredAt),
  };
}

export function presentPublic(row: PublicVoice): z.input<typeof publicVoice> {
  const { number, title, outcome, category, stage, sharedBy, confirmedBy, scheduledFor } = row;
  return {
    number,
    title,
    outcome,
    category,
    stage,
    sharedBy,
    confirmedBy,
    scheduledFor,
    receivedAt: iso(row.receivedAt),
    publishedAt: iso(row.publishedAt),
  };
}

export function presentVoice(slug: string, page: VoicePage, locale: Locale): Record_ {
  const { number, kind, channel, stage, round, category, vitalInterest, words, place, light, privacy, responseMethod, mayPublish } = page;
  const { point, extension, referral, mergedInto, merged, erased } = page;
  return {
    number,
    href: hrefOf(slug, number),
    kind,
    channel,
    stage,
    round,
    category,
    vitalInterest,
    words,
    place,
    light,
    privacy,
    responseMethod,
    mayPublish,
    erased,
    mergedInto,
    merged,
    photos: page.photos.length,
    point: point && { latitude: point.latitude, longitude: point.longitude, datum: point.datum },
    answerable: { name: page.answerable.name, accepted: page.answerable.accepted },
    receivedAt: iso(page.receivedAt),
    dueAt: iso(page.dueAt),
    originalDueAt: iso(page.originalDueAt),
    answeredAt: isoOrNull(page.answeredAt),
    closedAt: isoOrNull(page.closedAt),
    reopenUntil: isoOrNull(page.reopenUntil),
    answers: page.answers.map((said) => ({
      words: said.words,
      nextStep: said.nextStep,
      nextDay: said.nextDay,
      at: iso(said.at),
      by: said.by,
      round: said.round,
      late: said.late,
    })),
    extension: extension && { reason: extension.reason, dueAt: iso(extension.dueAt), at: iso(extension.at) },
    referral: referral && {
      receiver: referral.receiver,
      askedAt: iso(referral.askedAt),
      acceptedAt: isoOrNull(referral.acceptedAt),
      reference: referral.reference,
    },
    closing: page.closing && presentClosing(page.closing),
    timeline: page.timeline.map(presentStep),
    allowedActions: page.actions.flatMap((action) => presentAction(action, locale)),
    desk: page.desk && presentDesk(page.desk),
  };
}

function presentClosing(closing: Closing): NonNullable<Record_['closing']> {
  const { kind, rating, words, evidence, lookAgainOn } = closing;
  const reasonCode = reasonCodes.find((code) => code === closing.reasonCode) ?? null;
  return { kind, rating, words, reasonCode, evidence, lookAgainOn, at: iso(closing.at) };
}

function presentStep(step: TimelineItem): Record_['timeline'][number] {
  const { event, stage, by, role, late, said, to, day, code, rating, number } = step;
  return { event, at: iso(step.at), stage, by, role, late, said, to, day, dueAt: isoOrNull(step.dueAt), code, rating, number };
}

/** Reading the contact has its own door, which writes down who looked: no program passes there. */
function presentAction(
  { verb, whyNot }: AllowedAction,
  locale: Locale,
): { action: ActionNoun; whyNot: string | null; sentence: string | null }[] {
  return verb === 'read_contact' ? [] : [{ action: actionNouns[verb], whyNot, sentence: whyNot && refusalWords(whyNot, {}, locale) }];
}

function iso(at: Date): string {
  return at.toISOString();
}

function isoOrNull(at: Date | null): string | null {
  return at && at.toISOString();
}
