import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { installation } from '#foundation/server/installation.ts';
import type { Settings } from '#foundation/settings.ts';
import { sha256 } from '../merkle/sha256.ts';
import { parseLogs, parsePolicy, type Policy } from './policy.ts';

// What the administrator has set about witnesses. The files are read again each time, so that a change needs no restart.

/** `policyFile`: who bears witness for us; `logsFile`: for whom we do; `allowPrivate`: witnesses in one's own network will do. */
export type WitnessHouse = { keysFolder: string; policyFile: string; logsFile: string; allowPrivate: boolean };

export function witnessHouse(settings: Settings = installation().settings): WitnessHouse {
  const keysFolder = settings.HUIYIN_KEYS;
  return {
    keysFolder,
    policyFile: settings.HUIYIN_LEDGER_POLICY ?? join(keysFolder, 'policy'),
    logsFile: settings.HUIYIN_WITNESS_LOGS ?? join(keysFolder, 'witness-logs'),
    allowPrivate: settings.HUIYIN_WITNESS_ALLOW_PRIVATE,
  };
}

/** Null without the file. Throws PolicyProblem. */
export async function readPolicy({ policyFile }: WitnessHouse): Promise<Policy | null> {
  const text = await readText(policyFile);
  return text === null ? null : parsePolicy(text, sha256);
}

/** The ledgers for which this installation bears witness; none without the file. Throws PolicyProblem. */
export async function readKnownLogs({ logsFile }: WitnessHouse): Promise<Policy['logs']> {
  return parseLogs((await readText(logsFile)) ?? '', sha256);
}

/** How a ledger is named in addresses of witnesses: SHA-256 of its origin, in hexadecimal. */
export function originHash(origin: string): string {
  return createHash('sha256').update(origin).digest('hex');
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
