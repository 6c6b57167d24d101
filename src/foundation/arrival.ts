import { isIP } from 'node:net';

// What a request says about the way it came is believed only as far as the operator said: the proxy in front, or nobody.

type Heads = Record<string, string | string[] | undefined>;
export type Believed = { ORIGIN?: string | undefined; HUIYIN_TRUST_PROXY: boolean };

/**
 * Puts the headers right before anything reads them: `host` and `x-forwarded-proto` say under which address we are reached
 * (ORIGIN, else the trusted proxy, else plain http), `x-forwarded-for` holds the one address that counts (ASVS 5.0, 4.1.3).
 * Whatever a visitor wrote into them is gone. Returns whether the visitor came over https.
 */
export function settleArrival(headers: Heads, socketAddress: string | undefined, believed: Believed): boolean {
  if (believed.ORIGIN) {
    const origin = new URL(believed.ORIGIN);
    headers['host'] = origin.host;
    headers['x-forwarded-proto'] = origin.protocol.replace(':', '');
  } else {
    const said = believed.HUIYIN_TRUST_PROXY
      ? String(headers['x-forwarded-proto'] ?? '')
          .split(',')[0]
          ?.trim()
      : 'http';
    headers['x-forwarded-proto'] = said === 'https' ? 'https' : 'http';
  }
  headers['x-forwarded-for'] = addressIn(headers, believed) ?? socketAddress ?? '0.0.0.0';
  delete headers['x-forwarded-host'];
  return headers['x-forwarded-proto'] === 'https';
}

/** The last address of the list is the one our own proxy added; all before it the visitor may have made up. */
function addressIn(headers: Heads, believed: Believed): string | null {
  if (!believed.HUIYIN_TRUST_PROXY) return null;
  const said = headers['x-forwarded-for'];
  const last = (Array.isArray(said) ? said.join(',') : (said ?? '')).split(',').at(-1)?.trim() ?? '';
  return isIP(last) ? last : null;
}
