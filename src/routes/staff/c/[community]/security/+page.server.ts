import { securityEventWords } from '#foundation/event-words.ts';
import { eventKinds, findSecurityEvents, isEventKind, type EventKind, type SecurityEventRow } from '#community/people/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayMoment } from '../../../../say-date.ts';
import { roleWord } from '../../../role-words.ts';
import { communityOf } from '../people/community-of.ts';
import type { PageServerLoad } from './$types';

/** What happened at the doors of this community, for those who run it and those above. Read only. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await communityOf(locals, params.community);
  const asked = url.searchParams.get('kind') ?? '';
  const kind = isEventKind(asked) ? asked : null;
  const before = url.searchParams.get('before');
  const { rows, more } = await findSecurityEvents(viewer, community.id, { kind, before });
  const last = rows.at(-1);
  const pageOf = (id?: string) =>
    `${paths.security(community.slug)}?${new URLSearchParams({ ...(kind && { kind }), ...(id && { before: id }) })}`;
  return {
    slug: community.slug,
    kind,
    kinds: Object.keys(eventKinds)
      .filter(isEventKind)
      .map((value) => ({ value, label: kindWord(value) })),
    rows: rows.map((row) => ({
      id: row.id,
      at: sayMoment(row.at),
      iso: row.at.toISOString(),
      what: securityEventWords(row.name),
      more: detailOf(row),
      whom: row.person ?? (row.known ? m.security_somebody() : m.security_nobody()),
      by: byWhom(row),
    })),
    older: more && last ? { href: pageOf(last.id), text: m.security_older() } : null,
    newest: before ? { href: pageOf(), text: m.security_newest() } : null,
  };
};

function kindWord(kind: EventKind): string {
  const words = {
    sign_in: m.security_kind_sign_in,
    accounts: m.security_kind_accounts,
    roles: m.security_kind_roles,
    refused: m.security_kind_refused,
    house: m.security_kind_house,
  };
  return words[kind]();
}

/** Role, way of signing in, or door, where the event says one. */
function detailOf({ data }: SecurityEventRow): string {
  const ways: Record<string, () => string> = {
    password: m.security_by_password,
    totp: m.security_by_totp,
    recovery: m.security_by_recovery,
    code: m.security_by_code,
    phone: m.security_by_phone,
    card: m.security_by_card,
    demo: m.security_by_demo,
  };
  return [data.role && roleWord(data.role), data.by && ways[data.by]?.(), data.door].filter(Boolean).join(' · ');
}

function byWhom({ actor, person, known }: SecurityEventRow): string {
  if (actor) return actor === person ? m.security_themselves() : actor;
  return known ? '' : m.security_house();
}
