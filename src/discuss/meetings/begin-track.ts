import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { isPartyModuleOn } from '#community/organizations/index.ts';
import { words } from '#listen/voices/index.ts';
import { worksOnMeetings } from './meeting-access.ts';
import { recordMeeting } from './record-meeting.ts';

// Four discussions, two disclosures: the branch proposes, the two committees consult, the members examine, the
// representatives decide; decision and result are disclosed. A chain of meetings about one matter.

export const trackKinds = ['branch_proposal', 'two_committees_meeting', 'party_members_meeting', 'representatives_meeting'] as const;

export const beginTrackInput = z.object({ title: words(120) });
export type BeginTrack = z.infer<typeof beginTrackInput>;

/** The chain begins; its meetings are planned one after another. Throws Refused by `whyNotBeginTrack`. */
export async function beginTrack(viewer: Viewer, communityId: number, { title }: BeginTrack, how?: How): Promise<{ trackId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.begin_track', input: [communityId, title] }, how, async (act) => {
    refuseIf(whyNotBeginTrack(viewer, communityId, await isPartyModuleOn(act.trx, communityId)));
    const trackId = newId(act.now);
    await act.trx
      .insertInto('decision_tracks')
      .values({ community_id: communityId, id: trackId, title, begun_at: act.now, begun_by: viewer.personId ?? '' })
      .execute();
    await recordMeeting(act, viewer, { communityId, id: trackId }, 'track_begun');
    return { trackId };
  });
}

export function whyNotBeginTrack(viewer: Viewer, communityId: number, moduleOn: boolean): string | null {
  if (!worksOnMeetings(viewer, communityId)) return 'meeting.not-yours';
  return moduleOn ? null : 'meeting.module-off';
}

/** Within a command: which step of its track this kind is, once the step before is over. Throws Missing, Refused. */
export async function stepOfTrack({ trx }: Act, communityId: number, trackId: string, kind: string): Promise<number> {
  const track = await trx
    .selectFrom('decision_tracks')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', trackId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!track) throw new Missing();
  const step = trackKinds.findIndex((code) => code === kind) + 1;
  const held = await trx
    .selectFrom('meetings')
    .select(['track_step', 'stage'])
    .where('community_id', '=', communityId)
    .where('track_id', '=', trackId)
    .where('stage', '<>', 'cancelled')
    .execute();
  refuseIf(whyNotStep(step, held));
  return step;
}

type Held = { track_step: number | null; stage: string };

/** One meeting a step, and none before the last has ended. */
export function whyNotStep(step: number, held: readonly Held[]): string | null {
  if (step === 0) return 'meeting.not-of-the-track';
  if (held.some((one) => one.track_step === step && one.stage !== 'inquorate' && one.stage !== 'adjourned'))
    return 'meeting.track-step-taken';
  const ended = (one: Held) => one.track_step === step - 1 && (one.stage === 'closed' || one.stage === 'minuted');
  return step === 1 || held.some(ended) ? null : 'meeting.track-step-early';
}
