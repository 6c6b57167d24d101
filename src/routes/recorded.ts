import { findLedgerState } from '#ledger/index.ts';
import { takeHome, type TakeHome } from '#ledger/receipts/index.ts';
import { toString } from 'qrcode';
import { m } from '#words';
import { paths } from '#paths';
import { sayMoment } from './(resident)/say-when.ts';

/** Where a voice stands in the public ledger, in words. `short`, `verify`: only once it is recorded. */
export type Recorded = { heading: string; text: string; short: string | null; verify: string | null; waits: boolean };

/** Says honestly what is there: recorded with a proof, on its way, or the ledger stands still. */
export async function recordedIn(eventId: string): Promise<Recorded> {
  const home = await takeHome(eventId);
  if (home) {
    const slots = { time: sayMoment(home.signedAt), place: placeOf(home) };
    const verify = `${paths.verify()}#${home.letters}`;
    return { heading: m.ledger_recorded(), text: m.ledger_recorded_text(slots), short: home.short, verify, waits: false };
  }
  const halted = (await findLedgerState())?.halted;
  return halted
    ? { heading: m.ledger_halted_receipt(), text: m.ledger_halted_receipt_text(), short: null, verify: null, waits: true }
    : { heading: m.ledger_pending(), text: m.ledger_pending_text(), short: null, verify: null, waits: true };
}

/** Counted from one, as people count. */
export function placeOf({ proof }: TakeHome): string {
  return String(proof.index + 1n);
}

/** The whole proof as a QR code that opens the checking page. Its letters need only half the space of other text. */
export function proofCode(url: URL, letters: string): Promise<string> {
  const address = [
    { data: new TextEncoder().encode(`${url.origin}${paths.verify()}#`), mode: 'byte' as const },
    { data: letters, mode: 'alphanumeric' as const },
  ];
  return toString(address, { type: 'svg', margin: 3, errorCorrectionLevel: 'L' });
}
