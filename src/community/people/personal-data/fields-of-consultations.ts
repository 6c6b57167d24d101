import { row, type FieldRow } from './field-row.ts';

// What somebody leaves behind who answers a consultation. Nothing of it has a name: the free words go by the receipt.

const answered = { group: 'consultations', class: 'ordinary', basis: 'consent', keep: 'record', erase: 'stays' } as const;
const written = { ...answered, said: 'additions', class: 'free_words', erase: 'apart' } as const;
const office = { group: 'office', class: 'free_words', basis: 'duty', keep: 'record', erase: 'stays' } as const;

export const fieldsOfConsultations: FieldRow[] = [
  row('consultation_texts', ['words'], written),
  row('consultation_paper_entries', ['answers'], written),
  row('consultation_clearings', ['shown_words'], { ...written, class: 'published' }),
  row('consultation_slips', ['choices'], { ...answered, said: 'choices' }),
  row('consultation_slips', ['receipt'], { ...answered, said: 'marks' }),
  row('consultation_participations', ['unit'], { ...answered, said: 'marks' }),
  row('consultation_forms', ['unit'], { ...answered, said: 'marks' }),
  row('consultation_steps', ['reason'], { ...office, said: 'reasons' }),
  row('consultation_clearings', ['reason'], { ...office, said: 'reasons' }),
  row('consultation_notes', ['words'], { ...office, said: 'answers' }),
  row('consultation_points', ['said', 'does', 'by_whom'], { ...office, said: 'answers' }),
];
