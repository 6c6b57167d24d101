import type { FieldProblem } from '#foundation/refusal.ts';

// A secret ballot on paper: the numbers must come out before anybody speaks of a result.

/** `issued`: papers handed out; `returned`: papers in the box; `invalid`: spoiled or empty ones. */
export type TellerCount = { issued: number; returned: number; invalid: number; yes: number; no: number; abstain: number };

/**
 * D6: no more papers than the roll has, no more in the box than were handed out or than the roll counts as present; and all
 * in the box are yes, no, abstention or invalid. Each problem stands at its field.
 */
export function problemsOf(count: TellerCount, { eligible, present }: { eligible: number; present: number }): FieldProblem[] {
  const { issued, returned, invalid, yes, no, abstain } = count;
  return [
    ...(issued > eligible ? [{ field: 'issued', code: 'ballot.more-than-roll' }] : []),
    ...(returned > issued ? [{ field: 'returned', code: 'ballot.more-than-issued' }] : []),
    ...(returned > present ? [{ field: 'returned', code: 'ballot.more-than-present' }] : []),
    ...(invalid + yes + no + abstain === returned ? [] : [{ field: 'yes', code: 'ballot.does-not-add-up' }]),
  ];
}

/** Whether two tellers counted alike. */
export function isSameCount<Count extends object>(one: Count, other: Count): boolean {
  const inOrder = (count: Count) => JSON.stringify(Object.entries(count).toSorted(([a], [b]) => a.localeCompare(b)));
  return inOrder(one) === inOrder(other);
}
