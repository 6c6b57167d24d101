import {
  stages,
  type Channel,
  type MethodStage,
  type Privacy,
  type ResponseMethod,
  type Stage,
  type VoiceKind,
} from '#listen/voices/index.ts';
import { m } from '#words';

// The words for everything that is a code in a voice. Whoever needs another one adds it here, once.

export function kindWord(kind: VoiceKind): string {
  return m[`voices_kind_${kind}`]();
}

export function channelWord(channel: Channel): string {
  return m[`voices_channel_${channel}`]();
}

export function privacyWord(privacy: Privacy): string {
  return m[`voices_privacy_${privacy}`]();
}

export function responseWord(method: ResponseMethod): string {
  return m[`voices_response_${method}`]();
}

export function stageWord(stage: Stage): string {
  return m[`voices_stage_${stage}`]();
}

/** Under which of the method's seals a stage stands, for tags and lifelines. */
export function stageSeal(stage: Stage): MethodStage {
  return stages[stage].seal;
}

/** The character cut into a seal, and the word that is spoken in its place. */
export function sealOf(stage: MethodStage): { stage: MethodStage; seal: string; sealLabel: string } {
  return { stage, seal: m[`site_seal_${stage}`](), sealLabel: m[`site_stage_${stage}`]() };
}
