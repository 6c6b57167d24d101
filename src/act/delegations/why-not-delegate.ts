import { startsFrom, type Deed, type Delegation } from './delegation.ts';
import type { Standing } from './standing-of.ts';

// The rules of a delegation. Null: nothing stands against it; otherwise a refusal code. The group's own deeds are its
// leader's alone: nobody may commit volunteers by force [law Volunteer 25].

type One = Pick<Delegation, 'stage'>;
type Why = string | null;

export function whyNotAssess(one: One, who: Standing): Why {
  return forOffice(who) ?? notNow(one, 'assess');
}

export function whyNotOffer(one: One, who: Standing): Why {
  return forSecretary(who) ?? notNow(one, 'offer');
}

/** Only the leader of a group that was asked, and only once. */
export function whyNotAnswer(one: One, who: Standing, organizationId: string): Why {
  if (who.personId === null) return 'sign-in.needed';
  const late = notNow(one, 'answer');
  if (late) return late;
  return who.offered.includes(organizationId) ? null : 'delegation.only-asked-group';
}

export function whyNotChoose(one: One, who: Standing): Why {
  return forSecretary(who) ?? notNow(one, 'choose');
}

export function whyNotDraft(one: One, who: Standing): Why {
  return forSecretary(who) ?? notNow(one, 'draft');
}

export function whyNotSign(one: One, who: Standing): Why {
  return forGroup(who) ?? notNow(one, 'sign');
}

export function whyNotBegin(one: One, who: Standing): Why {
  return forOffice(who) ?? notNow(one, 'begin');
}

export function whyNotAskHelp(one: One, who: Standing): Why {
  return forGroup(who) ?? notNow(one, 'ask_help');
}

/** The mentor owes it; when the mentor is away somebody else of the office answers. */
export function whyNotAnswerHelp(one: One, who: Standing): Why {
  return forOffice(who) ?? notNow(one, 'answer_help');
}

export function whyNotSuspend(one: One, who: Standing): Why {
  return forOffice(who) ?? notNow(one, 'suspend');
}

export function whyNotResume(one: One, who: Standing): Why {
  return forOffice(who) ?? notNow(one, 'resume');
}

export function whyNotTakeBack(one: One, who: Standing): Why {
  return forSecretary(who) ?? notNow(one, 'take_back');
}

/** L6: at any time before it is done, without a word of explanation. */
export function whyNotGiveBack(one: One, who: Standing): Why {
  return forGroup(who) ?? notNow(one, 'give_back');
}

export function whyNotReport(one: One, who: Standing): Why {
  return forGroup(who) ?? notNow(one, 'report');
}

/** The purse and the shifts are written by the group, or for it by the office. */
export function whyNotAccount(one: One, who: Standing): Why {
  if (who.personId === null) return 'sign-in.needed';
  return who.leads || who.office ? notNow(one, 'account') : 'delegation.only-group';
}

/**
 * Those who benefited, never the group itself: whoever spoke, or a resident where no voice stands behind it. `voice`: whether
 * one does.
 */
export function whyNotVerifyAsBeneficiary(one: One, who: Standing, voice: boolean): Why {
  const late = notNow(one, 'verify');
  if (late) return late;
  if (who.speaks) return who.belongs ? 'delegation.own-work' : null;
  if (who.personId === null) return 'sign-in.needed';
  if (voice || !who.resident) return 'delegation.only-those-who-benefited';
  return who.belongs ? 'delegation.own-work' : null;
}

/** `entered`: who wrote down the word of those who benefited; that person doesn't also judge for the office. */
export function whyNotVerifyAsWorker(one: One, who: Standing, entered: readonly (string | null)[]): Why {
  const why = forOffice(who) ?? notNow(one, 'verify');
  if (why) return why;
  return who.belongs || entered.includes(who.personId) ? 'delegation.needs-second-person' : null;
}

/** Writing down what somebody said by telephone or on paper. `judged`: who judged for the office already. */
export function whyNotEnterVerdict(one: One, who: Standing, judged: readonly (string | null)[]): Why {
  const why = forOffice(who) ?? notNow(one, 'verify');
  if (why) return why;
  return who.belongs || judged.includes(who.personId) ? 'delegation.needs-second-person' : null;
}

export function whyNotComplete(one: One, who: Standing): Why {
  return forOffice(who) ?? notNow(one, 'complete');
}

/** L3: only whoever spoke decides what the group may know of them; for those without a screen the office writes it down. */
export function whyNotShare(one: Pick<Delegation, 'voiceId' | 'stage'>, who: Standing): Why {
  if (one.voiceId === null) return 'delegation.no-voice';
  if (!who.speaks && !who.office) return who.personId === null ? 'sign-in.needed' : 'delegation.only-speaker';
  return notNow(one, 'account') && notNow(one, 'give_back') ? 'delegation.not-now' : null;
}

export function notNow({ stage }: One, deed: Deed): Why {
  const from: readonly string[] = startsFrom[deed];
  return from.includes(stage) ? null : 'delegation.not-now';
}

function forOffice(who: Standing): Why {
  if (who.personId === null) return 'sign-in.needed';
  return who.office ? null : 'delegation.only-office';
}

function forSecretary(who: Standing): Why {
  if (who.personId === null) return 'sign-in.needed';
  return who.secretary ? null : 'delegation.only-secretary';
}

function forGroup(who: Standing): Why {
  if (who.personId === null) return 'sign-in.needed';
  return who.leads ? null : 'delegation.only-group';
}
