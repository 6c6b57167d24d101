export type { KeyOwner, KeyProvider, WrappedKey } from './key-provider.ts';
export { phoneIndex } from './phone-index.ts';
export type { Bound, Subject, SubjectKey } from './subject-key.ts';
export { createSubjectKey, destroySubjectKey, draftSubjectKey, openSubjectKey, unwrapSubjectKey, type DraftKey } from './subject-keys.ts';
