import { shanghaiDay } from '#foundation/calendar/index.ts';
import type { AcknowledgeWay, CardStage } from '#listen/cards/index.ts';
import type { ContactWay } from '#listen/contacts/index.ts';
import type { EndReason, PublicCall, Topic } from '#listen/liaison/index.ts';
import { m } from '#words';

// Liaison officers, contact cards and direct contact, said in plain words.

export type CallStage = 'coming' | 'open' | 'closed' | 'listed' | 'past';

/** Where a call stands at this moment. */
export function stageOfCall({ opensOn, closesOn, until }: PublicCall, now = new Date()): CallStage {
  if (until) return now <= until ? 'listed' : 'past';
  const today = shanghaiDay(now);
  if (today < opensOn) return 'coming';
  return today <= closesOn ? 'open' : 'closed';
}

export function callStageWord(stage: CallStage): string {
  return m[`liaison_stage_${stage}`]();
}

export function topicWord(topic: Topic): string {
  return m[`liaison_topic_${topic}`]();
}

export function endReasonWord(reason: EndReason): string {
  return m[`liaison_reason_${reason}`]();
}

export function contactWayWord(way: ContactWay): string {
  return m[`contact_way_${way}`]();
}

export function cardStageWord(stage: CardStage): string {
  return m[`card_stage_${stage}`]();
}

export function acknowledgeWord(way: AcknowledgeWay): string {
  return m[`card_ack_${way}`]();
}

/** The ways by which the office hears something for others. */
export function deskWays(): { value: string; label: string }[] {
  return (['phone', 'desk', 'paper'] as const).map((way) => ({ value: way, label: m[`rights_way_${way}`]() }));
}
