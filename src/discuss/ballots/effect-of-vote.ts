import type { MeetingKind } from '#discuss/meetings/index.ts';
import type { Effect, VoteWay } from './vote.ts';
import type { PassingRule } from './passing-rule.ts';

// D1: a vote binds only in the right body, after a valid notice, with a quorum proven by the roll. Everything else advises.

/** The bodies whose word binds: the two meetings of the law, and each party of a joint meeting for itself. */
const binding: readonly string[] = ['residents_meeting', 'representatives_meeting', 'joint_meeting'];

export const advisoryReasons = ['body', 'power', 'owners', 'purpose', 'way', 'notice', 'quorum'] as const;
export type AdvisoryReason = (typeof advisoryReasons)[number];

/**
 * `power`: what the power check of the topic says: the body that decides, and whether that binds; null without a topic. Then
 * `matter` says which of the body's own matters by law it is.
 */
export type Circumstances = {
  kind: Pick<MeetingKind, 'code'>;
  purpose: string;
  way: VoteWay;
  rule: PassingRule;
  power: { body: string; binds: boolean } | null;
  matter: string | null;
  noticeValid: boolean;
  quorate: boolean;
};

/** Whether the vote will bind, and if not, every reason why not. */
export function effectOf({ kind, purpose, way, rule, power, matter, noticeValid, quorate }: Circumstances): {
  effect: Effect;
  because: AdvisoryReason[];
} {
  const because: AdvisoryReason[] = [
    ...(binding.includes(kind.code) ? [] : ['body' as const]),
    ...(rule.kind === 'owners' || isOwners(power) ? ['owners' as const] : []),
    ...(hasPower(kind.code, power, matter) ? [] : ['power' as const]),
    ...(purpose === 'decide' ? [] : ['purpose' as const]),
    ...(way === 'preference_poll' ? ['way' as const] : []),
    ...(noticeValid ? [] : ['notice' as const]),
    ...(quorate ? [] : ['quorum' as const]),
  ];
  return { effect: because.length === 0 ? 'binding' : 'advisory', because };
}

function isOwners(power: Circumstances['power']): boolean {
  return power?.body === 'owners_assembly' || power?.body === 'affected_owners';
}

/** The residents' meeting may decide whatever the representatives may; a party of the joint meeting binds only itself. */
function hasPower(code: string, power: Circumstances['power'], matter: string | null): boolean {
  if (code === 'joint_meeting' || !binding.includes(code) || isOwners(power)) return true;
  if (power === null) return matter !== null;
  return power.binds && (power.body === code || (code === 'residents_meeting' && power.body === 'representatives_meeting'));
}
