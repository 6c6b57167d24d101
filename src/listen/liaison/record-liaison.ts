import type { Act, Json } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, type Viewer } from '#community/people/index.ts';

type Step = { communityId: number; subjectId: string; name: string; data?: { [key: string]: Json }; owed?: boolean };

/** Within a command: the event of a step. `owed`: residents are owed it, so the public ledger gets its line, too. */
export async function recordLiaison(act: Act, viewer: Viewer, { communityId, subjectId, name, data = {}, owed }: Step): Promise<void> {
  const event = {
    communityId,
    subjectId,
    name: `liaison.${name}`,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    data,
  };
  await recordEvent(act, event, owed ? { content: data, under: null } : undefined);
}
