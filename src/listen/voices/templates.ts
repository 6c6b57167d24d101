// What a resident is told of a voice, and which steps are worth a call, a visit or a letter from a busy office.

export const templates = [
  'received',
  'extended',
  'waiting',
  'scheduled',
  'delegated',
  'referral_asked',
  'referral_accepted',
  'referred_out',
  'merged',
  'joined',
  'split',
  'parted',
  'escalated',
  'answered',
  'reopened',
  'confirmed',
  'confirmed_together',
  'documented',
  'withdrawn',
  'topic',
] as const;
export type Template = (typeof templates)[number];

/** Those who asked for a call, a visit or a letter get one for these; the rest they find on the page or are told along. */
export const byHand: readonly Template[] = ['extended', 'scheduled', 'referred_out', 'merged', 'answered', 'documented'];

export function isTemplate(text: string): text is Template {
  return templates.some((template) => template === text);
}
