import { readContact, withdrawPublication } from '#listen/voices/index.ts';
import { askDataRequest, decideDataRequest, type AskDataRequest } from '#listen/data-requests/index.ts';
import { pass, passAtHome, writeDown, type Life } from './life.ts';
import type { Person } from './town.ts';

// What residents do about their own data, and the office for them.

/** Somebody looks up the number before calling. */
export function lookedUp(life: Life, by: Person, purpose: 'call' | 'visit' | 'letter' | 'check' = 'call'): void {
  pass(life, 2, 30);
  writeDown(life, by, ({ viewer, ref, how }) => readContact(viewer, ref, { purpose }, how));
}

/** The leave to publish is taken back by the speaker, with one tap. */
export function leaveTakenBack(life: Life): void {
  passAtHome(life, 3, 9);
  writeDown(life, 'speaker', ({ viewer, ref, how }) => withdrawPublication(viewer, ref, { way: 'page' }, how));
}

type Asking = Pick<AskDataRequest, 'kind'> & { wish?: string; way?: 'phone' | 'desk' | 'paper'; by?: Person };

/** Asked by the speaker, or by somebody of the office for them; and, if `decided` is given, decided some days later. */
export function dataAsked(life: Life, { kind, wish, way, by }: Asking, decided?: { by: Person; reason: string }): void {
  const communityId = life.community.id;
  let id = '';
  passAtHome(life, 1, 3);
  writeDown(life, by ?? 'speaker', async ({ viewer, how, ref, numberOf }) => {
    const input = { kind, wish, way: way ?? ('page' as const), insists: false, number: numberOf(life.key) };
    id = (await askDataRequest(viewer, ref.communityId, input, how)).requestId;
  });
  if (!decided) return;
  pass(life, 900, 2600);
  writeDown(life, decided.by, ({ viewer, how }) =>
    decideDataRequest(viewer, { communityId, id }, { outcome: 'done', reason: decided.reason }, how),
  );
}
