import { hasRole, type Viewer } from '#community/people/index.ts';
import { whyNotPower, type Check } from './power-check.ts';
import { isResident, judgesAppeals, leadsTopics, worksOnTopics } from './topic-access.ts';
import { follows, type Origin, type Topic, type TopicStage } from './topic.ts';

// The rules of topics. Null: nothing stands against it; otherwise a refusal code.

type Of = Pick<Topic, 'communityId' | 'stage'>;

/** Whose topic it is to bring. `represents`: holds a seat among the representatives. The office also brings what came on paper. */
export function whyNotPropose(
  viewer: Viewer,
  communityId: number,
  { origin, moduleOn, represents }: { origin: Origin; moduleOn: boolean; represents: boolean },
): string | null {
  if (!viewer.personId) return 'sign-in.needed';
  if (origin === 'party' && !moduleOn) return 'topic.module-off';
  if (origin === 'secretary') return leadsTopics(viewer, communityId) ? null : 'topic.not-yours';
  if (worksOnTopics(viewer, communityId)) return null;
  if (origin === 'building_chief') return hasRole(viewer, communityId, 'building_chief') ? null : 'topic.not-yours';
  if (origin === 'representatives') return represents ? null : 'topic.not-a-representative';
  if (origin !== 'residents') return 'topic.not-yours';
  return isResident(viewer, communityId) ? null : 'topic.residents-only';
}

/** Only what names nobody: what a complaint says is for nobody else to read (V6). */
export function whyNotLink(
  topic: Of,
  viewer: Viewer,
  voice: { sealed: string; accusedIds: readonly string[] } | null,
  linked: boolean,
): string | null {
  if (!worksOnTopics(viewer, topic.communityId)) return 'topic.not-yours';
  if (voice !== null && (voice.sealed !== 'none' || voice.accusedIds.length > 0)) return 'topic.voice-names-somebody';
  return linked ? 'topic.linked-already' : null;
}

export function whyNotUnlink(topic: Of, viewer: Viewer, linked: boolean): string | null {
  if (!worksOnTopics(viewer, topic.communityId)) return 'topic.not-yours';
  return linked ? null : 'topic.not-linked';
}

const stillAsked: readonly TopicStage[] = [
  'proposed',
  'screened',
  'studied',
  'consulting',
  'called',
  'inquorate',
  'adjourned',
  'discussed',
];

export function whyNotSupport(topic: Of, viewer: Viewer, supports: boolean): string | null {
  if (!viewer.personId) return 'sign-in.needed';
  if (!isResident(viewer, topic.communityId)) return 'topic.residents-only';
  if (!stillAsked.includes(topic.stage)) return 'topic.over';
  return supports ? 'topic.supported-already' : null;
}

export function whyNotWithdrawSupport(topic: Of, viewer: Viewer, supports: boolean): string | null {
  if (!viewer.personId) return 'sign-in.needed';
  if (!supports) return 'topic.not-supported';
  return stillAsked.includes(topic.stage) ? null : 'topic.over';
}

/** `first`: who counted the sheet first, null for a new sheet. */
export function whyNotCountSheet(topic: Of, viewer: Viewer, first: { countedBy: string; recounted: boolean } | null): string | null {
  if (!hasRole(viewer, topic.communityId, 'community_worker', 'community_secretary', 'supervisory_member')) return 'topic.not-yours';
  if (!stillAsked.includes(topic.stage)) return 'topic.over';
  if (first?.recounted) return 'topic.counted-twice';
  return first?.countedBy === viewer.personId ? 'topic.second-counter' : null;
}

const toScreen: readonly TopicStage[] = ['proposed', 'screened', 'studied', 'consulting', 'referred', 'mediation'];

/** Before a check is chosen (`check` null) only whether one may be made at all. */
export function whyNotScreen(topic: Of, viewer: Viewer, check: Check | null): string | null {
  if (!leadsTopics(viewer, topic.communityId)) return 'topic.secretary-screens';
  if (!toScreen.includes(topic.stage)) return topic.stage === 'declined' ? 'topic.declined' : 'topic.over';
  return check && whyNotPower(check);
}

