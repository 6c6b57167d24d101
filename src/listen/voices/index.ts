export { countedBy, visibleTo } from './voice-access.ts';
export { channels, formatNumber, isStage, openStages, stages } from './voice.ts';
export type { Bucket, Channel, Stage } from './voice.ts';
