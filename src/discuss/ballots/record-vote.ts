import { createHash } from 'node:crypto';
import { canonicalJson } from '#foundation/commitments/canonical-json.ts';
import type { Content } from '#foundation/commitments/index.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import type { Act, Json } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';

type About = { communityId: number; id: string; number: string };
type More = { line?: { readonly [key: string]: Content }; data?: { [key: string]: Json } };

/** SHA-256 over the canonical form, in hex. */
export function hashOf(content: Content): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** Within a command: the event of a vote; and what the public is owed, in the ledger under the number of its meeting. */
export async function recordVote(act: Act, viewer: Viewer, one: About, what: string, { line, data = {} }: More = {}): Promise<void> {
  await record(act, viewer, one, `ballot.${what}`, { ...(line && { line }), data });
}

/** Within a command: the event of a resolution; in the ledger under its own number. */
export async function recordResolution(act: Act, viewer: Viewer, one: About, what: string, { line, data = {} }: More = {}): Promise<void> {
  await record(act, viewer, one, `resolution.${what}`, { ...(line && { line }), data });
}

async function record(
  act: Act,
  viewer: Viewer,
  { communityId, id, number }: About,
  name: string,
  { line, data = {} }: More,
): Promise<void> {
  await recordEvent(act, { communityId, name, subjectId: id, actorId: viewer.personId, actorRole: actingRole(viewer, communityId), data });
  if (line) await appendToLedger(act, { type: name, communityId, number, plain: line });
}
