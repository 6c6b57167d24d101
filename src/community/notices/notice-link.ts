import { paths } from '#paths';

// Where a notice leads. A room that tells of something new adds its kind here.

type About = { kind: string; id: string | null; number: string | null };
type Address = (community: string, about: { id: string; number: string }) => string;

const forResidents: Record<string, Address> = {
  voice: (community, { number }) => paths.voice(community, number),
  data_request: (community) => paths.myData(community),
  meeting: (community, { number }) => paths.meeting(community, number),
  delegation: (community, { number }) => paths.delegation(community, number),
  contact_links: (community) => paths.myContact(community),
  blog_comment: (community, { id }) => paths.blogComment(community, id),
};

const forStaff: Record<string, Address> = {
  voice: (community, { number }) => paths.staffVoice(community, number),
  data_request: (community, { id }) => paths.dataRequest(community, id),
  // Whoever is asked to a meeting reads its notice; preparing it is another page.
  meeting: (community, { number }) => paths.meeting(community, number),
  delegation: (community, { number }) => paths.staffDelegation(community, number),
  contact_links: (community) => paths.contactLinks(community),
  deliveries: (community) => paths.deliveries(community),
  letters: (community) => paths.letters(community),
  blog_comment: (community, { id }) => paths.commentDesk(community, id),
};

/** The page of what a notice is about, for a resident or at the desk; null where there is none. */
export function noticeLink(community: string, { kind, id, number }: About, reader: 'resident' | 'staff'): string | null {
  const links = reader === 'staff' ? forStaff : forResidents;
  if (!Object.hasOwn(links, kind)) return null;
  return links[kind]?.(community, { id: id ?? '', number: number ?? '' }) ?? null;
}
