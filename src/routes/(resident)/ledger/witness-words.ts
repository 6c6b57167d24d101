import type { WitnessState } from '#ledger/witness/index.ts';
import { m } from '#words';
import { sayMoment } from '../say-when.ts';

/** Who bears witness, in words; `signed`: the size of the ledger now. `confirmed`: how far enough of them have confirmed it. */
export function witnessWords(
  { problem, protection, confirmed, witnesses, vkey, witnessing }: WitnessState,
  signed: number,
  locale: 'zh-CN' | 'en',
) {
  const count = (lines: number) => lines.toLocaleString(locale);
  const sayConfirmed = () => {
    if (!confirmed) return m.ledger_witnesses_unconfirmed();
    const text = m.ledger_witnesses_confirmed({ count: count(confirmed.size), time: sayMoment(confirmed.at) });
    return confirmed.size < signed ? `${text} ${m.ledger_witnesses_behind()}` : text;
  };
  return {
    problem: problem !== null,
    protection,
    confirmed: witnesses.length > 0 && !problem ? sayConfirmed() : null,
    witnesses: witnesses.map((one) => ({
      name: one.name,
      who:
        one.operator === null
          ? m.ledger_witness_unnamed()
          : one.own
            ? m.ledger_witness_own()
            : m.ledger_witness_by({ operator: one.operator }),
      seen: one.seen ? m.ledger_witness_seen({ count: count(one.seen.size), time: sayMoment(one.seen.at) }) : m.ledger_witness_never(),
      failing:
        one.failing &&
        `${m.ledger_witness_failing({ time: sayMoment(one.failing.since) })} ${m[`ledger_trouble_${one.failing.trouble}`]()}`,
    })),
    vkey,
    witnessing: witnessing.map(({ origin, size, at }) => m.ledger_witnessing_text({ origin, count: count(size), time: sayMoment(at) })),
  };
}
