import { database } from '#foundation/server/database.ts';

/** One community's day, as its line in the ledger says it. `day`: YYYY-MM-DD; `first`, `last`: the numbers given out that day. */
export type VoiceDay = {
  communityId: number;
  day: string;
  received: number;
  open: number;
  overdue: number;
  closed: number;
  first: string | null;
  last: string | null;
};

/** The last days of every community, newest first. For everybody: whoever adds them up sees a number that is missing. */
export async function findVoiceDays(since: string): Promise<VoiceDay[]> {
  return database()
    .selectFrom('voice_days')
    .select(['community_id as communityId', 'day', 'received', 'open', 'overdue', 'closed', 'first_number as first', 'last_number as last'])
    .where('day', '>=', since)
    .orderBy('community_id')
    .orderBy('day', 'desc')
    .execute();
}
