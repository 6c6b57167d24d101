import { row, type FieldRow, type OnErase } from './field-row.ts';

// What a voice and its speaker leave behind.

const spoken = { group: 'words', class: 'free_words', basis: 'duty', keep: 'record' } as const;
const office = { group: 'office', class: 'free_words', basis: 'duty', keep: 'record', erase: 'stays' } as const;
const contact = { group: 'contact', class: 'ordinary', basis: 'consent', keep: 'contact', erase: of('reporter', 'id', 'clear') } as const;

export const fieldsOfVoices: FieldRow[] = [
  row('voices', ['words', 'search'], { ...spoken, said: 'words', erase: of('voice', 'id', 'blank') }),
  row('voices', ['place_words', 'latitude', 'longitude', 'map_datum'], { ...spoken, said: 'place', erase: of('voice', 'id', 'clear') }),
  row('voice_photos', ['sha256'], { ...spoken, said: 'photos', erase: 'apart' }),
  row('voice_additions', ['words'], { ...spoken, said: 'additions', erase: of('voice', 'voice_id', 'blank') }),
  row('voice_follow_ups', ['note'], { ...spoken, said: 'verdict', erase: of('voice', 'voice_id', 'clear') }),
  row('voice_closings', ['words'], { ...spoken, said: 'verdict', erase: of('voice', 'voice_id', 'clear') }),
  row('voice_merge_confirmations', ['words'], { ...spoken, said: 'verdict', erase: of('voice', 'voice_id', 'clear') }),
  row('voice_reopenings', ['reason'], { ...spoken, said: 'verdict', erase: of('voice', 'voice_id', 'clear') }),
  row('voice_requests', ['answers', 'media_url'], { ...spoken, said: 'additions', erase: of('voice', 'voice_id', 'clear') }),

  row('missed_call_words', ['words'], { ...spoken, said: 'words', keep: 'call', erase: 'apart' }),

  row('reporters', ['name_sealed'], { ...contact, said: 'name' }),
  row('reporters', ['phone_sealed', 'phone_index'], { ...contact, said: 'phone' }),
  row('reporters', ['email_sealed'], { ...contact, said: 'email' }),
  row('reporters', ['contact_hours'], { ...contact, said: 'hours' }),
  row('reporters', ['locale'], { ...contact, said: 'language', keep: 'record', erase: 'stays' }),

  row('voice_accused', ['description'], {
    ...spoken,
    group: 'accused',
    said: 'accused',
    class: 'sensitive',
    erase: of('voice', 'voice_id', 'blank'),
  }),
  row('voice_publications', ['title', 'search'], {
    group: 'publish',
    said: 'title',
    class: 'published',
    basis: 'publication',
    keep: 'record',
    erase: of('voice', 'voice_id', 'blank'),
  }),
  row('voice_publications', ['words'], {
    group: 'publish',
    said: 'title',
    class: 'published',
    basis: 'publication',
    keep: 'record',
    erase: of('voice', 'voice_id', 'clear'),
  }),
  row('voice_publications', ['outcome'], {
    group: 'publish',
    said: 'title',
    class: 'published',
    basis: 'publication',
    keep: 'record',
    erase: of('voice', 'voice_id', 'clear'),
  }),
  row('voice_withdrawals', ['words'], { ...spoken, group: 'pressure', said: 'pressure', erase: of('voice', 'voice_id', 'clear') }),

  row('voice_answers', ['words', 'next_step'], { ...office, said: 'answers' }),
  row('voice_closings', ['evidence'], { ...office, said: 'reasons' }),
  row('voice_deadlines', ['reason'], { ...office, said: 'reasons' }),
  row('voice_declines', ['reason'], { ...office, said: 'reasons' }),
  row('voice_escalations', ['reason'], { ...office, said: 'reasons' }),
  row('voice_waits', ['reason'], { ...office, said: 'reasons' }),
  row('voice_referrals', ['receiver', 'accepted_reference'], { ...office, said: 'reasons' }),

  // The hotline's number stays: the same ticket must never become a second voice.
  row('hotline_tickets', ['ticket_number'], { ...spoken, said: 'hotline', class: 'ordinary', erase: 'stays' }),
  row('hotline_hand_backs', ['evidence'], { ...office, said: 'reasons' }),
  row('hotline_hand_back_decisions', ['reference'], { ...office, said: 'reasons' }),
];

function of(subject: 'voice' | 'reporter', by: string, how: 'blank' | 'clear'): OnErase {
  return { of: subject, by, how };
}
