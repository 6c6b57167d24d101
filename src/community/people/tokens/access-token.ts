// A key for a program, made by somebody who serves here: it may do at most what they may do, and only what it is for.

export const tokenScopes = ['voices:read', 'voices:write', 'statistics:read'] as const;
export type TokenScope = (typeof tokenScopes)[number];

/** Stands before every token, so that one left lying in a file is recognised. */
export const tokenPrefix = 'huiyin_';

/** The longest time a token may live, in days. */
export const longestTokenLife = 366;

export function isTokenScope(text: string): text is TokenScope {
  return tokenScopes.some((scope) => scope === text);
}
