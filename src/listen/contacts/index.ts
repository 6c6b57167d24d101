// Direct contact between somebody who serves and a household. Only this file is imported from outside.

export { acceptLink, acceptLinkInput } from './accept-link.ts';
export { correctEntry, correctEntryInput, eraseEntry } from './change-entry.ts';
export { contactWays, type ContactWay } from './contact-link.ts';
export { endLink, endLinkInput, endLinksOf } from './end-link.ts';
export { findLinks, findLog, findOwnLinks, type LinkRow, type LogEntry } from './find-links.ts';
export { findNearHouseholds } from './find-near-households.ts';
export { noteContact, noteContactInput } from './note-contact.ts';
export { proposeLink, proposeLinkInput } from './propose-link.ts';
export { findLogLooks, readLog } from './read-log.ts';
export { remindHolders } from './remind-holders.ts';
export { office as worksOnContacts, whyNotAccept, whyNotNote } from './why-not-contact.ts';
