import { row, type FieldRow } from './field-row.ts';

// What people leave behind where the neighbourhood deliberates, decides and judges what was promised.

const spoken = { group: 'deliberation', class: 'free_words', basis: 'duty', keep: 'record' } as const;
const office = { group: 'office', class: 'free_words', basis: 'duty', keep: 'record', erase: 'stays' } as const;

export const fieldsOfDeliberation: FieldRow[] = [
  row('topic_arguments', ['words'], { ...spoken, said: 'additions', erase: { of: 'person', by: 'author_id', how: 'blank' } }),
  row('topic_appeals', ['words'], { ...spoken, said: 'additions', erase: { of: 'person', by: 'appealed_by', how: 'blank' } }),
  row('resolution_objections', ['words'], { ...spoken, said: 'additions', erase: { of: 'person', by: 'objected_by', how: 'blank' } }),
  row('commitment_verdicts', ['words'], { ...spoken, said: 'verdict', erase: { of: 'person', by: 'person_id', how: 'clear' } }),

  row('meeting_minutes', ['body', 'minority_view'], { ...office, said: 'answers' }),
  row('meeting_questions', ['words', 'answer'], { ...office, said: 'answers' }),
  row('meeting_steps', ['reason'], { ...office, said: 'reasons' }),
  row('party_refusals', ['reason'], { ...office, said: 'reasons' }),
  row('roll_marks', ['document'], { ...office, said: 'reasons' }),
  row('topic_arguments', ['removal_reason'], { ...office, said: 'reasons' }),
  row('topic_appeals', ['reason'], { ...office, said: 'reasons' }),
  row('topic_declines', ['reason'], { ...office, said: 'reasons' }),
  row('topic_screenings', ['reason'], { ...office, said: 'reasons' }),
  row('topic_steps', ['note'], { ...office, said: 'reasons' }),
  row('topic_studies', ['reference', 'opinion'], { ...office, said: 'reasons' }),
  row('memberships', ['end_reason'], { ...office, said: 'reasons' }),
  row('handovers', ['things'], { ...office, said: 'reasons' }),
  row('votes', ['way_reason', 'void_reason', 'authority'], { ...office, said: 'reasons' }),
  row('roll_call_answers', ['words'], { ...office, said: 'answers' }),
  row('late_papers', ['note', 'ruling_reason'], { ...office, said: 'reasons' }),
  row('resolution_objections', ['reason'], { ...office, said: 'reasons' }),
  row('resolution_steps', ['reason', 'reference'], { ...office, said: 'reasons' }),
  row('commitment_owners', ['note'], { ...office, said: 'reasons' }),
  row('commitment_amendments', ['text', 'reason'], { ...office, said: 'reasons' }),
  row('commitment_notes', ['words'], { ...office, said: 'answers' }),
  row('commitment_steps', ['document', 'reason'], { ...office, said: 'reasons' }),
  row('commitment_verdicts', ['document'], { ...office, said: 'reasons' }),
  // Gone with the photo, which anybody in it can have taken down.
  row('commitment_photos', ['alt', 'sha256'], { ...office, class: 'published', said: 'photos' }),

  row('delegation_assessments', ['reason'], { ...office, said: 'reasons' }),
  row('delegation_steps', ['reason'], { ...office, said: 'reasons' }),
  row('delegation_helps', ['words', 'answer'], { ...office, said: 'answers' }),
  row('delegation_reports', ['words'], { ...office, said: 'answers' }),
];
