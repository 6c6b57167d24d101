import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import type { NoticeBoardPaper, VoiceReceiptPaper } from '#foundation/papers/index.ts';
import { fingerprint, shortCode } from '#ledger/receipts/spoken-code.ts';
import { offlineProofOf, packProof } from '#ledger/receipts/offline-proof.ts';
import { toLetters } from '#ledger/receipts/letters.ts';
import { overwriteGetLocale } from '#words/runtime';
import { noticePaper } from '../src/routes/(resident)/ledger/notice-paper.ts';
import { readingIn } from '../src/routes/display-choice.ts';
import { receiptPaper } from '../src/routes/receipt-paper.ts';
import { paperLedger } from './paper-ledger.ts';

// The papers as they come out of the press, with made-up people, numbers and days.

overwriteGetLocale(() => readingIn() ?? 'zh-CN');
const papers = join(import.meta.dirname, '../papers');
const sha256 = (bytes: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha256').update(bytes).digest());
const signedAt = new Date('2026-11-23T09:41:00+08:00');
const lines = 20_480;

export async function sampleReceipt(locale: 'zh-CN' | 'en'): Promise<VoiceReceiptPaper> {
  const ledger = await paperLedger(lines, 'town.example/ledger/1');
  const proof = ledger.prove(1233);
  const letters = toLetters(await packProof(offlineProofOf(proof, ledger.keyId), sha256));
  const handed = {
    locale,
    url: new URL('https://town.example/'),
    slug: 'liuhuali',
    office: `${locale === 'en' ? 'Liuhuali' : '榴花里社区'} · 000-5550 1234`,
    number: '2026-000123',
    code: '5147 9668',
    receivedAt: signedAt,
    dueAt: new Date('2026-11-30T18:00:00+08:00'),
    answerable: '陈晓禾',
  };
  const home = { proof, vkey: ledger.vkey, signedAt, short: await shortCode(proof.entry, sha256), letters };
  return readingIn(locale, () => receiptPaper(handed, home));
}

export async function sampleNotice(): Promise<NoticeBoardPaper> {
  const origin = 'town.example/ledger/1';
  const root = createHash('sha256').update(origin).digest();
  const key = await fingerprint(origin, sha256);
  return noticePaper({ size: lines, root, signedAt, origin, fingerprint: key }, 'https://town.example/verify');
}

/** A paper as a picture: pages one below the other, 150 dots an inch. */
export async function pictureOf(name: string, data: VoiceReceiptPaper | NoticeBoardPaper): Promise<Buffer> {
  const compiler = NodeCompiler.create({ workspace: papers, fontArgs: [{ fontPaths: [join(papers, 'fonts')] }] });
  const svg = compiler.plainSvg({ mainFilePath: join(papers, `${name}.typ`), inputs: { data: JSON.stringify(data) } });
  return sharp(Buffer.from(svg), { density: 150 }).flatten({ background: '#ffffff' }).png({ palette: true, colours: 16 }).toBuffer();
}
