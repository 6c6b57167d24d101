import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { probablySame, rankAlike } from '#listen/voices/alike/index.ts';
import { figuresOf, type LabelledPair } from './duplicate-figures.ts';

// npm run bench:duplicates -- messages.csv out.csv [--pairs labelled.csv]: for each message of a file (id,user,title,time,
// body) the most alike others, written as query_id,candidate_id,score; the threshold stands in out.csv.threshold.json.
// `labelled.csv` has two ids and, third, whether they are the same matter (1/0 or true/false).

const message = z.object({ id: z.string(), title: z.string().default(''), body: z.string().default('') });
const truth = z.enum(['1', '0', 'true', 'false']).transform((said) => said === '1' || said === 'true');
const labelled = z.tuple([z.string(), z.string(), truth]).rest(z.string());

const { positionals, values } = parseArgs({ allowPositionals: true, options: { pairs: { type: 'string' } } });
const [source, target] = positionals;
if (!source || !target) {
  console.error('npm run bench:duplicates -- messages.csv out.csv [--pairs labelled.csv]');
  process.exit(2);
}

const messages = z.array(message).parse(parse(readFileSync(source), { columns: true, bom: true }));
const began = performance.now();
const pairs = rankAlike(messages).map(({ query, candidate, score }) => ({ query: idAt(query), candidate: idAt(candidate), score }));
const seconds = (performance.now() - began) / 1000;
const lines = pairs.map(({ query, candidate, score }) => `${quoted(query)},${quoted(candidate)},${score.toFixed(4)}`);
writeFileSync(target, `query_id,candidate_id,score\n${lines.join('\n')}\n`);
writeFileSync(`${target}.threshold.json`, `${JSON.stringify({ threshold: probablySame })}\n`);
console.log(
  `${messages.length} messages, ${pairs.length} suggestions in ${seconds.toFixed(1)} s; probably the same from ${probablySame} on`,
);
if (values.pairs) {
  const known = z.array(labelled).parse(parse(readFileSync(values.pairs), { bom: true, from_line: 2 }));
  const figures = figuresOf(messages, pairs, known.map(([a, b, same]) => ({ a, b, same })) satisfies LabelledPair[]);
  for (const [what, figure] of Object.entries(figures)) console.log(`${what}: ${figure}`);
}

function idAt(at: number): string {
  return messages[at]?.id ?? '';
}

function quoted(id: string): string {
  return /[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id;
}
