/** The headers every answer carries, a picture or a style sheet as well as a page (trust.md S5). */
export const plainHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const;

/** What an answer may load that says nothing itself: nothing. Pages bring a policy of their own. */
export const barePolicy = "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A year of https only, below this name as well (ASVS 5.0, 3.4.1). Over plain http a browser would ignore it. */
export const httpsOnly = 'max-age=31536000; includeSubDomains';
