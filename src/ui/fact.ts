/** A line of a slip or a record: what it is, and what it says. */
export type Fact = {
  term: string;
  text: string;
  href?: string | undefined;
  /** machine-readable date or moment, when the text is one */
  iso?: string | undefined;
  strong?: boolean | undefined;
};
