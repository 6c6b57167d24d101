// A missed call: somebody rang, and nobody was there. What the machine kept is heard at nine and at four; whoever called
// is then called back within a day, and no call ends by being forgotten.

export const lines = ['telephone', 'complaint_line'] as const;
export type Line = (typeof lines)[number];
/** How a call ends without becoming a voice. */
export const bareEnds = ['nothing_wanted', 'not_reached', 'no_number'] as const;
export type BareEnd = (typeof bareEnds)[number];
export type CallEnd = BareEnd | 'voice';

/** So often, on so many days, somebody is called back before the office may give up. */
export const enoughTries = { tries: 3, days: 2 } as const;

/** What the rules need to know. `tryDays`: on how many days somebody tried in vain. */
export type MissedCall = {
  communityId: number;
  id: string;
  line: Line;
  calledAt: Date;
  dueAt: Date;
  callerId: string | null;
  words: string | null;
  outcome: CallEnd | null;
  tries: number;
  tryDays: number;
};
