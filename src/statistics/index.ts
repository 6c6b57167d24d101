export { seesBoard } from './access.ts';
export { parts, type Account } from './account.ts';
export { findBoard, type Board, type Flow } from './find-board.ts';
export type { Share } from './find-comparison.ts';
export { findDistrictView } from './find-district-view.ts';
export type { Comparable, Neighbourhood } from './find-neighbourhoods.ts';
export type { OldVoice } from './find-oldest-open.ts';
export { findStreetView, type StreetView } from './find-street-view.ts';
export { leastShown, type Cells } from '#foundation/hide-small-cells.ts';
