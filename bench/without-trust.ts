import { registerHooks } from 'node:module';

// Loaded before a built Huiyin for comparison only: it takes in voices without a line in the ledger, without a key of
// their own and without sealing. Cut out of the program text, so that the real program has no switch for it.

const cuts: [from: string, to: string][] = [
  ['if (!logged) {', 'if (true) {'],
  ['trx.with("key", (db) => db.insertInto("subject_keys").values(row)).insertInto("reporters")', 'trx.insertInto("reporters")'],
  [
    'const { key, row } = await draftSubjectKey(now, {',
    'const { key } = await ((_, subject) => ({ key: { subject, seal: (_, text) => Buffer.from(text) } }))(now, {',
  ],
];

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (!url.includes('/build/server/') || !loaded.source) return loaded;
    const source = cuts.reduce((text, [from, to]) => text.replace(from, to), textOf(loaded.source));
    return { ...loaded, source };
  },
});

function textOf(source: string | ArrayBuffer | NodeJS.TypedArray): string {
  if (typeof source === 'string') return source;
  return new TextDecoder().decode(source);
}
