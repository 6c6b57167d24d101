export { dropFilter, dropFilterInput, type DropFilter } from './drop-filter.ts';
export { findFilters, type SavedFilter } from './find-filters.ts';
export { mostFilters, saveFilter, saveFilterInput, type SaveFilter } from './save-filter.ts';
