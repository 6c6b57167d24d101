/** What came back of a form that was refused: which one, what was typed, and what is wrong with which field. */
export type Posted = { which: string; values: Record<string, string>; key: string; errors: Record<string, string> };
