export type { Content } from './canonical-json.ts';
export { commitmentBytes } from './commitment.ts';
export { leafText, type LeafEntry } from './leaf-entry.ts';
