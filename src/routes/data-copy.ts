import type { OwnAccountData, OwnData, OwnVoiceData } from '#listen/data-requests/index.ts';
import { m } from '#words';
import { consentLines, kindOfRequest, lookWords, requestStanding, wordsOrErased } from './rights-words.ts';
import { sayDay, sayMoment } from './say-date.ts';
import { stepWords } from './(resident)/c/[community]/voices/[number]/step-words.ts';
import { channelWord, stageWord } from './voice-words.ts';

// The copy of somebody's data as sentences, for the page and for paper.

type Fact = { term: string; text: string };
type Section = { heading: string; facts: Fact[]; lists: { heading: string; items: string[] }[] };
export type DataCopy = { at: string; sections: Section[] };

export function copySections(community: string, data: OwnData): DataCopy {
  return {
    at: m.rights_copy_at({ community, when: sayMoment(data.at) }),
    sections: [...(data.account ? [accountSection(data.account)] : []), ...data.voices.map(voiceSection), restOf(data)],
  };
}

function accountSection({ name, phone, email, locale, since, household }: OwnAccountData): Section {
  const facts = filled([
    [m.rights_correct_name(), name],
    [m.rights_correct_phone(), phone],
    [m.rights_correct_email(), email],
    [m.rights_correct_language(), locale === 'en' ? m.rights_language_en() : m.rights_language_zh()],
    [m.rights_copy_household(), household],
    [m.rights_copy_since(), sayDay(since)],
  ]);
  return { heading: m.rights_copy_account(), facts, lists: [] };
}

function voiceSection(voice: OwnVoiceData): Section {
  const { contact, closing } = voice;
  const facts = filled([
    [m.rights_copy_words(), wordsOrErased(voice.words)],
    [m.rights_copy_place(), voice.place],
    [m.rights_copy_channel(), channelWord(voice.channel)],
    [m.rights_copy_stage(), stageWord(voice.stage)],
    [m.rights_copy_received(), sayMoment(voice.receivedAt)],
    [m.rights_copy_due(), sayDay(voice.dueAt)],
    [m.rights_copy_closed(), voice.closedAt && sayMoment(voice.closedAt)],
    [m.rights_correct_name(), contact?.name],
    [m.rights_correct_phone(), contact?.phone],
    [m.rights_correct_email(), contact?.email],
    [m.rights_correct_hours(), contact?.contactHours],
    [m.rights_copy_photos(), voice.photos.length > 0 ? String(voice.photos.length) : null],
    [m.rights_copy_publish(), voice.mayPublish ? m.rights_yes() : m.rights_no()],
    [m.rights_copy_verdict(), closing?.words],
  ]);
  const story = voice.timeline.map((step) => [sayMoment(step.at), stepWords(step), step.said].filter(Boolean).join(' · '));
  return { heading: m.rights_copy_voice({ number: voice.number }), facts, lists: [{ heading: m.rights_copy_story(), items: story }] };
}

function restOf({ at, consents, looks, requests }: OwnData): Section {
  const consented = consents.map((consent) =>
    [m[`rights_purpose_${consent.purpose}`](), consent.number, ...consentLines(consent)].filter(Boolean).join(' · '),
  );
  const looked = looks.map(lookWords).map(({ at: when, words }) => `${when} · ${words}`);
  const asked = requests.map((request) =>
    [kindOfRequest(request.kind), request.number, m.rights_request_asked({ day: sayDay(request.askedAt) }), requestStanding(request, at)]
      .filter(Boolean)
      .join(' · '),
  );
  return {
    heading: m.rights_group_requests(),
    facts: [],
    lists: [
      { heading: m.rights_consents(), items: consented },
      { heading: m.rights_looks(), items: looked },
      { heading: m.rights_own_requests(), items: asked },
    ],
  };
}

function filled(pairs: [string, string | null | undefined | false][]): Fact[] {
  return pairs.flatMap(([term, text]) => (text ? [{ term, text }] : []));
}
