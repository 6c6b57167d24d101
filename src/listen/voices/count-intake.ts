import { takeToken } from '#foundation/server/take-token.ts';
import type { Viewer } from '#community/people/index.ts';

/** An hour's worth: more than anybody has to say, and enough for a family, an office or a telephone network behind one address. */
const most = { person: 20, address: 60 };

/**
 * Counts somebody who hands in a voice, an addition or photos by a page, before any of it is looked at, so that nobody fills the
 * counter or the disk by a program (ASVS 5.0, 2.4.1 and 5.2.4). Programs of the API are counted there. Throws TooMany.
 */
export async function countIntake({ personId, address }: Viewer): Promise<void> {
  if (personId) await takeToken(`intake:person:${personId}`, most.person, 3600);
  await takeToken(`intake:address:${address}`, most.address, 3600);
}
