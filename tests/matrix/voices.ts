import sharp from 'sharp';
import * as voices from '#listen/voices/index.ts';
import type { NewPhoto } from '#listen/voices/index.ts';
import type { TriageVoice } from '#listen/voices/triage-voice.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused } from '#foundation/refusal.ts';
import { perform, type Act } from '#foundation/server/perform.ts';
import { database } from '#foundation/server/database.ts';
import { nobody, openHolderSession, type Viewer } from '#community/people/index.ts';
import type { About, Column } from './columns.ts';
import type { Ground } from './ground.ts';

// The voices the matrix is tried on: of every kind, at the step from which a deed starts, brought there by colleagues.

/** How far a voice was brought before somebody knocks. */
export type Step =
  | 'received'
  | 'acknowledged'
  | 'triaged'
  | 'referral_asked'
  | 'published'
  | 'merged'
  | 'assigned'
  | 'in_progress'
  | 'waiting'
  | 'answered';
type Ref = { communityId: number; id: string };
/** `cookie`: of whoever holds its number and code. `duty`: a call that is still to be made about it. */
export type Planted = Ref & { number: string; code: string; photo: string; duty: string; cookie: string };

/** How to reach the one who spoke: no page and no program ever says it, only the form that asks what for. */
export const contact = { name: 'Plumtree Reporter', phone: '00098765432' };

/** Words that tell which voice it is and whose: whoever reads them has read that voice. */
function wordsOf(about: About, column: Column): string {
  return `Quince-${about}-${column} says this`;
}

const planted = new Map<string, Promise<Planted>>();
let photos: Promise<NewPhoto[]> | null = null;

/** A voice of this kind as it is to this visitor; the same at every call. */
export function sharedVoice(ground: Ground, about: About, column: Column, step: Step): Promise<Planted> {
  const own = ['spoken', 'written', 'answerable', 'walled'].includes(about);
  const whose = own ? column : 'secretary';
  const key = `${about} ${whose} ${step}`;
  const voice = planted.get(key) ?? plantVoice(ground, about, whose, step, wordsOf(about, whose));
  planted.set(key, voice);
  return voice;
}

/** One more, for a deed that changes it, and with it who may read it. */
export async function plantVoice(ground: Ground, about: About, column: Column, step: Step, words = 'It drips'): Promise<Planted> {
  const pictures = step === 'in_progress' ? await (photos ??= picture()) : [];
  const lead = step === 'merged' ? (await sharedVoice(ground, 'other', 'secretary', 'assigned')).number : '';
  // All its steps in one transaction: hundreds are planted.
  const { voiceId, communityId, number } = await perform({ actor: 'matrix', verb: 'plant', input: null }, undefined, async (within) => {
    const spoken = await speak({ ground, about, column, words, pictures, within });
    await bring({ ground, about, column, step, lead, within, voice: { communityId: spoken.communityId, id: spoken.voiceId } });
    return spoken;
  });
  const voice = { communityId, id: voiceId };
  return {
    ...voice,
    number,
    code: voices.codeOf(communityId, voiceId),
    photo: step === 'in_progress' ? await photoOf(voice) : '',
    duty: step === 'in_progress' ? await owe(voice) : '',
    cookie: about === 'spoken' && column === 'holder' ? `__Host-huiyin=${await openHolderSession({ communityId, voiceId })}` : '',
  };
}

/** What one posts to sort such a voice, with those it complains about still named. */
export function sorting(ground: Ground, about: About): TriageVoice {
  const accusedIds = about === 'walled' ? [] : accusedBy(ground, about, 'secretary');
  const kind = accusedIds.length > 0 ? 'complaint' : 'help_request';
  return voices.triageVoiceInput.parse({ kind, category: 'water', matterScope: 'private', accusedIds });
}

type Telling = { ground: Ground; about: About; column: Column; words: string; pictures: NewPhoto[]; within: Act };

async function speak({ ground, about, column, words, pictures, within }: Telling) {
  const accusedIds = accusedBy(ground, about, column);
  const input = voices.submitVoiceInput.parse({
    words,
    placeWords: 'Building 3',
    kind: accusedIds.length > 0 ? 'complaint' : 'help_request',
    channel: about === 'written' ? 'walk_in' : 'web',
    ...contact,
    mayPublish: true,
    accusedIds,
  });
  const speaks = about === 'written' || (about === 'spoken' && column !== 'holder');
  const viewer = speaks ? viewerOf(ground, column) : nobody;
  return voices.submitVoice(viewer, sideOf(ground, about).world.communityId, input, pictures, { within });
}

