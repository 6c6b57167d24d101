import { toString } from 'qrcode';
import type { VoiceReceiptPaper } from '#foundation/papers/index.ts';
import type { TakeHome } from '#ledger/receipts/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayMoment, sayPromisedDay } from './(resident)/say-when.ts';
import { placeOf, proofCode } from './recorded.ts';

type Handed = {
  locale: 'zh-CN' | 'en';
  url: URL;
  slug: string;
  office: string;
  number: string;
  /** in groups, as it is read out */
  code: string;
  receivedAt: Date;
  /** null when nothing is promised any more */
  dueAt: Date | null;
  answerable: string;
};

/** The texts of the paper somebody takes home. What they said is not on it: papers lie about. */
export async function receiptPaper(handed: Handed, home: TakeHome | null): Promise<VoiceReceiptPaper> {
  const { locale, url, slug, office, number, code, receivedAt, dueAt, answerable } = handed;
  return {
    locale,
    title: m.ledger_paper_title({ number }),
    mark: m.site_seal(),
    office,
    numbers: [
      { term: m.resident_receipt_number(), text: number },
      { term: m.resident_receipt_code(), text: code },
    ],
    facts: [
      { term: m.resident_receipt_when(), text: sayMoment(receivedAt) },
      { term: m.resident_receipt_who(), text: answerable },
      ...(dueAt ? [{ term: m.resident_receipt_due(), text: sayPromisedDay(dueAt) }] : []),
    ],
    follow: {
      svg: await toString(`${url.origin}${paths.follow(slug, number)}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }),
      text: m.ledger_paper_follow({ address: `${url.host}${paths.follow(slug)}` }),
    },
    recorded: home
      ? {
          heading: m.ledger_recorded(),
          text: m.ledger_paper_recorded_text({ place: placeOf(home), day: sayMoment(home.signedAt) }),
          short: { term: m.ledger_short(), text: home.short },
        }
      : { heading: m.ledger_pending(), text: m.ledger_paper_pending_text(), short: null },
    proof: home && { svg: await proofCode(url, home.letters), text: m.ledger_paper_proof() },
    foot: m.ledger_paper_foot(),
  };
}
