import { row, type FieldRow } from './field-row.ts';

// What a visit to a household leaves behind. There is no field for politics, religion, health, income or quarrels.

const visit = { group: 'visits', said: 'visit', class: 'ordinary', basis: 'consent', keep: 'visit', erase: 'apart' } as const;

export const fieldsOfVisits: FieldRow[] = [
  row('visits', ['result', 'purpose', 'present', 'contact', 'stage'], visit),
  row('visits', ['next_step_sealed'], { ...visit, class: 'free_words' }),
  row('visit_corrections', ['words_sealed', 'way'], { ...visit, class: 'free_words', keep: 'visit_correction' }),
  row('visit_notes', ['words_sealed', 'consent_way'], { ...visit, said: 'visit_note', class: 'sensitive', keep: 'visit_note' }),
];
