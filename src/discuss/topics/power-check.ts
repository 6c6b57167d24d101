import type { Body, Effect } from './topic.ts';

// Who has the power: the rows of `topic_matters` say it, these lines only read them. The platform makes no void decisions.

/** `bodies`: who decides it, the first by default. `passing`: where owners are counted by area and by number. */
export type Matter = {
  code: string;
  nameZh: string;
  nameEn: string;
  bodies: readonly Body[];
  effects: readonly Effect[];
  delegable: boolean;
  articles: readonly string[];
  passing: 'owners_half' | 'owners_three_quarters' | 'affected_two_thirds' | null;
  mustStudy: boolean;
  mustConsult: boolean;
};

/** The bodies of residents, whose word can bind residents. */
const ofResidents: readonly Body[] = ['residents_meeting', 'representatives_meeting', 'residents_committee'];

export function isOfOwners({ bodies }: Pick<Matter, 'bodies'>): boolean {
  return bodies.some((body) => body === 'owners_assembly' || body === 'affected_owners');
}

/** The representatives also decide what the residents' meeting authorises them to, if the matter can be passed on [law RC 30]. */
export function needsAuthority(matter: Matter, body: Body): boolean {
  return body === 'representatives_meeting' && !matter.bodies.includes(body) && matter.delegable;
}

export type Check = { matter: Matter; body: Body; effect: Effect; authority: string | null };

/** Null when this body may give this word in this matter; otherwise a refusal code. Owners' matters never bind by residents. */
export function whyNotPower({ matter, body, effect, authority }: Check): string | null {
  if (isOfOwners(matter) && (effect === 'binding' || !matter.bodies.includes(body))) return 'topic.owners-decide';
  if (!matter.bodies.includes(body) && !needsAuthority(matter, body)) return 'topic.wrong-body';
  if (needsAuthority(matter, body) && authority === null) return 'topic.authority-needed';
  if (!matter.effects.includes(effect)) return 'topic.not-its-effect';
  return effect === 'binding' && !ofResidents.includes(body) ? 'topic.wrong-body' : null;
}

/** What stands before the meeting: a study by the Party organisation [law RC 30], a consultation [law RC 32]. */
export function dutiesOf({ matter, body, vitalInterest }: { matter: Matter; body: Body; vitalInterest: boolean }) {
  const toMeeting = body === 'residents_meeting' || body === 'representatives_meeting';
  return { mustStudy: matter.mustStudy && toMeeting, mustConsult: matter.mustConsult || vitalInterest };
}

const bodyOfMeeting: Partial<Record<string, Body>> = {
  residents_meeting: 'residents_meeting',
  representatives_meeting: 'representatives_meeting',
};

type Power = { body: Body; effect: Effect } | null;

/** Whether a meeting of this kind can bind in what was screened so. The residents' meeting may whatever the representatives may. */
export function whyNotBind(power: Power, kind: string): string | null {
  if (kind === 'joint_meeting') return null;
  if (power === null) return 'topic.not-screened';
  if (power.body === 'owners_assembly' || power.body === 'affected_owners') return 'topic.owners-decide';
  if (power.effect !== 'binding') return 'topic.only-advisory';
  const body = bodyOfMeeting[kind];
  if (body === power.body) return null;
  return body === 'residents_meeting' && power.body === 'representatives_meeting' ? null : 'topic.wrong-body';
}
