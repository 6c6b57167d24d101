import { row, type FieldRow, type OnErase } from './field-row.ts';

// What a sign-in, a card and the use of one's rights leave behind.

const account = { group: 'account', class: 'ordinary', basis: 'consent', keep: 'account' } as const;
const rights = { group: 'requests', class: 'ordinary', basis: 'duty', keep: 'record' } as const;

export const fieldsOfPeople: FieldRow[] = [
  row('consents', ['given_way', 'withdrawn_way'], { ...rights, said: 'consents', keep: 'always', erase: 'stays' }),
  row('data_requests', ['wish'], { ...rights, said: 'requests', class: 'free_words', erase: of('voice', 'voice_id', 'clear') }),
  row('data_request_decisions', ['reason'], { ...rights, said: 'requests', class: 'free_words', erase: 'stays' }),

  row('people', ['name'], { ...account, said: 'name', erase: of('person', 'id', 'blank') }),
  row('people', ['name_sealed'], { ...account, said: 'name', erase: of('person', 'id', 'clear') }),
  row('people', ['username'], { ...account, said: 'sign_in', erase: of('person', 'id', 'clear') }),
  row('people', ['phone_sealed', 'phone_index'], { ...account, said: 'phone', erase: of('person', 'id', 'clear') }),
  row('people', ['email_sealed'], { ...account, said: 'email', erase: of('person', 'id', 'clear') }),
  row('people', ['wechat_sealed'], { ...account, said: 'wechat', erase: of('person', 'id', 'clear') }),
  row('people', ['locale'], { ...account, said: 'language', erase: 'stays' }),
  row('roles', ['unit_name', 'end_reason'], { ...account, group: 'serving', said: 'role', basis: 'duty', keep: 'always', erase: 'stays' }),
  row('passwords', ['hash'], { ...account, said: 'sign_in', erase: of('person', 'person_id', 'row') }),
  row('authenticators', ['secret'], { ...account, said: 'sign_in', erase: of('person', 'person_id', 'row') }),
  row('recovery_codes', ['hash'], { ...account, said: 'sign_in', erase: of('person', 'person_id', 'row') }),
  row('invitations', ['code_prefix', 'code_hash'], { ...account, said: 'card', erase: 'apart' }),
  row('access_tokens', ['name', 'token_hash'], {
    ...account,
    group: 'serving',
    said: 'sign_in',
    basis: 'duty',
    erase: of('person', 'person_id', 'row'),
  }),
  row('saved_filters', ['name', 'query'], {
    ...account,
    group: 'serving',
    said: 'marks',
    basis: 'duty',
    erase: of('person', 'person_id', 'row'),
  }),

  row('notices', ['facts', 'about_number', 'event'], {
    ...account,
    group: 'notices',
    said: 'notices',
    keep: 'notice',
    erase: of('person', 'person_id', 'row'),
  }),
  row('notice_preferences', ['muted', 'said_way'], {
    ...account,
    group: 'notices',
    said: 'wishes',
    erase: of('person', 'person_id', 'row'),
  }),
  row('notice_digests', ['period'], { ...account, group: 'notices', said: 'messages', erase: of('person', 'person_id', 'row') }),
  row('notice_stops', ['said_way'], { ...account, group: 'notices', said: 'wishes', erase: 'stays' }),
];

function of(subject: 'person' | 'voice', by: string, how: 'blank' | 'clear' | 'row'): OnErase {
  return { of: subject, by, how };
}