/** The Party organisation studies it; with that part of the house off the step is an act of outside, with date and reference. */
export function whyNotStudy(
  topic: Pick<Topic, 'communityId' | 'stage' | 'screening'>,
  viewer: Viewer,
  studied: { moduleOn: boolean; organizationId: string | null } | null,
): string | null {
  if (!leadsTopics(viewer, topic.communityId)) return 'topic.not-yours';
  if (topic.screening === null) return 'topic.not-screened';
  if (topic.stage !== 'screened' && topic.stage !== 'consulting') return 'topic.over';
  return studied?.moduleOn && studied.organizationId === null ? 'topic.which-organization' : null;
}

export function whyNotConsult(topic: Of, viewer: Viewer): string | null {
  if (!worksOnTopics(viewer, topic.communityId)) return 'topic.not-yours';
  if (topic.stage === 'proposed') return 'topic.not-screened';
  return topic.stage !== 'consulting' && follows[topic.stage].includes('consulting') ? null : 'topic.over';
}

/** Residents speak for themselves; the office writes down what was said elsewhere. */
export function whyNotArgue(topic: Of, viewer: Viewer): string | null {
  if (!viewer.personId) return 'sign-in.needed';
  if (!isResident(viewer, topic.communityId) && !worksOnTopics(viewer, topic.communityId)) return 'topic.residents-only';
  return stillAsked.includes(topic.stage) || topic.stage === 'in_session' ? null : 'topic.over';
}

export function whyNotRemoveArgument(topic: Of, viewer: Viewer, argument: { removed: boolean } | null): string | null {
  if (!worksOnTopics(viewer, topic.communityId)) return 'topic.not-yours';
  return argument?.removed ? 'topic.removed-already' : null;
}

/** What so many support that they could demand a meeting is not declined [law RC 26]. */
export function whyNotDecline(topic: Pick<Topic, 'communityId' | 'stage' | 'owed'>, viewer: Viewer): string | null {
  if (!leadsTopics(viewer, topic.communityId)) return 'topic.secretary-declines';
  if (topic.stage === 'declined') return 'topic.declined';
  if (!follows[topic.stage].includes('declined')) return 'topic.over';
  return topic.owed ? 'topic.meeting-owed' : null;
}

/** `concerned`: supports it, brought it, or spoke first. The office writes down an appeal that came on paper. */
export function whyNotAppeal(topic: Pick<Topic, 'communityId' | 'stage' | 'decline'>, viewer: Viewer, concerned: boolean): string | null {
  if (topic.stage !== 'declined' || topic.decline === null) return 'topic.not-declined';
  if (topic.decline.appealed) return 'topic.appealed-already';
  if (!viewer.personId && !concerned) return 'sign-in.needed';
  return concerned || worksOnTopics(viewer, topic.communityId) ? null : 'topic.supporters-appeal';
}

/** Whoever declined it doesn't look again. */
export function whyNotDecideAppeal(topic: Pick<Topic, 'communityId' | 'decline'>, viewer: Viewer): string | null {
  if (!judgesAppeals(viewer, topic.communityId)) return 'topic.not-yours';
  if (!topic.decline?.appealed) return 'topic.no-appeal';
  if (topic.decline.outcome !== null) return 'topic.appeal-decided';
  return topic.decline.declinedBy === viewer.personId ? 'topic.somebody-else-decides' : null;
}

export function whyNotReport(topic: Of, viewer: Viewer): string | null {
  if (!worksOnTopics(viewer, topic.communityId)) return 'topic.not-yours';
  return follows[topic.stage].includes('reported') ? null : topic.stage === 'proposed' ? 'topic.not-screened' : 'topic.over';
}

type Duties = Pick<Topic, 'stage' | 'screening' | 'studied' | 'consulted'>;
const consultative: readonly string[] = [
  'deliberative_council',
  'public_hearing',
  'open_talk',
  'building_chief_meeting',
  'mediation_meeting',
];

/** Whether a meeting of this kind may take it up; voted on only once who decides is known and what must come before was done. */
export function whyNotMeet({ stage, screening, studied, consulted }: Duties, { kind, toVote }: { kind: string; toVote: boolean }) {
  if (stage === 'declined') return 'topic.declined';
  if (stage === 'reported' || stage === 'reviewed') return 'topic.over';
  if (!toVote) return null;
  if (screening === null) return 'topic.not-screened';
  if (consultative.includes(kind)) return null;
  if (screening.mustStudy && !studied) return 'topic.not-studied';
  return screening.mustConsult && !consulted ? 'topic.not-consulted' : null;
}
