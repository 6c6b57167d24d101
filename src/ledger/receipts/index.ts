// What a resident takes home to show that their voice is in the ledger: as letters, as a QR code, as files.

export { formatGrowth } from './growth.ts';
export { formatReceipt, type ProvenLine } from './receipt-file.ts';
export { keyFingerprint } from './key-fingerprint.ts';
export { takeHome, type TakeHome } from './take-home.ts';
export { formatTlogProof } from './tlog-proof.ts';
