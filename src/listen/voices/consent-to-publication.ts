import type { Act } from '#foundation/server/perform.ts';
import { actingRole, type ConsentOf, type ConsentWay, type Given, type Viewer } from '#community/people/index.ts';
import type { Voice } from './voice.ts';
import { firstOf, handles, speaks, type Why } from './why-not.ts';

// What giving and taking back the leave to publish have in common.

/** The speaker by themselves on the page; the office for them by telephone, at the desk or on paper. */
export function whyNotConsent(voice: Voice, viewer: Viewer, way: ConsentWay): Why {
  const may = way === 'page' ? speaks(voice, viewer) : handles(voice, viewer);
  return firstOf(may ? null : way === 'page' ? 'voice.only-speaker' : 'voice.not-yours-to-handle', voice.erased ? 'voice.erased' : null);
}

export async function consentOf({ trx }: Act, voice: Voice): Promise<ConsentOf> {
  const { reporter_id: reporterId } = await trx
    .selectFrom('voices')
    .select('reporter_id')
    .where('community_id', '=', voice.communityId)
    .where('id', '=', voice.id)
    .executeTakeFirstOrThrow();
  return { communityId: voice.communityId, purpose: 'publication', about: { voiceId: voice.id, reporterId } };
}

export function givenBy(viewer: Viewer, voice: Voice, way: ConsentWay): Given {
  const actorRole = actingRole(viewer, voice.communityId);
  return { way, actorId: viewer.personId, actorRole, notedBy: way === 'page' ? null : viewer.personId };
}

/** `may_publish` says whether a consent stands. */
export async function setMayPublish({ trx, now }: Act, voice: Voice, mayPublish: boolean): Promise<void> {
  await trx
    .updateTable('voices')
    .set({ may_publish: mayPublish, changed_at: now })
    .where('community_id', '=', voice.communityId)
    .where('id', '=', voice.id)
    .execute();
}
