/** The receipt as a file: every line the ledger has about one voice, each with its proof and, for its owner, what it seals. */
import type { Content } from '#foundation/commitments/index.ts';
import { fromBase64, parseCheckpoint, parseNote, toBase64 } from '../verifier.ts';
import { isRecord, readJson, type Proof } from './proof.ts';

/** What a line commits to without saying it. `salt`: 32 bytes. */
export type Opening = { content: Content; salt: Uint8Array };
export type ProvenLine = Proof & { opening: Opening | null };
/** `vkey`: of the ledger; `witnesses`: verifier keys of those who confirm its size, in one line each. */
export type ReceiptFile = { number: string; vkey: string; witnesses: string[]; lines: ProvenLine[] };

const format = 'huiyin-receipt/v1';

export function formatReceipt({ number, vkey, witnesses, lines }: ReceiptFile): string {
  const written = lines.map(({ index, entry, path, checkpoint, opening }) => ({
    index: String(index),
    entry: new TextDecoder().decode(entry),
    path: path.map(toBase64),
    checkpoint,
    ...(opening && { content: opening.content, salt: toBase64(opening.salt) }),
  }));
  return `${JSON.stringify({ format, number, vkey, witnesses, lines: written }, null, 2)}\n`;
}

/** Null for anything that isn't a receipt, or not whole. */
export function parseReceipt(text: string): ReceiptFile | null {
  const read = readJson(text);
  if (!isRecord(read) || read['format'] !== format || !Array.isArray(read['lines'])) return null;
  const { number, vkey, witnesses } = read;
  if (typeof number !== 'string' || typeof vkey !== 'string' || !isTexts(witnesses)) return null;
  const lines = read['lines'].map(lineOf);
  return lines.length > 0 && lines.every((line) => line !== null) ? { number, vkey, witnesses, lines } : null;
}

function lineOf(read: unknown): ProvenLine | null {
  if (!isRecord(read) || !isTexts(read['path'])) return null;
  const { index, entry, checkpoint } = read;
  if (typeof index !== 'string' || !/^\d{1,20}$/.test(index) || typeof entry !== 'string' || typeof checkpoint !== 'string') return null;
  const path = read['path'].map((hash) => fromBase64(hash));
  const size = parseCheckpoint(parseNote(checkpoint)?.text ?? '')?.size;
  if (size === undefined || !path.every((hash) => hash !== null)) return null;
  const opening = openingOf(read);
  if (opening === undefined) return null;
  return { index: BigInt(index), size, entry: new TextEncoder().encode(entry), path, checkpoint, opening };
}

/** Undefined when there is one that can't be read. */
function openingOf({ content, salt }: Record<string, unknown>): Opening | null | undefined {
  if (content === undefined && salt === undefined) return null;
  const bytes = typeof salt === 'string' ? fromBase64(salt) : null;
  return bytes?.length === 32 && isContent(content) ? { content, salt: bytes } : undefined;
}

function isContent(value: unknown): value is Content {
  if (Array.isArray(value)) return value.every(isContent);
  if (isRecord(value)) return Object.values(value).every(isContent);
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
