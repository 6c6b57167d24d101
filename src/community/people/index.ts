export { findGrants } from './find-grants.ts';
export { findServing, type Serving } from './find-serving.ts';
export { findViewer, type SignedIn } from './sessions/find-viewer.ts';
export { openSession } from './sessions/open-session.ts';
export { stepUpLasts, type Session } from './sessions/session.ts';
export { actingRole, actorKey, hasRole, nobody, roleNames, theClock } from './viewer.ts';
export type { Grant, RoleName, Viewer } from './viewer.ts';
