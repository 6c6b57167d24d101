import type { Calendar } from '#foundation/calendar/index.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { startsFrom, type Verb, type Voice } from './voice.ts';

// What all rules of a voice share. A rule answers null ("nothing stands against it") or a refusal code; the command,
// the page, the API and the tests ask the same function.

/** The moment at which a rule is asked, and the working days it counts by. */
export type Moment = { now: Date; calendar: Calendar };
export type Why = string | null;

/** The stage first: every verb starts from certain stages only. */
export function whyNotFromStage(voice: Voice, verb: Verb): Why {
  const from: readonly string[] = startsFrom[verb];
  if (from.includes(voice.stage)) return null;
  if (voice.stage === 'withdrawn') return 'voice.withdrawn';
  if (voice.stage === 'merged') return 'voice.merged';
  if (voice.stage === 'referred_out') return 'voice.referred-out';
  if (voice.stage.startsWith('closed')) return 'voice.closed';
  return `voice.not-from-here-${verb.replaceAll('_', '-')}`;
}

/** Whoever handles voices here: the office of the community, or of the street once the voice stands there. */
export function handles(voice: Voice, viewer: Viewer): boolean {
  if (isAccused(voice, viewer)) return false;
  if (voice.sealed === 'street') return hasRole(viewer, voice.communityId, 'street_supervisor');
  if (leads(voice, viewer)) return true;
  if (voice.level === 'street') return hasRole(viewer, voice.communityId, 'street_supervisor');
  const office = hasRole(viewer, voice.communityId, 'community_worker');
  if (voice.sealed === 'none' && office) return true;
  // Without a secretary the street or a worker receives what names somebody: whoever is answerable can also act.
  return voice.firstReceiverId === viewer.personId && (office || hasRole(viewer, voice.communityId, 'street_supervisor', 'administrator'));
}

/** Whoever may grant time and set dates: the secretary, or the street for what stands there. */
export function leads(voice: Voice, viewer: Viewer): boolean {
  if (isAccused(voice, viewer)) return false;
  if (voice.level === 'street' || voice.sealed === 'street') return hasRole(viewer, voice.communityId, 'street_supervisor');
  return hasRole(viewer, voice.communityId, 'community_secretary');
}

export function owns(voice: Voice, viewer: Viewer): boolean {
  return voice.ownerId !== null && voice.ownerId === viewer.personId;
}

/** The one who spoke: holding number and query code, or signed in as that resident. */
export function speaks(voice: Voice, viewer: Viewer): boolean {
  const holds = viewer.holds?.voiceId === voice.id && viewer.holds.communityId === voice.communityId;
  return holds || (voice.reporterPersonId !== null && voice.reporterPersonId === viewer.personId);
}

/** V6: named in the complaint. Asked even where reach should already have hidden the voice. */
export function isAccused(voice: Voice, viewer: Viewer): boolean {
  return viewer.personId !== null && voice.accusedIds.includes(viewer.personId);
}

/** The first rule that stands against it. */
export function firstOf(...whys: Why[]): Why {
  return whys.find((why) => why !== null) ?? null;
}
