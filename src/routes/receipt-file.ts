import type { TakeHome } from '#ledger/receipts/index.ts';
import { formatTlogProof } from '#ledger/receipts/index.ts';
import { makePaper, type VoiceReceiptPaper } from '#foundation/papers/index.ts';
import { proofCode } from './recorded.ts';

// A receipt as somebody takes it away: as a proof for programs, as a picture to scan, on paper.

const mediaTypes = { json: 'application/json', 'tlog-proof': 'text/plain; charset=utf-8', svg: 'image/svg+xml', pdf: 'application/pdf' };

/** An answer that is saved, not shown; only for whoever asked. */
export function download(body: string | Buffer, kind: keyof typeof mediaTypes, name: string): Response {
  const inline = kind === 'svg';
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': mediaTypes[kind],
      'content-disposition': inline ? 'inline' : `attachment; filename="${name}.${kind}"`,
      'cache-control': 'no-store',
    },
  });
}

export function proofFile(home: TakeHome, number: string): Response {
  return download(formatTlogProof(home.proof), 'tlog-proof', `huiyin-${number}`);
}

export async function proofPicture(home: TakeHome, url: URL): Promise<Response> {
  return download(await proofCode(url, home.letters), 'svg', 'proof');
}

export async function paperReceipt(paper: VoiceReceiptPaper, number: string): Promise<Response> {
  return download(await makePaper('voice-receipt', paper), 'pdf', `huiyin-${number}`);
}
