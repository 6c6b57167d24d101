import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { SettingsError } from '#foundation/settings.ts';

// PostgreSQL refuses to run as root. When Huiyin is started by root, the database runs as the user `postgres`.

export type User = { name: string; uid: number; gid: number } | null;

/** The user the database runs under: null means "as we are". Creates the system user `postgres` when root has none. */
export function ordinaryUser(): User {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null;
  return lookUp('postgres') ?? create('postgres');
}

/**
 * The command line that runs `program` as `user`. A checkout below a folder only root may enter (such as /root) can't
 * be reached by another user: there the program keeps the one capability of passing through folders.
 */
export function commandAs(user: User, folder: string, program: string, args: string[]): [string, string[]] {
  if (!user) return [program, args];
  const identity = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  const closed = !openToAll(folder) || !openToAll(dirname(program));
  // no_setuid_fixup: otherwise access(2) forgets the capability for a real user that isn't root.
  const passage = closed ? ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override'] : [];
  return ['setpriv', [...identity, ...passage, '--', program, ...args]];
}

function openToAll(folder: string): boolean {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

function lookUp(name: string): User {
  try {
    const id = (flag: string) => Number(execFileSync('id', [flag, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString());
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

function create(name: string): User {
  for (const [command, args] of [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', name]],
    ['adduser', ['-S', '-D', '-H', name]],
  ] satisfies [string, string[]][]) {
    try {
      execFileSync(command, args, { stdio: 'ignore' });
      const made = lookUp(name);
      if (made) return made;
    } catch {
      continue;
    }
  }
  throw new SettingsError('PostgreSQL does not run as root: start Huiyin as an ordinary user, or create a user named postgres.');
}