/** Whom it complains about: a colleague, the one who looks, or somebody who leads. */
function accusedBy(ground: Ground, about: About, column: Column): string[] {
  const named = about === 'named' && ground.bystander.personId;
  const walled = about === 'walled' && viewerOf(ground, column).personId;
  const sealed = about === 'sealed' && ground.here.world.secretary.personId;
  return [named, walled, sealed].filter((id) => typeof id === 'string');
}

type Bringing = { ground: Ground; about: About; column: Column; step: Step; lead: string; within: Act; voice: Ref };

async function bring(bringing: Bringing): Promise<void> {
  const { ground, about, column, step, within, voice } = bringing;
  const how = { within };
  const { world } = sideOf(ground, about);
  const raised = about === 'raised' || (about === 'answerable' && column === 'street');
  const high = raised || about === 'sealed';
  const leads = about === 'named' ? world.secretary : about === 'sealed' ? world.street : world.colleague;
  // Somebody answerable has been asked, and what stands at the street has been sorted: before that it is anybody's matter.
  const answerable = about === 'answerable';
  if (about === 'walled') return;
  if (step === 'received' && !raised && !answerable) return;
  if (about !== 'written') await voices.acknowledgeVoice(leads, voice, {}, how);
  if (step === 'acknowledged' && !raised && !answerable) return;
  await voices.triageVoice(leads, voice, sorting(ground, about), how);
  if (raised) await voices.escalateVoice(leads, voice, { reason: 'Too hard', targetDay: ground.day }, how);
  const handles = raised ? world.street : leads;
  if (!(answerable && step === 'merged')) await aside[step]?.(handles, bringing);
  if (early.includes(step) && !answerable) return;
  const owner = answerable ? viewerOf(ground, column) : high ? world.street : world.colleague;
  await voices.assignVoice(handles, voice, { ownerId: owner.personId ?? '' }, how);
  if (step === 'assigned' || early.includes(step)) return;
  await voices.acceptVoice(owner, voice, {}, how);
  if (step === 'waiting') await voices.waitVoice(owner, voice, { reason: 'Spare part', untilDay: ground.day }, how);
  if (step === 'answered') await voices.answerVoice(owner, voice, { words: 'It is done.' }, how);
}

/** Steps before anybody is answerable. */
const early: Step[] = ['received', 'acknowledged', 'triaged', 'referral_asked', 'published', 'merged'];

/** Steps beside the usual way. Some can't be taken with such a voice at all: then the deed that undoes them meets the rule. */
const aside: Partial<Record<Step, (viewer: Viewer, bringing: Bringing) => Promise<void>>> = {
  referral_asked: (viewer, { voice, within }) => unlessRefused(voices.referVoice(viewer, voice, { receiver: 'Water works' }, { within })),
  published: (viewer, { voice, within }) => unlessRefused(voices.publishVoice(viewer, voice, { title: 'A matter' }, { within })),
  merged: (viewer, { voice, lead, within }) => unlessRefused(voices.mergeVoice(viewer, voice, { into: lead }, { within })),
};

async function unlessRefused(step: Promise<unknown>): Promise<void> {
  await step.catch((error: unknown) => {
    // The street reads nothing of the community's own matters, so it doesn't find the one to join either.
    if (!(error instanceof Refused) && !(error instanceof Invalid)) throw error;
  });
}

/** Somebody is to be called about it. */
async function owe({ communityId, id }: Ref): Promise<string> {
  const duty = newId();
  const owed = { community_id: communityId, id: duty, at: new Date(), subject_id: id, way: 'call_duty', template: 'answered' };
  await database().insertInto('deliveries').values(owed).execute();
  return duty;
}

function sideOf(ground: Ground, about: About): Ground['here'] {
  return about === 'elsewhere' ? ground.elsewhere : ground.here;
}

function viewerOf(ground: Ground, column: Column): Viewer {
  return ground.comers.get(column)?.viewer ?? nobody;
}

async function picture(): Promise<NewPhoto[]> {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#a12f26' } })
    .png()
    .toBuffer();
  return voices.readPhotos([{ bytes: new Uint8Array(bytes) }]);
}

async function photoOf({ communityId, id }: Ref): Promise<string> {
  const found = database().selectFrom('voice_photos').select('id').where('community_id', '=', communityId).where('voice_id', '=', id);
  return (await found.executeTakeFirstOrThrow()).id;
}
