import type { Act } from '#foundation/server/perform.ts';
import { actingRole, endConsent, spokenBy, theClock, type Given, type Viewer } from '#community/people/index.ts';
import { loadVoice, stopPublication } from '#listen/voices/index.ts';
import type { DataRequest } from './data-request.ts';

/** What an objection stops: everything that isn't needed for the matter itself. Publication ends, messages beside it end. */
export async function stopUses(act: Act, viewer: Viewer, { communityId, voiceId, personId }: DataRequest): Promise<void> {
  const given: Given = { way: 'desk', actorId: viewer.personId, actorRole: actingRole(viewer, communityId), notedBy: viewer.personId };
  for (const id of voiceId ? [voiceId] : await voicesOf(act, communityId, personId)) {
    // The office has decided: whether whoever decided may reach each single voice isn't asked again.
    const voice = await loadVoice(act.trx, theClock, { communityId, id });
    if (voice) await stopPublication(act, viewer, voice, 'desk');
  }
  if (personId) await endConsent(act, { communityId, purpose: 'notices', about: { personId } }, given);
}

async function voicesOf(act: Act, communityId: number, personId: string | null): Promise<string[]> {
  const rows = await spokenBy(act, communityId, personId).where('voices.erased_at', 'is', null).orderBy('voices.id').execute();
  return rows.map(({ id }) => id);
}
