import { audiences, consultationKinds } from '#listen/consultations/index.ts';
import { m } from '#words';

/** What can be chosen around the questions. */
export function frameChoices() {
  return {
    kinds: consultationKinds.map((kind) => ({ value: kind, label: m[`consult_kind_${kind}`](), hint: m[`consult_kind_hint_${kind}`]() })),
    audiences: audiences.map((one) => ({ value: one, label: m[`consult_audience_${one}`](), hint: m[`consult_audience_hint_${one}`]() })),
  };
}
