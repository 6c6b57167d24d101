/**
 * Which ledgers and witnesses are believed, and how many witnesses must have confirmed: c2sp.org/tlog-policy. Runs in
 * browsers too. One thing is added in a form that every other reader passes over: a comment `# operator: …` says who runs
 * the ledger or the witnesses in the lines right below it, up to the next empty line.
 */
import type { AnySha256 } from '../merkle/verify.ts';
import { cosignerType } from '../notes/cosignature.ts';
import { parseVerifierKey, type VerifierKey } from '../notes/verifier-key.ts';

type Trusted = { vkey: string; key: VerifierKey; url: string | null; operator: string | null };
/** `name`: only inside the policy; to the world a witness is called as its key is. */
export type Witness = Trusted & { name: string };
export type Group = { name: string; needed: number; members: string[] };
/** `quorum`: the name of a witness or a group, or `none`. */
export type Policy = { logs: Trusted[]; witnesses: Witness[]; groups: Group[]; quorum: string };

/** What is wrong with a policy file, in one sentence that names the line. */
export class PolicyProblem extends Error {}

/** Throws PolicyProblem. */
export async function parsePolicy(text: string, sha256: AnySha256): Promise<Policy> {
  const { quorum, ...policy } = await parseLines(text, sha256);
  if (quorum === null) throw new PolicyProblem('It has no line "quorum …".');
  return { ...policy, quorum };
}

/** Only the ledgers it names, for a file that is just a list of them. Throws PolicyProblem. */
export async function parseLogs(text: string, sha256: AnySha256): Promise<Policy['logs']> {
  return (await parseLines(text, sha256)).logs;
}

/** Whether what `confirmed` says of each witness's key is enough. */
export function quorumHolds({ witnesses, groups, quorum }: Policy, confirmed: (vkey: string) => boolean): boolean {
  const holds = (name: string): boolean => {
    const group = groups.find((one) => one.name === name);
    if (group) return group.members.filter(holds).length >= group.needed;
    return witnesses.some((one) => one.name === name && confirmed(one.vkey));
  };
  return quorum === 'none' || holds(quorum);
}

/** As it may be shown to everybody: without the addresses. */
export function formatPolicy({ logs, witnesses, groups, quorum }: Policy): string {
  const named = (operator: string | null, line: string) => `${operator === null ? '' : `# operator: ${operator}\n`}${line}\n\n`;
  return [
    ...logs.map(({ operator, vkey }) => named(operator, `log ${vkey}`)),
    ...witnesses.map(({ operator, name, vkey }) => named(operator, `witness ${name} ${vkey}`)),
    ...groups.map(({ name, needed, members }) => `group ${name} ${needed} ${members.join(' ')}\n`),
    `quorum ${quorum}\n`,
  ].join('');
}

type Reading = Omit<Policy, 'quorum'> & { quorum: string | null; operator: string | null; grouped: Set<string> };

async function parseLines(text: string, sha256: AnySha256): Promise<Reading> {
  const reading: Reading = { logs: [], witnesses: [], groups: [], quorum: null, operator: null, grouped: new Set() };
  for (const [at, line] of text.split('\n').entries()) {
    const problem = await readLine(reading, line, sha256);
    if (problem !== null) throw new PolicyProblem(`Line ${at + 1}: ${problem}.`);
  }
  return reading;
}

async function readLine(reading: Reading, line: string, sha256: AnySha256): Promise<string | null> {
  // oxlint-disable-next-line no-control-regex -- the format forbids control characters, so they have to be named
  if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) return 'it holds a control character (save it with Unix line ends)';
  const words = line.split(/[ \t]+/).filter((word) => word !== '');
  const [first, ...rest] = words;
  if (first === undefined) reading.operator = null;
  else if (first.startsWith('#')) reading.operator = /^[ \t]*#[ \t]*operator:[ \t]*(.*?)[ \t]*$/i.exec(line)?.[1] || reading.operator;
  else if (first === 'log') return readLog(reading, rest, sha256);
  else if (first === 'witness') return readWitness(reading, rest, sha256);
  else if (first === 'group') return readGroup(reading, rest);
  else if (first === 'quorum') return readQuorum(reading, rest);
  else return `"${first}" is neither log, witness, group nor quorum`;
  return null;
}

async function readLog({ logs, operator }: Reading, [vkey = '', url, ...more]: string[], sha256: AnySha256): Promise<string | null> {
  const key = await parseVerifierKey(vkey, sha256);
  if (!key || more.length > 0) return 'a ledger is "log <vkey> [<url>]", with an Ed25519 key';
  if (logs.some((one) => sameKey(one.key, key))) return 'this ledger stands there twice';
  logs.push({ vkey, key, url: url ?? null, operator });
  return null;
}

async function readWitness(reading: Reading, [name = '', vkey = '', url, ...more]: string[], sha256: AnySha256): Promise<string | null> {
  const { witnesses, operator } = reading;
  const key = await parseVerifierKey(vkey, sha256, cosignerType);
  if (!key || more.length > 0) return 'a witness is "witness <name> <vkey> [<url>]", with an Ed25519 cosigning key';
  if (witnesses.some((one) => sameKey(one.key, key))) return 'this witness stands there twice';
  if (isTaken(reading, name)) return `the name "${name}" is taken`;
  witnesses.push({ name, vkey, key, url: url ?? null, operator });
  return null;
}

function readGroup(reading: Reading, [name = '', threshold = '', ...members]: string[]): string | null {
  const needed = threshold === 'all' ? members.length : threshold === 'any' ? 1 : Number(/^[1-9]\d*$/.exec(threshold)?.[0] ?? 0);
  if (needed < 1 || needed > members.length) return 'a group is "group <name> all|any|<number> <member>…", with enough members';
  if (isTaken(reading, name)) return `the name "${name}" is taken`;
  for (const member of members) {
    if (member === 'none' || !isTaken(reading, member)) return `nothing above is called "${member}"`;
    if (reading.grouped.has(member)) return `"${member}" is in a group already`;
    reading.grouped.add(member);
  }
  reading.groups.push({ name, needed, members });
  return null;
}

function readQuorum(reading: Reading, [name = '', ...more]: string[]): string | null {
  if (reading.quorum !== null) return 'there is a quorum already';
  if (more.length > 0 || !isTaken(reading, name)) return 'a quorum is "quorum <name>", of a witness or group above, or none';
  reading.quorum = name;
  return null;
}

function isTaken({ witnesses, groups }: Reading, name: string): boolean {
  return name === 'none' || [...witnesses, ...groups].some((one) => one.name === name);
}

function sameKey(a: VerifierKey, b: VerifierKey): boolean {
  return a.key.every((byte, at) => byte === b.key[at]);
}
