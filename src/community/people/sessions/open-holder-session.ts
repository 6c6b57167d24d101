import { database, databaseTime } from '#foundation/server/database.ts';
import { openSession } from './open-session.ts';

/** The session of somebody who has just spoken, or has shown number and query code: it reaches that one voice. Returns its token. */
export async function openHolderSession(holds: { communityId: number; voiceId: string }, device = ''): Promise<string> {
  return openSession(database(), { kind: 'holder', assurance: 'full', holds, device, now: await databaseTime() });
}
