/** A count with its word, formatted for reading. */
export type Figure = { value: string | number; label: string; href?: string | undefined };
