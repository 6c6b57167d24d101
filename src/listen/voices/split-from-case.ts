import type { Act } from '#foundation/server/perform.ts';
import { theClock, type Viewer } from '#community/people/index.ts';
import { loadVoice, reachVoice } from './load-voice.ts';
import { moveVoice } from './move-voice.ts';
import { childrenOf, tell } from './tell.ts';
import { isOpen, type Voice } from './voice.ts';
import { speaks } from './why-not.ts';

/** Takes a merged voice out of the shared matter: it stands on its own again, sorted but with nobody asked yet. Answers with the one that led. */
export async function splitFromCase(act: Act, viewer: Viewer, voice: Voice): Promise<Voice | null> {
  const lead = await leaveCase(act, viewer, voice);
  await moveVoice(act, viewer, voice, { event: 'split', to: 'triaged', set: { case_id: null } });
  await tell(act, voice, 'split');
  return lead;
}

/** Ends the sharing; a speaker who leaves by their own word is not named in it. Answers with the voice that leads. */
export async function leaveCase(act: Act, viewer: Viewer, voice: Voice): Promise<Voice | null> {
  const { case_id: caseId } = await act.trx
    .updateTable('voice_merges')
    .set({ split_at: act.now, split_by: speaks(voice, viewer) ? null : viewer.personId })
    .where('community_id', '=', voice.communityId)
    .where('voice_id', '=', voice.id)
    .where('split_at', 'is', null)
    .returning('case_id')
    .executeTakeFirstOrThrow();
  const { lead_voice_id: id } = await act.trx
    .selectFrom('cases')
    .select('lead_voice_id')
    .where('community_id', '=', voice.communityId)
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  const lead = await loadVoice(act.trx, theClock, { communityId: voice.communityId, id });
  if (!lead || !isOpen(lead)) return null;
  // Who of the neighbours left is theirs to tell.
  await moveVoice(act, speaks(voice, viewer) ? theClock : viewer, lead, { event: 'parted', data: { number: voice.number } });
  return lead;
}

/** When the leading voice is withdrawn or comes to name somebody, those merged into it must not go down or be walled with it. */
export async function splitChildren(act: Act, viewer: Viewer, lead: Voice): Promise<void> {
  if (lead.children === 0) return;
  for (const id of await childrenOf(act, lead)) {
    await splitFromCase(act, viewer, await reachVoice(act.trx, theClock, { communityId: lead.communityId, id }));
  }
}
