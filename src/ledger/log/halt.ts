/** Why nothing may be added to the ledger or signed at present. Codes have words (`ledger_halted_…`). */
export const haltCodes = [
  'behind',
  'fork',
  'other_key',
  'key_missing',
  'other_log',
  'last_signed_missing',
  'last_signed_damaged',
  'tiles_damaged',
  'standby',
  'witness',
] as const;
export type HaltCode = (typeof haltCodes)[number];

/** The ledger cannot go on; the sentence tells the operator what to do. */
export class LedgerHalt extends Error {
  readonly code: HaltCode;
  constructor(code: HaltCode, sentence: string) {
    super(sentence);
    this.code = code;
  }
}

export function isHaltCode(text: string | null): text is HaltCode {
  return haltCodes.some((code) => code === text);
}
