import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { advanceTopic, type TopicStage } from '#discuss/topics/index.ts';
import { findAgenda } from './agenda.ts';
import type { Meeting } from './meeting.ts';
import type { MeetingStep } from './record-meeting.ts';

// A meeting carries the topics of its agenda along: those who spoke first hear that it is called, and what came of it.

const consulting: readonly string[] = ['deliberative_council', 'public_hearing', 'open_talk'];
const after: Partial<Record<MeetingStep, TopicStage>> = {
  called: 'called',
  opened: 'in_session',
  inquorate: 'inquorate',
  adjourned: 'adjourned',
  cancelled: 'adjourned',
  closed: 'discussed',
};

/** Within a command. Where nobody decides a topic is talked about; what is only told of goes nowhere; what is confidential stays. */
export async function carryTopics(act: Act, viewer: Viewer, one: Meeting, step: MeetingStep): Promise<void> {
  if (one.kind === 'mediation_meeting') return;
  const stage = consulting.includes(one.kind) ? (step === 'called' ? 'consulting' : undefined) : after[step];
  if (stage === undefined) return;
  for (const { topicId, purpose } of await findAgenda(act.trx, one)) {
    if (topicId === null || purpose === 'inform') continue;
    await advanceTopic(act, viewer, { communityId: one.communityId, id: topicId }, stage);
  }
}
