import { row, type FieldRow } from './field-row.ts';

// What choosing and keeping liaison officers leaves behind: names and numbers people agreed to publish, and objections.

const shown = { group: 'serving', class: 'published', basis: 'publication', keep: 'record' } as const;
const ofPerson = { of: 'person', by: 'person_id', how: 'clear' } as const;
const office = { group: 'office', class: 'free_words', basis: 'duty', keep: 'record', erase: 'stays' } as const;

export const fieldsOfNeighbours: FieldRow[] = [
  row('liaison_nominations', ['shown_name'], { ...shown, said: 'name', erase: ofPerson }),
  row('liaison_appointments', ['shown_name'], { ...shown, said: 'name', erase: ofPerson }),
  row('liaison_appointments', ['shown_phone'], { ...shown, said: 'phone', erase: ofPerson }),
  row('liaison_objections', ['words'], {
    group: 'words',
    class: 'free_words',
    basis: 'duty',
    keep: 'record',
    said: 'words',
    erase: { of: 'person', by: 'person_id', how: 'blank' },
  }),
  row('liaison_objection_answers', ['words'], { ...office, said: 'answers' }),
  row('liaison_calls', ['announcement'], { ...office, said: 'answers' }),
  // Officers of the police and the property company, as the office prints them on cards.
  row('card_contacts', ['police_name', 'property_name'], { ...shown, said: 'name', basis: 'duty', erase: 'stays' }),
  row('card_contacts', ['police_phone', 'property_phone', 'complaint_phone'], { ...shown, said: 'phone', basis: 'duty', erase: 'stays' }),
];
