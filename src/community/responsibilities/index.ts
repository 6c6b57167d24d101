// Who does what here, and what nobody may ask of them. Only this file is imported from outside the room.

export { beginRegister } from './begin-register.ts';
export { endResponsibility, endResponsibilityInput, type EndResponsibility } from './end-responsibility.ts';
export { enterResponsibility, enterResponsibilityInput, type EnterResponsibility } from './enter-responsibility.ts';
export { findResidentsList, findResponsibilities, findRouting } from './find-responsibilities.ts';
export type { Responsibility, Routing } from './find-responsibilities.ts';
export { holders, standings, type Holder, type Standing } from './responsibility.ts';
export { whyNotKeepResponsibilities } from './why-not-responsibility.ts';
