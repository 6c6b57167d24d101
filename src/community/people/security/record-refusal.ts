import { TooMany } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { perform } from '#foundation/server/perform.ts';
import { takeToken } from '#foundation/server/take-token.ts';
import { recordSecurityEvent } from '../security-event.ts';
import type { Viewer } from '../viewer.ts';

/** `door`: the route, without what stood in its place holders; `slug`: the community of the address, if it had one. */
export type Turned = { status: number; door: string; slug?: string | undefined; crossSite?: boolean | undefined };

const names: Record<number, string> = { 403: 'access.refused', 404: 'access.not_found', 429: 'access.too_many' };
/** Lines an hour: somebody who tries doors all night fills neither the disk nor the page of whoever reads it. */
const most = { person: 60, address: 20, nobody: 1000 };

/**
 * Writes down that somebody was turned away at a door (ASVS 5.0, 16.3.2 and 16.3.3): which door and who, not what they
 * wanted there. A stranger's 404 is no event: the Internet asks for pages that aren't there all day.
 */
export async function recordRefusal(viewer: Viewer, turned: Turned): Promise<void> {
  const name = turned.crossSite ? 'access.cross_site' : names[turned.status];
  if (!name || (!viewer.personId && name === 'access.not_found')) return;
  if (!(await isLessThanMost(viewer))) return;
  const community = turned.slug
    ? await database().selectFrom('communities').select('id').where('slug', '=', turned.slug).executeTakeFirst()
    : undefined;
  await perform({ actor: 'door', verb: 'access.refused', input: null }, undefined, async (act) => {
    const data = { door: turned.door.slice(0, 200), status: turned.status };
    await recordSecurityEvent(act, { name, personId: viewer.personId, communityId: community?.id ?? null, data });
    return null;
  });
}

async function isLessThanMost({ personId, address }: Viewer): Promise<boolean> {
  try {
    if (personId) await takeToken(`turned:person:${personId}`, most.person, 3600);
    else {
      await takeToken(`turned:address:${address}`, most.address, 3600);
      await takeToken('turned:nobody', most.nobody, 3600);
    }
    return true;
  } catch (error) {
    if (error instanceof TooMany) return false;
    throw error;
  }
}
