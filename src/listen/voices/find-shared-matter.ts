import { database } from '#foundation/server/database.ts';
import { theClock, type Viewer } from '#community/people/index.ts';
import { findTimeline, type TimelineItem } from './find-timeline.ts';
import { loadVoice, type VoiceRef } from './load-voice.ts';
import type { VoiceEvent } from './move-voice.ts';
import type { Stage } from './voice.ts';
import { speaks } from './why-not.ts';

/** The matter a merged voice went into, as far as it is everybody's: what the office did and said, not who else spoke. */
export type SharedMatter = {
  number: string;
  stage: Stage;
  /** who works on it; null while nobody does */
  ownerName: string | null;
  dueAt: Date;
  answeredAt: Date | null;
  sharedBy: number;
  timeline: TimelineItem[];
};

/** For the speaker of a merged voice: the story goes on in another voice, and must not end for them. Null for anybody else. */
export async function findSharedMatter(viewer: Viewer, ref: VoiceRef): Promise<SharedMatter | null> {
  const db = database();
  const voice = await loadVoice(db, viewer, ref);
  if (!voice || voice.stage !== 'merged' || !voice.caseId || !speaks(voice, viewer)) return null;
  const { lead_voice_id: id } = await db
    .selectFrom('cases')
    .select('lead_voice_id')
    .where('community_id', '=', voice.communityId)
    .where('id', '=', voice.caseId)
    .executeTakeFirstOrThrow();
  const lead = await loadVoice(db, theClock, { communityId: voice.communityId, id });
  if (!lead || lead.sealed !== 'none') return null;
  const [timeline, owner] = await Promise.all([
    findTimeline(db, lead, false),
    db.selectFrom('people').select('name').where('id', '=', lead.ownerId).executeTakeFirst(),
  ]);
  return {
    number: lead.number,
    stage: lead.stage,
    ownerName: owner?.name ?? null,
    dueAt: lead.dueAt,
    answeredAt: lead.answeredAt,
    sharedBy: lead.children,
    timeline: timeline.filter((item) => shared.includes(item.event)),
  };
}

/** What the office did. What the other speaker said, added, judged or withdrew stays with them. */
const shared: VoiceEvent[] = [
  'assigned',
  'accepted',
  'declined',
  'answered',
  'waited',
  'scheduled',
  'resumed',
  'delegated',
  'extended',
  'referral_asked',
  'referral_confirmed',
  'escalated',
  'closed_documented',
];
