import { m } from '#words';
import type { VoiceDay } from '#listen/voices/index.ts';
import { sayDay, sayMoment } from '../say-when.ts';
import { lastDays, ledgerState, witnessState } from './ledger-facts.ts';
import { missingNumber } from './missing-number.ts';
import { rootLines } from './root-lines.ts';
import { witnessWords } from './witness-words.ts';
import type { PageServerLoad } from './$types';

/** What the ledger is, how it stands, and the last days of every community: for everybody, without signing in. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const [state, { communities, days }, witnesses] = await Promise.all([ledgerState('now'), lastDays('now'), witnessState('now')]);
  const sections = communities.map((community) => ({
    slug: community.slug,
    name: locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name,
    days: daysOf(days.filter(({ communityId }) => communityId === community.id)),
  }));
  return {
    here: url.pathname,
    state: state && {
      size: state.size,
      rootLines: rootLines(state.root),
      signed: state.signedAt && { text: sayMoment(state.signedAt), iso: state.signedAt.toISOString() },
      waiting: state.waiting,
      origin: state.origin,
      vkey: state.vkey,
      fingerprint: state.fingerprint,
      halted: state.halted && { since: sayMoment(state.halted.since), why: state.halted.code && m[`ledger_halted_${state.halted.code}`]() },
      earlier: state.earlier.map(({ origin, closedAt, reason }) => m.ledger_earlier_text({ origin, day: sayDay(closedAt), reason })),
    },
    witnesses: witnessWords(witnesses, state?.size ?? 0, locals.locale),
    sections: sections.filter((section) => section.days.length > 0),
  };
};

/** Newest first, each with the number it should have begun with, if it began with another. */
function daysOf(days: VoiceDay[]) {
  return days.map((day, at) => {
    const before = days.slice(at + 1).find(({ last }) => last !== null)?.last ?? null;
    return { ...day, shown: sayDay(day.day), expected: missingNumber(before, day.first) };
  });
}
