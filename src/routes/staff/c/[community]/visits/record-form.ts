import {
  contactWays,
  presences,
  purposes,
  readBackWays,
  recordVisitInput,
  results,
  rhythms,
  type RecordVisit,
} from '#listen/visits/index.ts';
import { kinds } from '#listen/voices/index.ts';
import { contactWord, dueWord, presentWord, purposeWord, resultWord, rhythmWord } from '../../../../visit-words.ts';
import { kindWord } from '../../../../voice-words.ts';
import { parsed, type FormData_ } from '../../../../form-action.ts';
import { m } from '#words';

// The record of a visit as a form: the same at the desk and on the telephone, read by the same command.

const dueReasons = ['emergency', 'asked', 'monthly', 'rhythm'] as const;

/** What a form posted, as the command wants it. Throws Invalid. */
export function readRecord({ values, lists }: FormData_, householdId: string): RecordVisit {
  const { asked1, asked2, asked3, kind1, kind2, kind3, at, ...rest } = values;
  const asked = [
    { words: asked1, kind: kind1 },
    { words: asked2, kind: kind2 },
    { words: asked3, kind: kind3 },
  ].filter(({ words }) => words !== undefined);
  const yes = (name: string) => values[name] === 'yes';
  const written = {
    ...rest,
    householdId,
    at: at && /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(at) ? `${at}:00+08:00` : at,
    present: lists['present'] ?? [],
    asked,
    oneAccepted: yes('oneAccepted'),
    moreAsked: yes('moreAsked'),
    anonymous: yes('anonymous'),
    another: yes('another'),
  };
  return parsed(recordVisitInput.safeParse(written));
}

/** The answers to choose from, in the reader's words. */
export function recordChoices() {
  return {
    results: results.map((one) => ({ value: one, label: resultWord(one) })),
    reasons: dueReasons.map((one) => ({ value: one, label: dueWord(one) })),
    purposes: purposes.map((one) => ({ value: one, label: purposeWord(one) })),
    presences: presences.map((one) => ({ value: one, label: presentWord(one) })),
    kinds: kinds.map((one) => ({ value: one, label: kindWord(one) })),
    contacts: contactWays.map((one) => ({ value: one, label: contactWord(one) })),
    wishes: rhythms.map((one) => ({ value: one, label: rhythmWord(one) })),
    readings: readBackWays.map((one) => ({ value: one, label: m[`visits_read_${one}`]() })),
  };
}
export type RecordChoices = ReturnType<typeof recordChoices>;
