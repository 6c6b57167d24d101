import { fingerprint, gramsOf, likenessOf, probablySame, rarityAmong, sameMatter, type Told } from '#listen/voices/alike/index.ts';

export type LabelledPair = { a: string; b: string; same: boolean };
type Message = Told & { id: string };
type Suggestion = { query: string; candidate: string };

/**
 * How good the suggestions are by pairs sorted by hand. hit@k: among messages that have a true partner in the file, those
 * where one stands among the first k suggestions; partners of partners are partners.
 */
export function figuresOf(messages: Message[], suggestions: Suggestion[], pairs: LabelledPair[]): Record<string, string> {
  const known = new Map(messages.map((one) => [one.id, one]));
  const here = pairs.filter(({ a, b }) => known.has(a) && known.has(b));
  const matter = mattersOf(here.filter(({ same }) => same));
  const queries = [...known.keys()].filter((id) => matter.has(id));
  const first = firstHits(suggestions, matter);
  const hit = (k: number) => queries.filter((id) => (first.get(id) ?? Infinity) <= k).length;
  const rarity = rarityAmong(messages.map(({ title, body }) => new Set(gramsOf(`${title}\n${body}`).map(({ gram }) => gram))));
  const print = (id: string) => fingerprint(known.get(id) ?? { title: '', body: '' }, rarity);
  const called = here.filter(({ a, b }) => sameMatter(likenessOf(print(a), print(b), rarity)) >= probablySame);
  const count = (list: LabelledPair[], same: boolean) => list.filter((pair) => pair.same === same).length;
  return {
    'hit@1': share(hit(1), queries.length),
    'hit@5': share(hit(5), queries.length),
    'pairs that must stay apart called the same': share(count(called, false), count(here, false)),
    'true pairs found': share(count(called, true), count(here, true)),
  };
}

/** The matter each message of a true pair belongs to, under the id of one of its messages. */
function mattersOf(pairs: LabelledPair[]): Map<string, string> {
  const matter = new Map<string, string>();
  for (const { a, b } of pairs) {
    const [from, to] = [matter.get(a) ?? a, matter.get(b) ?? b];
    matter.set(a, to).set(b, to);
    for (const [id, of] of matter) if (of === from) matter.set(id, to);
  }
  return matter;
}

/** The place (from 1) of the first true suggestion of each message. Suggestions come best first. */
function firstHits(suggestions: Suggestion[], matter: Map<string, string>): Map<string, number> {
  const places = new Map<string, number>();
  const first = new Map<string, number>();
  for (const { query, candidate } of suggestions) {
    const place = (places.get(query) ?? 0) + 1;
    places.set(query, place);
    const of = matter.get(query);
    if (of !== undefined && of === matter.get(candidate) && !first.has(query)) first.set(query, place);
  }
  return first;
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} % (${part} of ${whole})`;
}
