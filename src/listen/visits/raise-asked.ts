import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { submitVoice, submitVoiceInput, type NewPhoto, type SubmitVoice } from '#listen/voices/index.ts';
import { noteStep, takeStep } from './take-step.ts';
import type { VisitRef } from './visit.ts';

export type Asked = {
  householdId: string;
  asked: { words: string; kind: SubmitVoice['kind'] }[];
  anonymous: boolean;
  name?: string | undefined;
  phone?: string | undefined;
  photos: NewPhoto[];
  /** When it was said: the clock of the voice runs from then. */
  at: Date;
};

/**
 * Within a command: each thing asked becomes a voice, and stands nowhere else. The photos go with the first. Returns the
 * numbers, to be told to the household.
 */
export async function raiseAsked(act: Act, viewer: Viewer, ref: VisitRef, input: Asked): Promise<string[]> {
  const numbers: string[] = [];
  for (const [at, { words, kind }] of input.asked.entries()) {
    const contact = input.anonymous ? {} : { name: input.name, phone: input.phone };
    const voice = submitVoiceInput.parse({
      words,
      kind,
      channel: 'liaison_visit',
      privacy: input.anonymous ? 'anonymous' : 'confidential',
      placeId: input.householdId,
      saidAt: (input.at > act.now ? act.now : input.at).toISOString(),
      responseMethod: contact.phone ? 'phone' : 'visit',
      ...contact,
    });
    const { voiceId, number } = await submitVoice(viewer, ref.communityId, voice, at === 0 ? input.photos : [], { within: act });
    await act.trx
      .insertInto('visit_voices')
      .values({ community_id: ref.communityId, visit_id: ref.id, voice_id: voiceId, raised_at: act.now })
      .execute();
    numbers.push(number);
  }
  if (numbers.length > 0) {
    await takeStep(act, viewer, ref, { step: 'voices_raised', stage: 'voices_raised' });
    await noteStep(act, viewer, ref, 'visit.voices_raised', { data: { numbers } });
  }
  return numbers;
}
