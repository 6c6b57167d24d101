// People name their columns as they please and put them in any order; only what a column is called counts.

export type Columns<Key extends string> = {
  /** where each known column stands */
  at: Partial<Record<Key, number>>;
  /** named by two columns, so that nobody can say which of them holds */
  twice: Key[];
  /** titles nobody knows: these columns are left alone */
  ignored: string[];
};

/** Finds columns by any of their titles, whatever the case, spaces and remarks in brackets. */
export function findColumns<Key extends string>(header: readonly string[], titles: Record<Key, readonly string[]>): Columns<Key> {
  const known = new Map<string, Key>();
  const keys = Object.keys(titles).filter((key): key is Key => key in titles);
  for (const key of keys) for (const title of titles[key]) known.set(plain(title), key);
  const found: Columns<Key> = { at: {}, twice: [], ignored: [] };
  header.forEach((title, index) => {
    const key = known.get(plain(title));
    if (key === undefined) {
      if (title !== '') found.ignored.push(title);
    } else if (found.at[key] === undefined) found.at[key] = index;
    else found.twice.push(key);
  });
  return found;
}

function plain(title: string): string {
  return title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*\)/, '')
    .replaceAll(/[\s*:_-]/g, '');
}
