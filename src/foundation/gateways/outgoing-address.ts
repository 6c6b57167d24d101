/** Which machines the program may call at an address somebody typed into the settings: public ones only. */
import { lookup as lookupName } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import { Undelivered } from './undelivered.ts';

export type PinnedAddress = { address: string; family: 4 | 6 };

// IANA IPv4 Special-Purpose Address Registry (RFC 6890 and its updates), with multicast and reserved space.
const SPECIAL_4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const;

// Inside the public 2000::/3 (RFC 4291): protocol use with Teredo, documentation, 6to4 (hides an IPv4 address).
const SPECIAL_6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

const special = new BlockList();
const global6 = new BlockList();
const carries4 = new BlockList();
for (const [net, prefix] of SPECIAL_4) {
  special.addSubnet(net, prefix, 'ipv4');
  // BlockList reads IPv4-mapped IPv6 by these rules itself; NAT64 (RFC 6052) has to be spelled out.
  special.addSubnet(`64:ff9b::${net}`, 96 + prefix, 'ipv6');
}
for (const [net, prefix] of SPECIAL_6) special.addSubnet(net, prefix, 'ipv6');
global6.addSubnet('2000::', 3, 'ipv6');
carries4.addSubnet('::ffff:0:0', 96, 'ipv6');
carries4.addSubnet('64:ff9b::', 96, 'ipv6');

/** Whether a literal address, IPv4 or IPv6, belongs to a machine on the public Internet. Anything unreadable does not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  if (family !== 6 || address.includes('%')) return false;
  return (global6.check(address, 'ipv6') || carries4.check(address, 'ipv6')) && !special.check(address, 'ipv6');
}

/**
 * The one address to connect to for this URL. Every address the name has must be public: one private among
 * them is reason enough to refuse. Decimal, octal and hexadecimal spellings are undone by the URL itself.
 * Rejects with `Undelivered`; with `allowPrivate` any address will do.
 */
export async function resolveOutgoing(url: URL, allowPrivate: boolean): Promise<PinnedAddress> {
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  const found = isIP(host) ? [{ address: host }] : await addressesOf(host);
  return chosenAddress(
    found.map(({ address }) => address),
    allowPrivate,
  );
}

/** The first of the addresses of a name, when every single one may be called; throws `Undelivered` otherwise. */
export function chosenAddress(addresses: readonly string[], allowPrivate: boolean): PinnedAddress {
  const [first] = addresses;
  if (first === undefined) throw new Undelivered('the name has no address');
  if (!allowPrivate && !addresses.every(isPublicAddress)) {
    throw new Undelivered('the address leads into a private network');
  }
  return { address: first, family: isIP(first) === 6 ? 6 : 4 };
}

/** A `lookup` for a connection that knows only the address already judged: a second answer of the name cannot change it. */
export function pinnedLookup({ address, family }: PinnedAddress): LookupFunction {
  return (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
}

async function addressesOf(host: string): Promise<{ address: string }[]> {
  try {
    return await lookupName(host, { all: true, order: 'verbatim' });
  } catch {
    throw new Undelivered('the name has no address');
  }
}
