import { database } from '#foundation/server/database.ts';
import { isId } from '#foundation/ids.ts';
import type { Viewer } from '#community/people/index.ts';
import { queryCalls, type CallRef } from './load-call.ts';
import type { MissedCall } from './missed-call.ts';
import { whyNotGoOn, worksOnCalls } from './why-not-call.ts';

/** A missed call to write down; null when there is none, it is over, or it isn't theirs to answer. */
export async function findCall(viewer: Viewer, { communityId, id }: CallRef): Promise<MissedCall | null> {
  if (!isId(id) || !worksOnCalls(viewer, communityId)) return null;
  const call = await queryCalls(database(), communityId).where('missed_calls.id', '=', id).executeTakeFirst();
  return call && whyNotGoOn(call, viewer) === null ? call : null;
}
