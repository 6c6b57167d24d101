import { promiseLater, promiseLaterInput } from '#act/commitments/index.ts';
import type { How } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { Missing } from '#foundation/refusal.ts';
import * as voices from '#listen/voices/index.ts';
import type { VoiceRef } from '#listen/voices/index.ts';
import { parsed, type FormData_ } from '../../../../../form-action.ts';

// One form, one verb, one command: the table behind every button on the page of a voice.

type Parser<T> = { safeParse(input: unknown): Parameters<typeof parsed<T>>[0] };
type Command<T> = (viewer: Viewer, ref: VoiceRef, input: T, how?: How) => Promise<unknown>;
type Deed = (viewer: Viewer, ref: VoiceRef, form: FormData_) => Promise<unknown>;

const deeds: Partial<Record<string, Deed>> = {
  acknowledge: deed(voices.acknowledgeVoiceInput, voices.acknowledgeVoice),
  triage: deed(voices.triageVoiceInput, voices.triageVoice, sorted),
  assign: deed(voices.assignVoiceInput, voices.assignVoice),
  accept: deed(voices.acceptVoiceInput, voices.acceptVoice),
  decline: deed(voices.declineVoiceInput, voices.declineVoice),
  answer: deed(voices.answerVoiceInput, voices.answerVoice),
  wait: deed(voices.waitVoiceInput, voices.waitVoice),
  schedule: deed(promiseLaterInput, promiseLater),
  resume: deed(voices.resumeVoiceInput, voices.resumeVoice),
  extend: deed(voices.extendVoiceInput, voices.extendVoice),
  refer: deed(voices.referVoiceInput, voices.referVoice),
  confirm_referral: deed(voices.confirmReferralInput, voices.confirmReferral),
  merge: deed(voices.mergeVoiceInput, voices.mergeVoice, joined),
  split: deed(voices.splitVoiceInput, voices.splitVoice),
  escalate: deed(voices.escalateVoiceInput, voices.escalateVoice),
  follow_up: deed(voices.followUpVoiceInput, voices.followUpVoice),
  close_documented: deed(voices.closeDocumentedInput, voices.closeDocumented),
  reopen: deed(voices.reopenVoiceInput, voices.reopenVoice),
  note: deed(voices.noteOnVoiceInput, voices.noteOnVoice),
  publish: deed(voices.publishVoiceInput, voices.publishVoice, shown),
  take_down: deed(voices.takeDownVoiceInput, voices.takeDownVoice),
};

/** Does what the posted form asks for. Throws Missing for a verb that isn't in the table. */
export async function doDeed(viewer: Viewer, ref: VoiceRef, form: FormData_): Promise<string> {
  const verb = form.values['verb'] ?? '';
  const chosen = Object.hasOwn(deeds, verb) ? deeds[verb] : undefined;
  if (!chosen) throw new Missing();
  await chosen(viewer, ref, form);
  return verb;
}

function deed<T>(schema: Parser<T>, command: Command<T>, read: (form: FormData_) => unknown = ({ values }) => values): Deed {
  return (viewer, ref, form) => command(viewer, ref, parsed(schema.safeParse(read(form))), { key: form.key });
}

/** Ticked boxes arrive as words, people complained about as a list. */
function sorted({ values, lists }: FormData_): unknown {
  return { ...values, vitalInterest: values['vitalInterest'] === 'yes', accusedIds: lists['accusedIds'] ?? [] };
}

function shown({ values }: FormData_): unknown {
  return { ...values, showBuilding: values['showBuilding'] === 'yes' };
}

/** One of the numbers offered, or another one typed in. */
function joined({ values }: FormData_): unknown {
  return { into: values['into'] ?? values['another'] };
}
