import type { Photo } from './photo.ts';
import type { Stage } from './stage.ts';

/** One moment in the life of a matter, in words that are ready to be read. */
export type LifelineItem = {
  seal: string;
  stage: Stage;
  /** as people say it: "11 月 14 日 9:05"; for what is still to come: whom it waits for */
  time: string;
  /** machine-readable moment; none for what is still to come */
  iso?: string | undefined;
  title: string;
  /** somebody's own words, line breaks kept */
  said?: string | undefined;
  by?: string | undefined;
  photos?: readonly Photo[] | undefined;
  todo?: boolean | undefined;
  /** spoken in place of the seal's character */
  sealLabel?: string | undefined;
};
