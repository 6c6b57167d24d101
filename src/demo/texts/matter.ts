import type { VoiceKind } from '#listen/voices/index.ts';

export type PictureName = 'lamp' | 'puddle' | 'bin' | 'wall' | 'bikes';
export type Category =
  | 'housing'
  | 'water'
  | 'parking'
  | 'environment'
  | 'heating'
  | 'noise'
  | 'facilities'
  | 'safety'
  | 'welfare'
  | 'culture'
  | 'conduct'
  | 'thanks';

/**
 * One kind of trouble in the demo town: how people put it, and what became of it. Slots: `{where}` a stairwell,
 * `{building}`, `{floor}`, `{room}`, `{days}` how long, `{when}` when it happened. What stands behind an
 * arrow answers that text and no other.
 */
export type Matter = {
  said: Partial<Record<VoiceKind, string[]>>;
  answers: string[];
  /** What is promised for later, with a date of its own. */
  next?: string;
  title: string;
  outcome: string;
  /** The property provider can do this. */
  property?: true;
  photo?: PictureName;
  /** An outside body with the power to settle it. */
  outside?: string;
};
