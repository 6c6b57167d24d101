import { row, type FieldRow } from './field-row.ts';

// What the house itself writes down so that it stays safe and accountable: mostly identifiers, no words of anybody.

const kept = { class: 'ordinary', basis: 'protection', erase: 'stays' } as const;

export const fieldsOfTheHouse: FieldRow[] = [
  row('access_records', ['fields', 'purpose', 'reader_role'], { ...kept, group: 'looks', said: 'looks', keep: 'always' }),
  row('events', ['data', 'actor_role'], { ...kept, group: 'looks', said: 'looks', keep: 'always' }),
  row('security_events', ['data'], { ...kept, group: 'looks', said: 'looks', keep: 'always' }),
  row('subject_keys', ['wrapped'], { ...kept, group: 'looks', said: 'looks', keep: 'record', erase: 'apart' }),
  row('deliveries', ['about', 'way', 'template'], { ...kept, group: 'looks', said: 'messages', keep: 'message' }),

  row('phone_codes', ['phone_index', 'phone_sealed', 'name_sealed', 'key_suite', 'key_wrapped', 'code_hmac'], {
    ...kept,
    group: 'device',
    said: 'phone',
    keep: 'code',
  }),
  row('sessions', ['token_hash', 'device'], {
    ...kept,
    group: 'device',
    said: 'device',
    keep: 'session',
    erase: { of: 'person', by: 'person_id', how: 'row' },
  }),
  row('sessions', ['place'], { ...kept, group: 'device', said: 'address', keep: 'session', erase: 'apart' }),
  row('familiar_places', ['place'], {
    ...kept,
    group: 'device',
    said: 'address',
    keep: 'place',
    erase: { of: 'person', by: 'person_id', how: 'row' },
  }),
  row('rate_limits', ['bucket'], { ...kept, group: 'device', said: 'address', keep: 'limit' }),
  row('idempotency_keys', ['actor', 'body_hash', 'response'], {
    ...kept,
    group: 'device',
    said: 'address',
    keep: 'intent',
    erase: 'apart',
  }),
];
