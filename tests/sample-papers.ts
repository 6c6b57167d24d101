import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import sharp from 'sharp';
import type {
  AppointmentLetterPaper,
  ContactCardPaper,
  LetterPaper,
  NoticeBoardPaper,
  VisitRecordPaper,
  VoiceReceiptPaper,
} from '#foundation/papers/index.ts';
import { fingerprint, shortCode } from '#ledger/receipts/spoken-code.ts';
import { offlineProofOf, packProof } from '#ledger/receipts/offline-proof.ts';
import { toLetters } from '#ledger/receipts/letters.ts';
import { overwriteGetLocale } from '#words/runtime';
import { noticePaper } from '../src/routes/(resident)/ledger/notice-paper.ts';
import { readingIn } from '../src/routes/display-choice.ts';
import { appointmentPaper } from '../src/routes/appointment-paper.ts';
import { contactCardPaper } from '../src/routes/contact-card-paper.ts';
import { visitRecordPaper } from '../src/routes/visit-paper.ts';
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

/** A card as it hangs behind a door. */
export function sampleCard(locale: 'zh-CN' | 'en'): Promise<ContactCardPaper> {
  const en = locale === 'en';
  const on = {
    locale,
    url: new URL('https://town.example/'),
    slug: 'liuhuali',
    office: en ? 'Liuhuali' : '榴花里社区',
    phone: '000-5550 1234',
    hours: en ? 'Mon–Fri 9:00–17:30' : '周一至周五 9:00–17:30',
    officer: { name: en ? 'Zhou Guilan' : '周桂兰', phone: '000-5550 2201' },
    chief: en ? 'Zhao Zhenshan' : '赵振山',
    contacts: {
      policeName: en ? 'Officer Shao' : '民警小邵',
      policePhone: '000-5550 8110',
      propertyName: en ? 'Liu’an Property' : '榴安物业',
      propertyPhone: '000-5550 8400',
      complaintPhone: '000-5550 8289',
    },
    number: '2026-000123',
  };
  return readingIn(locale, () => contactCardPaper(on));
}

export function sampleAppointment(locale: 'zh-CN' | 'en'): AppointmentLetterPaper {
  const en = locale === 'en';
  const officer = {
    name: en ? 'Shen Xiuying' : '沈秀英',
    letter: '2026-000041',
    places: en ? ['Building 4'] : ['4号楼'],
    startsOn: '2026-06-01',
    endsOn: '2029-05-31',
    trainings: [
      { topic: 'listening' as const, heldOn: '2026-06-07' },
      { topic: 'privacy' as const, heldOn: '2026-06-21' },
    ],
  };
  return readingIn(locale, () => appointmentPaper(locale, en ? 'Liuhuali' : '榴花里社区', officer));
}

export function sampleVisit(locale: 'zh-CN' | 'en'): VisitRecordPaper {
  const office = locale === 'en' ? 'Liuhuali' : '榴花里社区';
  return readingIn(locale, () => visitRecordPaper({ locale, office, phone: '000-5550 1234' }));
}

export function sampleLetter(): LetterPaper {
  return {
    locale: 'zh-CN',
    title: '通知',
    mark: '回音',
    office: '榴花里社区居民委员会',
    reference: '榴社函〔2026〕12 号',
    heading: '关于召开楼组长会议的通知',
    addressee: '各位楼组长：',
    paragraphs: [
      '定于本月第一个星期三召开楼组长会议，请带上您楼里三件最要紧的事。',
      '不能到会的，请提前一天告诉社区，也可以请单元长代为参加。',
    ],
    facts: [
      { term: '时间', text: '12 月 2 日（星期三）15:00' },
      { term: '地点', text: '社区二楼议事厅' },
    ],
    'enclosures-word': '附：',
    enclosures: ['会议议题', '上次会议要办的事'],
    signature: { lines: ['榴花里社区居民委员会'], day: '2026 年 11 月 23 日' },
    foot: ['榴花里社区居民委员会', '电话 000-5550 1234', '周一至周五 9:00–17:30'],
  };
}

type Sample = VoiceReceiptPaper | NoticeBoardPaper | ContactCardPaper | AppointmentLetterPaper | VisitRecordPaper | LetterPaper;

/** A paper as a picture: pages one below the other, 150 dots an inch. */
export async function pictureOf(name: string, data: Sample): Promise<Buffer> {
  const compiler = NodeCompiler.create({ workspace: papers, fontArgs: [{ fontPaths: [join(papers, 'fonts')] }] });
  const svg = compiler.plainSvg({ mainFilePath: join(papers, `${name}.typ`), inputs: { data: JSON.stringify(data) } });
  // The white of a second page would lie over the first; the ground of the picture is white anyway.
  const bare = svg.replaceAll(/<path class="typst-shape" fill="#ffffff"[^>]*\/>/g, '');
  return sharp(Buffer.from(bare), { density: 150 }).flatten({ background: '#ffffff' }).png({ palette: true, colours: 16 }).toBuffer();
}
