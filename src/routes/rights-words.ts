import type { Consent, NoticeGroup, SeenLook } from '#community/people/index.ts';
import type { OwnRequest, RequestKind, RequestWay } from '#listen/data-requests/index.ts';
import { m } from '#words';
import { sayDay, sayMoment } from './say-date.ts';
import { roleWord } from './staff/role-words.ts';

// What is kept of somebody, who looked and what they asked for, said in plain words: on their page, on paper, at the desk.

export function kindOfRequest(kind: RequestKind): string {
  return m[`rights_kind_${kind}`]();
}

export function wayOfRequest(way: RequestWay): string {
  return m[`rights_way_${way}`]();
}

/** "3 Dec, 10:12" and "Wang, community worker, looked at your telephone because of 2026-000123 (to call you)". */
export function lookWords(look: SeenLook): { at: string; iso: string; words: string } {
  return { at: sayMoment(look.at), iso: look.at.toISOString(), words: sentenceOf(look) };
}

function sentenceOf({ by, role, own, fields, purpose, number }: SeenLook): string {
  const looked = fields.map(fieldWord).filter(Boolean).join(m.rights_comma());
  if (own) return m.rights_look_own({ fields: looked });
  if (by === null) return number ? m.rights_look_system({ fields: looked, number }) : m.rights_look_system_bare({ fields: looked });
  const said = { role: roleWord(role), name: by, purpose: purposeWord(purpose), fields: looked };
  return number ? m.rights_look_staff({ ...said, number }) : m.rights_look_staff_bare(said);
}

const fields: Record<string, () => string> = {
  name: m.rights_field_name,
  phone: m.rights_field_phone,
  email: m.rights_field_email,
  contact_hours: m.rights_field_hours,
  hours: m.rights_field_hours,
  words: m.rights_field_words,
};

function fieldWord(field: string): string {
  return fields[field]?.() ?? '';
}

const lookPurposes: Record<string, () => string> = {
  call: m.rights_look_purpose_call,
  caller: m.rights_look_purpose_caller,
  visit: m.rights_look_purpose_visit,
  letter: m.rights_look_purpose_letter,
  check: m.rights_look_purpose_check,
  message: m.rights_look_purpose_message,
  cards: m.rights_look_purpose_cards,
  card: m.rights_look_purpose_card,
  public_function: m.rights_look_purpose_public_function,
  own: m.rights_look_purpose_own,
  request: m.rights_look_purpose_request,
  export_request_of_the_person: m.rights_look_purpose_export_request_of_the_person,
  export_authority: m.rights_look_purpose_export_authority,
  export_audit: m.rights_look_purpose_export_audit,
  export_hand_over: m.rights_look_purpose_export_hand_over,
};

function purposeWord(purpose: string): string {
  return (lookPurposes[purpose] ?? m.rights_look_purpose_other)();
}

/** What became of a consent, one line each. */
export function consentLines(consent: Consent): string[] {
  const { givenAt, givenWay, givenNotedBy, withdrawnAt, withdrawnWay, version } = consent;
  const given = [
    m.rights_consent_given({ day: sayDay(givenAt), way: m[`rights_way_${givenWay}`]() }),
    m.rights_consent_version({ version }),
    givenNotedBy && m.rights_consent_noted({ name: givenNotedBy }),
  ];
  const lines = [given.filter(Boolean).join(' · ')];
  if (withdrawnAt && withdrawnWay)
    lines.push(m.rights_consent_withdrawn({ day: sayDay(withdrawnAt), way: m[`rights_way_${withdrawnWay}`]() }));
  return lines;
}

/** Where one's own request stands. */
export function requestStanding({ outcome, reason, dueAt, decidedAt }: OwnRequest, now: Date): string {
  const day = sayDay(decidedAt ?? dueAt);
  if (outcome === 'done') return [m.rights_request_done({ day }), reason].filter(Boolean).join(' ');
  if (outcome === 'refused') return m.rights_request_refused({ day, reason: reason ?? '' });
  if (outcome === 'taken_back') return m.rights_request_taken_back({ day });
  return now > dueAt ? m.rights_request_late({ day }) : m.rights_request_waiting({ day });
}

/** How long the fields of a group are kept; where it differs, field by field. `months`: contact, as this installation has it. */
export function keepWords(keeps: NoticeGroup['keeps'], months: number): string {
  const long = (keep: NoticeGroup['keeps'][number]['keep']) =>
    keep === 'contact' ? m.rights_keep_contact({ months }) : m[`rights_keep_${keep}`]();
  const lines = keeps.map(({ keep, said }) =>
    keeps.length > 1 && !keepsOfTheirOwn.includes(keep) ? m.rights_keep_of({ fields: saidWords(said), long: long(keep) }) : long(keep),
  );
  return lines.join(' ');
}

/** These say themselves what they are about. */
const keepsOfTheirOwn: readonly string[] = ['call', 'code', 'session', 'intent', 'limit', 'message', 'place'];

/** Fields as a list: "name, telephone, e-mail". */
export function saidWords(said: NoticeGroup['said']): string {
  return said.map((field) => m[`rights_field_${field}`]()).join(m.rights_comma());
}

/** The words of a voice; of an erased one that they are gone. */
export function wordsOrErased(words: string): string {
  return words || m.rights_erased_words();
}
