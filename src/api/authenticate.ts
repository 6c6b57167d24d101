import { communityOf, countCall, type Endpoint } from '#community/programs/index.ts';
import { findViewerByToken, nobody, type TokenScope, type Viewer } from '#community/people/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { openByCode } from '#listen/voices/index.ts';
import { Unusable } from './problem.ts';

/** What a request shows to say who it is: never a cookie. `address`: a hash of where it comes from. */
type Shown = { authorization: string | undefined; code: string | undefined; address: string };
type Caller = { viewer: Viewer; scopes: TokenScope[] };

/**
 * Who is calling, counted against the limit of their token or address. Throws Forbidden (`token.needed`,
 * `token.not-valid`, `token.scope-missing`), TooMany, or Missing for a wrong code: as if there were no such voice.
 */
export async function authenticate(endpoint: Endpoint, params: Record<string, string>, shown: Shown): Promise<Caller> {
  const kind = endpoint.method === 'get' ? 'read' : 'write';
  if (shown.authorization !== undefined && shown.code !== undefined) throw new Unusable(400, 'request.token-or-code');
  if (shown.authorization !== undefined) return byToken(endpoint, kind, shown.authorization, shown.address);
  await countCall(`address:${shown.address}`, kind);
  if (shown.code !== undefined && endpoint.key.orCode) return byCode(params, shown.code, shown.address);
  if (!endpoint.key.orNobody) throw new Forbidden('token.needed');
  return { viewer: { ...nobody, address: shown.address }, scopes: [] };
}

async function byToken(endpoint: Endpoint, kind: 'read' | 'write', authorization: string, address: string): Promise<Caller> {
  const token = /^Bearer +([\w-]{1,200})$/i.exec(authorization)?.[1];
  const holder = token ? await findViewerByToken(token) : null;
  await countCall(holder ? `token:${holder.tokenId}` : `address:${address}`, kind);
  if (!holder) throw new Forbidden('token.not-valid');
  const { scope } = endpoint.key;
  if (scope !== null && !holder.scopes.includes(scope)) throw new Forbidden('token.scope-missing');
  return { viewer: { ...holder.viewer, address }, scopes: holder.scopes };
}

async function byCode(params: Record<string, string>, code: string, address: string): Promise<Caller> {
  const community = await communityOf(params);
  const { communityId, voiceId } = await openByCode(community.id, params['number'] ?? '', code, address);
  return { viewer: { ...nobody, kind: 'holder', holds: { communityId, voiceId }, address }, scopes: [] };
}
