import type { Act } from '#foundation/server/perform.ts';
import type { MeetingRef } from '#discuss/meetings/index.ts';
import type { Community } from '../town.ts';

// What other rooms do while a planted meeting is in session, such as voting. A room that does something gets its line.

/** `of`: the key of the story, such as `residents`; `act`: within the planting, at a moment of the meeting. */
type During = (act: Act, of: string, ref: MeetingRef & { id: string }, community: Community) => Promise<void>;

export const duringMeeting: During[] = [];
