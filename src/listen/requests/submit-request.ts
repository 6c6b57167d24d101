import type { z } from 'zod';
import { perform, type How } from '#foundation/server/perform.ts';
import { addToVoice, submitVoice, submitVoiceInput, words, type NewPhoto, type Submitted } from '#listen/voices/index.ts';
import { nobody, type Viewer } from '#community/people/index.ts';
import type { Answers } from './read-answers.ts';
import type { Service } from './civic-service.ts';

/** Characters are counted as people count them: one of Open311's 4,000 may take two places in memory. */
export const submitRequestInput = submitVoiceInput.safeExtend({
  words: words(8000).refine((text) => Array.from(text).length <= 4000, 'input.too-long'),
});
export type SubmitRequest = z.infer<typeof submitRequestInput>;
/** What a program brings beside the words. `mediaUrl`: where it says a picture is; nobody here fetches it. */
export type Brought = { keyId: string; service: Service; answers: Answers; mediaUrl: string | null; photos?: NewPhoto[] };

/**
 * Takes in what a program brought for somebody: an ordinary voice, and beside it what was asked for and answered. The
 * answers are read on the page of the voice like everything else the speaker said. Same answer for the same `how.key`.
 */
export async function submitRequest(
  viewer: Pick<Viewer, 'address'>,
  communityId: number,
  input: SubmitRequest,
  brought: Brought,
  how?: How,
): Promise<Submitted> {
  const { keyId, service, answers, mediaUrl, photos = [] } = brought;
  const intent = {
    actor: `program:${communityId}:${keyId}`,
    verb: 'request.submit',
    input: [communityId, input, service.code, answers, mediaUrl, ...photos.map(({ sha256 }) => sha256)],
  };
  return perform(intent, how, async (act) => {
    const submitted = await submitVoice({ ...nobody, address: viewer.address }, communityId, input, photos, { within: act });
    await act.trx
      .insertInto('voice_requests')
      .values({
        community_id: communityId,
        voice_id: submitted.voiceId,
        service: service.code,
        answers: JSON.stringify(answers),
        media_url: mediaUrl,
        key_id: keyId,
        received_at: act.now,
      })
      .execute();
    const lines = linesOf(brought, input.locale === 'en' ? 'en' : 'zh');
    const speaker: Viewer = { ...nobody, kind: 'holder', holds: { communityId, voiceId: submitted.voiceId }, address: viewer.address };
    const ref = { communityId, id: submitted.voiceId };
    if (lines.length > 0) await addToVoice(speaker, ref, { words: lines.join('\n') }, [], { within: act });
    return submitted;
  });
}

/** One line an answer, in the speaker's language, as they saw it in the form. */
function linesOf({ service, answers, mediaUrl }: Brought, language: 'zh' | 'en'): string[] {
  const lines = service.attributes.flatMap(({ code, question, choices }) => {
    const answer = answers[code];
    if (answer === undefined) return [];
    const said = [answer].flat().map((value) => choices.find(({ key }) => key === value)?.[language] ?? value);
    return [`${question[language]} ${said.join(' · ')}`];
  });
  return [...lines, ...(mediaUrl ? [mediaUrl] : [])];
}
