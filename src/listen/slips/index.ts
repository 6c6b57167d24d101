// Comment boxes and their slips. Only this file is imported from outside.

export { enterSlip, enterSlipInput, type EnteredSlip, type EnterSlip } from './enter-slip.ts';
export { findBoxes, type Box } from './find-boxes.ts';
export { findBoxOpening, findBoxOpenings, type OpeningRow } from './find-box-openings.ts';
export type { OpeningRef } from './load-opening.ts';
export { lookUpSlip, type SlipStanding } from './look-up-slip.ts';
export { openBox, openBoxInput, type OpenBox } from './open-box.ts';
export { findPrint, type PrintedSlips } from './find-print.ts';
export { printSlips, printSlipsInput, type PrintSlips } from './print-slips.ts';
export { putUpBox, putUpBoxInput, type PutUpBox } from './put-up-box.ts';
export { formatSerial } from './slip.ts';
export { openers, opensBoxes } from './why-not-slip.ts';
