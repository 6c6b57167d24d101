import subjects from './sensitive-subjects.json' with { type: 'json' };

// What a question must not ask for [law PIPL 6, 28]: nobody needs it to run a neighbourhood, and it can't be lost if it was
// never asked. Names and telephone numbers are among it: with them, answers would have an owner.

export type SensitiveSubject = keyof typeof subjects;

/** The first subject a text touches, with the words that gave it away; null when it touches none. */
export function findSensitive(...texts: (string | null | undefined)[]): { subject: SensitiveSubject; word: string } | null {
  const said = texts.map((text) => (text ?? '').normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')).join('\n');
  const bare = said.replaceAll(' ', '');
  for (const subject of subjectNames()) {
    const word = subjects[subject].find((one) => (/[a-z]/.test(one) ? said : bare).includes(one.normalize('NFKC')));
    if (word) return { subject, word };
  }
  return null;
}

/** The refusal code of a subject: `consultation.sensitive-health`. */
export function sensitiveCode(subject: SensitiveSubject): string {
  return `consultation.sensitive-${subject.replaceAll('_', '-')}`;
}

function subjectNames(): SensitiveSubject[] {
  return Object.keys(subjects).filter((name): name is SensitiveSubject => name in subjects);
}
