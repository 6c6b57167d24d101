import { z } from 'zod';
import { promiseLater, promiseLaterInput } from '#act/commitments/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { communityOf, endpoint, type Endpoint, type Said } from '#community/programs/index.ts';
import { m } from '#words';
import { acceptVoice, acceptVoiceInput } from './accept-voice.ts';
import { acknowledgeVoice, acknowledgeVoiceInput } from './acknowledge-voice.ts';
import { actionNouns, type ActionNoun } from './action-nouns.ts';
import { addToVoice, addToVoiceInput } from './add-to-voice.ts';
import { answerVoice, answerVoiceInput } from './answer-voice.ts';
import { assignVoice, assignVoiceInput } from './assign-voice.ts';
import { closeDocumented, closeDocumentedInput } from './close-documented.ts';
import { confirmReferral, confirmReferralInput } from './confirm-referral.ts';
import { confirmVoice, confirmVoiceInput } from './confirm-voice.ts';
import { declineVoice, declineVoiceInput } from './decline-voice.ts';
import { escalateVoice, escalateVoiceInput } from './escalate-voice.ts';
import { extendVoice, extendVoiceInput } from './extend-voice.ts';
import { followUpVoice, followUpVoiceInput } from './follow-up-voice.ts';
import type { VoiceRef } from './load-voice.ts';
import { mergeVoice, mergeVoiceInput } from './merge-voice.ts';
import { noteOnVoice, noteOnVoiceInput } from './note-on-voice.ts';
import { readPhotos } from './photos.ts';
import { hrefOf } from './present-voice.ts';
import { publishVoice, publishVoiceInput } from './publish-voice.ts';
import { referVoice, referVoiceInput } from './refer-voice.ts';
import { reopenVoice, reopenVoiceInput } from './reopen-voice.ts';
import { resumeVoice, resumeVoiceInput } from './resume-voice.ts';
import { scheduleVoice } from './schedule-voice.ts';
import { splitVoice, splitVoiceInput } from './split-voice.ts';
import { takeDownVoice, takeDownVoiceInput } from './take-down-voice.ts';
import { triageVoice, triageVoiceInput } from './triage-voice.ts';
import { waitVoice, waitVoiceInput } from './wait-voice.ts';
import { withdrawVoice, withdrawVoiceInput } from './withdraw-voice.ts';

// Every action on a voice, for programs: the verb's own schema and command, under the noun of what it makes.

/** The answer is the command's own, kept with the key: a repeat reads the same even when the voice has moved on. */
const done = z
  .strictObject({ number: z.string(), href: z.string(), dueAt: z.iso.datetime().optional(), into: z.string().optional() })
  .meta({ id: 'Done' });

type Done = { number: string; dueAt?: string; into?: string };
type Command<Input> = (viewer: Viewer, ref: VoiceRef, input: Input, how: { key?: string }) => Promise<Done>;

const n = actionNouns;
export const voicesActApi: Endpoint[] = [
  forStaff(n.acknowledge, m.api_act_acknowledgement, acknowledgeVoiceInput, acknowledgeVoice),
  forStaff(n.triage, m.api_act_triage, triageVoiceInput, triageVoice),
  forStaff(n.assign, m.api_act_assignment, assignVoiceInput, assignVoice),
  forStaff(n.accept, m.api_act_acceptance, acceptVoiceInput, acceptVoice),
  forStaff(n.decline, m.api_act_decline, declineVoiceInput, declineVoice),
  forStaff(n.answer, m.api_act_answer, answerVoiceInput, answerVoice),
  forStaff(n.wait, m.api_act_wait, waitVoiceInput, waitVoice),
  // A public promise stands beside the day.
  { ...forStaff(n.schedule, m.api_act_schedule, promiseLaterInput, promiseLater), id: scheduleVoice.name },
  forStaff(n.resume, m.api_act_resumption, resumeVoiceInput, resumeVoice),
  forStaff(n.extend, m.api_act_extension, extendVoiceInput, extendVoice),
  forStaff(n.refer, m.api_act_referral, referVoiceInput, referVoice),
  forStaff(n.confirm_referral, m.api_act_referral_confirmation, confirmReferralInput, confirmReferral),
  forStaff(n.merge, m.api_act_merge, mergeVoiceInput, mergeVoice),
  forStaff(n.split, m.api_act_split, splitVoiceInput, splitVoice),
  forStaff(n.escalate, m.api_act_escalation, escalateVoiceInput, escalateVoice),
  forStaff(n.follow_up, m.api_act_follow_up, followUpVoiceInput, followUpVoice),
  forStaff(n.close_documented, m.api_act_documented_closing, closeDocumentedInput, closeDocumented),
  forStaff(n.note, m.api_act_note, noteOnVoiceInput, noteOnVoice),
  forStaff(n.publish, m.api_act_publication, publishVoiceInput, publishVoice),
  forStaff(n.take_down, m.api_act_take_down, takeDownVoiceInput, takeDownVoice),
  forSpeaker(n.confirm, m.api_act_confirmation, confirmVoiceInput, confirmVoice),
  forSpeaker(n.reopen, m.api_act_reopening, reopenVoiceInput, reopenVoice),
  forSpeaker(n.withdraw, m.api_act_withdrawal, withdrawVoiceInput, withdrawVoice),
  endpoint({
    ...addressOf(n.add, m.api_act_addition),
    id: addToVoice.name,
    tag: m.api_tag_speaker,
    key: { scope: 'voices:write', orCode: true },
    body: addToVoiceInput,
    takesPhotos: true,
    run: async ({ viewer, params, body, photos, how }) => {
      const { slug, ref } = await meant(params);
      const { number } = await addToVoice(viewer, ref, body, await readPhotos(photos), how);
      return { number, href: hrefOf(slug, number) };
    },
  }),
];

function forStaff<Input extends z.ZodObject>(noun: ActionNoun, summary: Said, input: Input, command: Command<z.output<Input>>): Endpoint {
  return endpoint({
    ...addressOf(noun, summary),
    id: command.name,
    tag: m.api_tag_staff,
    key: { scope: 'voices:write' },
    body: input,
    run: running(command),
  });
}

/** Also open to whoever holds number and query code. */
function forSpeaker<Input extends z.ZodObject>(noun: ActionNoun, summary: Said, input: Input, command: Command<z.output<Input>>): Endpoint {
  const key = { scope: 'voices:write', orCode: true } as const;
  return endpoint({ ...addressOf(noun, summary), id: command.name, tag: m.api_tag_speaker, key, body: input, run: running(command) });
}

function addressOf(noun: ActionNoun, summary: Said) {
  return { method: 'post', path: `/communities/{slug}/voices/{number}/${noun}`, summary, answer: done } as const;
}

type Asking<Input> = { viewer: Viewer; params: Record<string, string>; body: Input; how: { key?: string } };

function running<Input>(command: Command<Input>) {
  return async ({ viewer, params, body, how }: Asking<Input>): Promise<z.input<typeof done>> => {
    const { slug, ref } = await meant(params);
    const answer = await command(viewer, ref, body, how);
    return { ...answer, href: hrefOf(slug, answer.number) };
  };
}

async function meant(params: Record<string, string>): Promise<{ slug: string; ref: VoiceRef }> {
  const { id, slug } = await communityOf(params);
  return { slug, ref: { communityId: id, number: params['number'] ?? '' } };
}
