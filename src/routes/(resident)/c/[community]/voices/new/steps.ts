// What is asked on which of the two steps. The other step's answers travel along unseen.

export const aboutFields = ['words', 'kind', 'vitalInterest', 'placeId', 'placeWords'] as const;
export const youFields = [
  'privacy',
  'name',
  'phone',
  'email',
  'contactHours',
  'responseMethod',
  'accusedIds',
  'accusedWords',
  'mayPublish',
  'into',
] as const;

type Answered = { errors: { field?: string; message: string }[]; values: Record<string, string>; step?: string };

/** Which step to show: the one gone to; after a mistake, the first one with something to put right. */
export function stepOf(form: Answered | null): 'about' | 'you' {
  if (!form) return 'about';
  if (form.step) return form.step === 'you' ? 'you' : 'about';
  const wrongAbout = form.errors.some(({ field }) => aboutFields.some((name) => name === field));
  return wrongAbout || form.values['go'] !== 'send' ? 'about' : 'you';
}
