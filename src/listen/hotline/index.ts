// Tickets of the city's hotline: taken over, signed for, answered, handed back, sent back. Only this file is imported from outside.

export { answeredFields, givenFields, handBackOutcomes, handBackReasons, ticketFields } from './ticket.ts';
export type { HandBackOutcome, HandBackReason, TicketColumns, TicketField } from './ticket.ts';
export { guessColumns, ticketTitle } from './ticket-columns.ts';
export { readTicketRows, type TicketRow } from './ticket-rows.ts';
export { worksOnHotline } from './hotline-access.ts';
export { importTickets, importTicketsInput, mostTickets, type ImportedTickets, type ImportTickets } from './import-tickets.ts';
export { ticketTableInput } from './ticket-table.ts';
export { findMappings, mappingFor, type Mapping } from './find-mappings.ts';
export { signTickets, signTicketsInput } from './sign-tickets.ts';
export { handBackTicket, handBackTicketInput } from './hand-back-ticket.ts';
export { decideHandBack, decideHandBackInput } from './decide-hand-back.ts';
export { exportTickets, exportTicketsInput } from './export-tickets.ts';
export { exportTable } from './export-table.ts';
export { findExport, type Exported } from './find-export.ts';
export { findExports, type ExportLine } from './find-exports.ts';
export { countPending } from './find-pending.ts';
export { countTickets, findTickets, ticketTabs, type TicketLine, type TicketTab } from './find-tickets.ts';
export { findTicket, type TicketPage } from './find-ticket.ts';
export { findLateness, type Lateness } from './find-lateness.ts';
