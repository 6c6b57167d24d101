/** What is the same for everybody who looks, kept for a few seconds so that a busy notice board asks the database once. */
export type Remembered<K, T> = (key: K) => Promise<T>;

const most = 1000;

/** Asks `load` once per key and span; many who ask at the same moment share one question. A failure is not remembered. */
export function remembered<K, T>(seconds: number, load: (key: K) => Promise<T>): Remembered<K, T> {
  const known = new Map<K, { answer: Promise<T>; until: number }>();
  return (key) => {
    const kept = known.get(key);
    if (kept && kept.until > Date.now()) return kept.answer;
    if (known.size >= most) known.clear();
    const answer = load(key);
    known.set(key, { answer, until: Date.now() + seconds * 1000 });
    answer.catch(() => known.delete(key));
    return answer;
  };
}
