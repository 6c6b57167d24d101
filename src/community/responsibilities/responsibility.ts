// An entry of the register of responsibilities: what somebody here does, helps with, may not be asked for, or what residents
// can do themselves (method.md M60).

export const holders = [
  'residents_committee',
  'party_organization',
  'service_station',
  'residents_groups',
  'owners',
  'property_provider',
  'government',
] as const;
export type Holder = (typeof holders)[number];
/** `helps`: with its cost paid [law RC 42]; `not_to_be_asked`: nobody may ask it of them, whoever asks. */
export const standings = ['does', 'helps', 'not_to_be_asked', 'residents_can'] as const;
export type Standing = (typeof standings)[number];

/** Whose task is the office's own; what none of them has may be declined [law Shanghai-RC 27; law Beijing-hotline 17]. */
export const office: readonly Holder[] = ['residents_committee', 'party_organization', 'service_station'];
