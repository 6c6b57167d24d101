import type { RequestEvent } from '@sveltejs/kit';

const browsers = [
  ['Edg', 'Edge'],
  ['MicroMessenger', 'WeChat'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['HarmonyOS', 'HarmonyOS'],
  ['Windows', 'Windows'],
  ['Mac OS', 'Mac'],
  ['Linux', 'Linux'],
] as const;

/** What to call a device in somebody's list of sign-ins ("Chrome · Windows"): enough to know one's own, no fingerprint. */
export function deviceOf(event: RequestEvent): string {
  const agent = event.request.headers.get('user-agent') ?? '';
  const named = (names: readonly (readonly [string, string])[]) => names.find(([mark]) => agent.includes(mark))?.[1];
  return [named(browsers), named(systems)].filter(Boolean).join(' · ');
}

/** Where a sign-in comes from, for limits and for that list. */
export function fromHere(event: RequestEvent): { address: string; device: string } {
  return { address: event.locals.viewer.address, device: deviceOf(event) };
}
