import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { stages, type Bucket, type Channel, type Stage } from './voice.ts';
import { visibleTo } from './voice-access.ts';

/** How many came in and where they are: `received` is the sum of the six buckets, always and for every channel (V2). */
export type VoiceCounts = Record<Bucket, number> & { received: number };
export type CountedVoices = { all: VoiceCounts; byChannel: Map<Channel, VoiceCounts> };

/** In = out of one community, of voices the viewer may reach; `from` (included) and `to` (not included) limit when they came. */
export async function countVoices(viewer: Viewer, communityId: number, span: { from?: Date; to?: Date } = {}): Promise<CountedVoices> {
  const { from, to } = span;
  const rows = await database()
    .selectFrom('voices')
    .select((eb) => ['voices.channel', 'voices.stage', eb.fn.countAll<number>().as('count')])
    .$narrowType<{ channel: Channel; stage: Stage }>()
    .where(visibleTo(viewer, communityId))
    .$if(from !== undefined, (query) => query.where('voices.received_at', '>=', from ?? new Date()))
    .$if(to !== undefined, (query) => query.where('voices.received_at', '<', to ?? new Date()))
    .groupBy(['voices.channel', 'voices.stage'])
    .execute();
  const counted: CountedVoices = { all: zero(), byChannel: new Map() };
  for (const { channel, stage, count } of rows) {
    const ofChannel = counted.byChannel.get(channel) ?? zero();
    counted.byChannel.set(channel, ofChannel);
    for (const counts of [counted.all, ofChannel]) {
      counts[stages[stage].bucket] += count;
      counts.received += count;
    }
  }
  return counted;
}

function zero(): VoiceCounts {
  return { received: 0, open: 0, confirmed: 0, documented: 0, merged: 0, referred: 0, withdrawn: 0 };
}
