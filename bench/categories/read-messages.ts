import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** A message of the exchange files. `group`: from its twin id, later widened by `group-copies`; `raw`: as somebody wrote it. */
export type Message = { id: string; title: string; words: string; label: string; twin: string; raw: boolean };

/** The labelled files among what was named: labelled_raw*.csv and labelled_tokenised*.csv of a folder, or the files themselves. */
export function findLabelled(named: readonly string[]): string[] {
  return named.flatMap((path) => {
    if (!existsSync(path)) throw new Error(`${path} is not here`);
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .filter((name) => /^labelled_(raw|tokenised).*\.csv$/.test(name))
      .toSorted()
      .map((name) => join(path, name));
  });
}

/** Reads id, title, body, label, tok_id; or id, tokens, label. Whatever a file has not is empty. */
export function readMessages(path: string): Message[] {
  const rows: Record<string, string>[] = parse(readFileSync(path), { columns: true, bom: true, skip_empty_lines: true });
  return rows.map((row) => {
    const id = row['id'] ?? '';
    const tokens = row['tokens'];
    return {
      id,
      title: row['title'] ?? '',
      words: tokens?.replaceAll(/\s+/g, '') ?? row['body'] ?? '',
      label: row['label'] ?? '',
      twin: row['tok_id'] || id,
      raw: tokens === undefined,
    };
  });
}
