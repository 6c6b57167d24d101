/** What a refused form left behind: which form it was, what was typed, what was wrong; and the key of the intent. */
export type Posted = { which: string; values: Record<string, string>; errors: Record<string, string>; key: string };
