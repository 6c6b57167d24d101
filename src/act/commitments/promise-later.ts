import type { z } from 'zod';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { loadVoice, scheduleVoice, scheduleVoiceInput, signedIn, words, type Voice, type VoiceRef } from '#listen/voices/index.ts';
import { m } from '#words';
import { writeAmendment } from './amend-commitment.ts';
import { insertDraft } from './draft-commitment.ts';
import { commitmentOf, commitmentsOf } from './load-commitment.ts';
import { makePublic } from './publish-commitment.ts';
import { takeStep } from './record-commitment.ts';

/** `reason`: told to the one who spoke. `promise`: what everybody reads, without names; without it only number and day. */
export const promiseLaterInput = scheduleVoiceInput.extend({ promise: words(500).optional() });
export type PromiseLater = z.infer<typeof promiseLaterInput>;

// What stands on the public record is set in the language of the house, whoever writes it.
const record = { locale: 'zh-CN' } as const;

/**
 * "Not now, but by …": the voice gets its day, and a public promise of whoever gave it stands beside. Where the voice names
 * somebody nothing is public (V6). A promise that runs already for this voice gets the new day as an amendment. Throws what
 * `scheduleVoice` throws.
 */
export async function promiseLater(viewer: Viewer, ref: VoiceRef, input: PromiseLater, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'commitment.promise_later', input: [ref, input] }, how, async (act) => {
    const { promise, ...schedule } = input;
    const done = await scheduleVoice(viewer, ref, schedule, { within: act });
    const voice = await loadVoice(act.trx, viewer, ref);
    if (voice?.sealed === 'none') await standBeside(act, viewer, voice, schedule.day, promise);
    return done;
  });
}

/** What was told to the one who spoke may be about them, so it never becomes the public wording by itself. */
async function standBeside(act: Act, viewer: Viewer, voice: Voice, day: string, promise?: string): Promise<void> {
  const { communityId, number } = voice;
  const running = await findRunning(act, voice);
  if (running) {
    await writeAmendment(act, viewer, running, { dueOn: day, text: promise, reason: m.commitments_by_voice_moved({ number }, record) });
    return;
  }
  const text = promise ?? m.commitments_by_voice({ number }, record);
  const whose = { source: 'voice', organizationId: null, ownerId: signedIn(viewer), resolutionId: null, listYear: null } as const;
  const drafted = await insertDraft(act, viewer, communityId, { ...whose, voiceId: voice.id, text, dueOn: day });
  const one = { communityId, ...drafted, text, dueOn: day };
  await takeStep(act, viewer, one, 'accepted', { way: 'page' });
  await makePublic(act, viewer, one);
}

async function findRunning({ trx }: Act, voice: Voice) {
  const row = await commitmentsOf(trx, voice.communityId)
    .where('commitments.voice_id', '=', voice.id)
    .where('commitments.stage', 'in', ['published', 'in_progress'])
    .orderBy('commitments.drafted_at', 'desc')
    .limit(1)
    .forUpdate('commitments')
    .executeTakeFirst();
  return row && commitmentOf(row);
}
