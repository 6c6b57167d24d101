import { toString } from 'qrcode';
import type { NoticeBoardPaper } from '#foundation/papers/index.ts';
import type { LedgerState } from '#ledger/index.ts';
import { m } from '#words';
import { readingIn } from '../../display-choice.ts';
import { sayMoment } from '../say-when.ts';
import { rootLines } from './root-lines.ts';

type Shown = Pick<LedgerState, 'size' | 'root' | 'signedAt' | 'origin'> & { fingerprint: string };

/** The texts of the weekly sheet, both languages on one page. `verify`: the whole address of the checking page. */
export async function noticePaper(state: Shown, verify: string): Promise<NoticeBoardPaper> {
  const svg = await toString(verify, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' });
  return {
    locale: 'zh-CN',
    title: m.ledger_sheet_title({}, { locale: 'zh-CN' }),
    mark: m.site_seal({}, { locale: 'zh-CN' }),
    office: verify.replace(/^https?:\/\//, ''),
    parts: (['zh-CN', 'en'] as const).map((locale) => readingIn(locale, () => partOf(locale, state, svg))),
  };
}

function partOf(locale: 'zh-CN' | 'en', state: Shown, svg: string): NoticeBoardPaper['parts'][number] {
  return {
    locale,
    heading: m.ledger_sheet_title({}, { locale }),
    lead: m.ledger_sheet_lead({}, { locale }),
    facts: [
      { term: m.ledger_sheet_day({}, { locale }), lines: [state.signedAt ? sayMoment(state.signedAt) : ''], large: false },
      {
        term: m.ledger_size({}, { locale }),
        lines: [m.ledger_size_text({ count: state.size.toLocaleString(locale) }, { locale })],
        large: true,
      },
      { term: m.ledger_root({}, { locale }), lines: rootLines(state.root), large: false },
      { term: m.ledger_key({}, { locale }), lines: [state.fingerprint], large: false },
      { term: m.ledger_origin({}, { locale }), lines: [state.origin], large: false },
    ],
    how: m.ledger_sheet_how({}, { locale }),
    steps: [
      m.ledger_sheet_step_1({}, { locale }),
      m.ledger_sheet_step_2({}, { locale }),
      m.ledger_sheet_step_3({}, { locale }),
      m.ledger_sheet_step_4({}, { locale }),
    ],
    verify: { svg, text: m.ledger_sheet_verify({}, { locale }) },
    foot: m.ledger_sheet_foot({}, { locale }),
  };
}
