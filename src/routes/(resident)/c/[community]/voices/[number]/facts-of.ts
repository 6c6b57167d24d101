import { wordsOrErased } from '../../../../../rights-words.ts';
import { isOpen, isUnanswered, type SharedMatter, type VoicePage } from '#listen/voices/index.ts';
import { m } from '#words';
import type { Fact } from '#ui/fact.ts';
import { sayDay, sayMoment, sayPromisedDay } from '../../../../say-when.ts';

/** The lines of the receipt: what was said, who is answerable, by when. Of a merged voice: who and when for all of them. */
export function factsOf(voice: VoicePage, shared: SharedMatter | null): Fact[] {
  return [
    { term: m.resident_receipt_when(), text: sayMoment(voice.receivedAt), iso: voice.receivedAt.toISOString() },
    { term: m.resident_receipt_said(), text: wordsOrErased(voice.words) },
    ...(voice.place ? [{ term: m.resident_receipt_where(), text: voice.place }] : []),
    { term: m.resident_receipt_who(), text: shared?.ownerName ?? whoWords(voice) },
    ...dueFact(shared ? { ...voice, ...shared } : voice),
    { term: m.resident_receipt_answer(), text: m[`resident_answer_${voice.responseMethod}`]() },
  ];
}

/** "2026-000412" → "2026 000 412", "12345678" → "1234 5678": as one says it on the telephone. */
export function inGroups(digits: string, between = ' '): string {
  const groups = digits.includes('-') ? digits.replace('-', '').match(/^\d{4}|\d{1,3}/g) : digits.match(/\d{4}/g);
  return (groups ?? [digits]).join(between);
}

function whoWords({ answerable, stage, referral }: VoicePage): string {
  if (stage === 'referred_out' && referral) return referral.receiver;
  return answerable.accepted ? answerable.name : m.resident_receipt_who_first({ name: answerable.name });
}

/** When it was answered, or by when it will be; nothing for what was withdrawn or passed on before. */
function dueFact(voice: VoicePage): Fact[] {
  if (voice.answeredAt) {
    const day = sayDay(voice.answeredAt);
    const late = voice.answeredAt > voice.dueAt;
    const text = late ? m.resident_receipt_due_answered_late({ day }) : m.resident_receipt_due_answered({ day });
    return [{ term: m.resident_receipt_answered(), text, iso: voice.answeredAt.toISOString() }];
  }
  if (!isOpen(voice)) return [];
  const day = sayPromisedDay(voice.dueAt);
  const fact = { term: m.resident_receipt_due(), iso: voice.dueAt.toISOString(), strong: true };
  if (voice.light === 'red' && isUnanswered(voice)) return [{ ...fact, text: m.resident_receipt_due_late({ day }) }];
  if (voice.extension) return [{ ...fact, text: m.resident_receipt_due_extended({ day, before: sayDay(voice.originalDueAt) }) }];
  return [{ ...fact, text: day }];
}
