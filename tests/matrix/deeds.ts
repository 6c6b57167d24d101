import { actionNouns } from '#listen/voices/action-nouns.ts';
import { sorting, type Step } from './voices.ts';
import type { About } from './columns.ts';
import type { Ground } from './ground.ts';

// The deeds that can be done with a voice: from which step they start, and what one posts so that they succeed.

/** One field a time, as a form posts them; programs say the same as JSON. */
type Deed = { from: Step; says?: (ground: Ground, about: About, lead: string) => Record<string, string | string[]> };

export const deeds: Record<string, Deed> = {
  acknowledge: { from: 'received' },
  triage: {
    from: 'acknowledged',
    says: (ground, about) => {
      const { kind, category, matterScope, accusedIds } = sorting(ground, about);
      return { kind, category, matterScope, accusedIds };
    },
  },
  assign: {
    from: 'triaged',
    says: ({ helper, here }, about) => ({ ownerId: (about === 'sealed' ? here.world.street.personId : helper.personId) ?? '' }),
  },
  accept: { from: 'assigned' },
  decline: { from: 'assigned', says: () => ({ reason: 'Not in my power' }) },
  answer: { from: 'in_progress', says: () => ({ words: 'It is done.' }) },
  wait: { from: 'in_progress', says: ({ day }) => ({ reason: 'Spare part', untilDay: day }) },
  schedule: { from: 'in_progress', says: ({ day }) => ({ reason: 'Next round', day }) },
  resume: { from: 'waiting' },
  extend: { from: 'in_progress', says: () => ({ days: '3', reason: 'The part is on its way' }) },
  refer: { from: 'in_progress', says: () => ({ receiver: 'Water works' }) },
  confirm_referral: { from: 'referral_asked', says: () => ({ reference: 'Letter 12' }) },
  merge: { from: 'triaged', says: (_, __, lead) => ({ into: lead }) },
  split: { from: 'merged' },
  escalate: { from: 'in_progress', says: ({ day }) => ({ reason: 'Too hard', targetDay: day }) },
  follow_up: { from: 'answered', says: () => ({ way: 'phone', outcome: 'not_reached' }) },
  close_documented: { from: 'answered', says: () => ({ reasonCode: 'UNLAWFUL_OR_IMPOSSIBLE', evidence: 'Explained on the phone' }) },
  reopen: { from: 'answered', says: () => ({ reason: 'It drips again' }) },
  note: { from: 'in_progress', says: () => ({ words: 'Call after six' }) },
  publish: { from: 'triaged', says: () => ({ title: 'A matter' }) },
  take_down: { from: 'published' },
  confirm: { from: 'answered', says: () => ({ rating: '5' }) },
  withdraw: { from: 'in_progress' },
  add: { from: 'in_progress', says: () => ({ words: 'Also in the kitchen' }) },
};

/** The verb a door is for: of the form with many deeds, of a page's own action, of an address of the API. */
export function verbOf(door: string): string | null {
  const verb = / (\w+)$/.exec(door)?.[1] ?? /\[number\]\?\/(\w+)$/.exec(door)?.[1];
  const noun = /\{number\}\/([\w-]+)$/.exec(door)?.[1];
  const found = verb ?? Object.entries(actionNouns).find(([, one]) => one === noun)?.[0];
  return found !== undefined && found in deeds ? found : null;
}
