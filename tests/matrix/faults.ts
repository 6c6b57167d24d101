import type { Answer } from './knock.ts';

/** What every answer owes whoever gets it (trust.md S5), as a list of what is missing. `known`: the visitor had a session. */
export function faultsOf({ headers, cookies, path, status }: Answer, known: boolean): string[] {
  const policy = headers.get('content-security-policy') ?? '';
  const cache = headers.get('cache-control') ?? '';
  const open = /^\/(api|healthz|ledger|verify)\b/.test(path);
  const faults = {
    'no nosniff': headers.get('x-content-type-options') !== 'nosniff',
    'no referrer policy': !['same-origin', 'no-referrer'].includes(headers.get('referrer-policy') ?? ''),
    'may be framed': headers.get('x-frame-options') !== 'DENY' || !policy.includes("frame-ancestors 'none'"),
    'no content security policy': !policy.includes("default-src 'none'"),
    'an unsafe content security policy': policy.includes('unsafe') || /(script|style)-src[^;]*(\*|http|data:)/.test(policy),
    'may be cached': known && !open && !cache.includes('no-store'),
    'a cookie for scripts': cookies.some((cookie) => !/;\s*httponly/i.test(cookie)),
    'a cookie for other sites': cookies.some((cookie) => !/;\s*samesite=(lax|strict)/i.test(cookie)),
    'a session without https': cookies.some((cookie) => cookie.startsWith('__Host-') && !/;\s*secure/i.test(cookie)),
    'an accident': status >= 500,
  };
  return Object.entries(faults).flatMap(([fault, is]) => (is ? [`${path}: ${fault}`] : []));
}
