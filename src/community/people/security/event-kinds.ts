// What happened at the door, in five heaps somebody can leaf through.

/** The first part of an event's name says to which heap it belongs. */
export const eventKinds = {
  sign_in: ['sign_in', 'session', 'step_up'],
  accounts: ['password', 'authenticator', 'recovery', 'person', 'card', 'account', 'token', 'reset'],
  roles: ['role'],
  refused: ['access'],
  house: ['calendar', 'community', 'street', 'district', 'place', 'places', 'installation', 'data', 'backup', 'key', 'ledger'],
} as const;
export type EventKind = keyof typeof eventKinds;

export function isEventKind(text: string): text is EventKind {
  return Object.hasOwn(eventKinds, text);
}

/** Connecting one's own authenticator is no news to whoever just did it; of everything else a message is sent as well. */
export function isToldByMessage(name: string): boolean {
  return name !== 'authenticator.connected' && alarming.some((one) => one === name);
}

/** What its owner should hear of at once: a change of their keys, or a sign-in from where they never were. */
export const alarming = [
  'sign_in.elsewhere',
  'sign_in.storm',
  'password.changed',
  'authenticator.let_go',
  'authenticator.connected',
  'recovery.renewed',
  'recovery.used',
  'person.password_renewed',
  'sign_in.reset_by_operator',
  'reset.asked',
  'reset.seconded',
  'token.created',
] as const;
