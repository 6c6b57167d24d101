import { z } from 'zod';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { theClock, type Viewer } from '#community/people/index.ts';
import { words } from './inputs.ts';
import { loadVoice, reachVoice } from './load-voice.ts';
import type { NewPhoto } from './photos.ts';
import { putIntoCase } from './put-into-case.ts';
import { speakerKey, submitVoice, type Submitted, type SubmitVoice } from './submit-voice.ts';
import type { Voice } from './voice.ts';
import { whyNotJoin } from './why-not-join.ts';

/** `into`: the number of the voice that says the same already. */
export const joinVoiceInput = z.object({ into: words(20) });
export type JoinVoice = z.infer<typeof joinVoiceInput>;

/**
 * "Me too": somebody hands in a voice and says whose matter it shares. It is a voice like any other (number, query code,
 * reporter, channel, consent, own confirmation) and joins the case in the same moment. Residents may join what is published;
 * staff who write down for somebody, what they reach. Throws Invalid for a number that isn't there for the viewer.
 */
export async function joinVoice(
  viewer: Viewer,
  communityId: number,
  { into, ...said }: SubmitVoice & JoinVoice,
  photos: NewPhoto[] = [],
  how?: How,
): Promise<Submitted> {
  const intent = {
    actor: speakerKey(viewer, how?.key),
    verb: 'voice.join',
    input: [communityId, into, said, photos.map((photo) => photo.sha256)],
  };
  return perform(intent, how, async (act) => {
    const onBehalf = said.channel !== 'web' && said.channel !== 'blog_comment';
    const known = await matterOf(act.trx, viewer, communityId, into, onBehalf);
    if (!known) throw new Invalid([{ field: 'into', code: 'input.not-found' }]);
    const lead = await reachVoice(act.trx, theClock, { communityId, id: known.id });
    refuseIf(whyNotJoin(lead, viewer, { onBehalf, already: !onBehalf && (await sharesAlready(act.trx, viewer, lead)) }));
    const submitted = await submitVoice(viewer, communityId, said, photos, { within: act });
    const voice = await reachVoice(act.trx, theClock, { communityId, id: submitted.voiceId });
    refuseIf(voice.sealed === 'none' ? null : 'voice.names-somebody');
    // Who joined is theirs to tell: on the story of the other voice it stands without a name.
    await putIntoCase(act, onBehalf ? viewer : theClock, voice, lead, onBehalf ? viewer.personId : null);
    return submitted;
  });
}

/** The voice that leads the matter a number belongs to, if the viewer may know of it. */
async function matterOf(db: Kysely<DB>, viewer: Viewer, communityId: number, number: string, onBehalf: boolean): Promise<Voice | null> {
  const found = await loadVoice(db, onBehalf ? viewer : theClock, { communityId, number });
  if (!found || (!onBehalf && !found.published)) return null;
  if (found.stage !== 'merged' || !found.caseId) return found;
  const { lead_voice_id: id } = await db
    .selectFrom('cases')
    .select('lead_voice_id')
    .where('community_id', '=', communityId)
    .where('id', '=', found.caseId)
    .executeTakeFirstOrThrow();
  return loadVoice(db, theClock, { communityId, id });
}

/** Whether somebody signed in, or holding a voice of this case, is among those who share it. */
async function sharesAlready(db: Kysely<DB>, viewer: Viewer, lead: Voice): Promise<boolean> {
  if (!lead.caseId || (!viewer.personId && !viewer.holds)) return false;
  const own = await db
    .selectFrom('voices')
    .innerJoin('reporters', (join) =>
      join.onRef('reporters.community_id', '=', 'voices.community_id').onRef('reporters.id', '=', 'voices.reporter_id'),
    )
    .select('voices.id')
    .where('voices.community_id', '=', lead.communityId)
    .where('voices.case_id', '=', lead.caseId)
    .where('voices.stage', '=', 'merged')
    .where((eb) =>
      eb.or([
        ...(viewer.personId ? [eb('reporters.person_id', '=', viewer.personId)] : []),
        ...(viewer.holds ? [eb('voices.id', '=', viewer.holds.voiceId)] : []),
      ]),
    )
    .executeTakeFirst();
  return own !== undefined;
}
