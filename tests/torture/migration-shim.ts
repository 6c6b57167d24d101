import fs from 'node:fs';
import { registerHooks, syncBuiltinESMExports } from 'node:module';

// Loaded before Huiyin: the process is killed while it applies one migration, named by its file.

const victim = process.env['HUIYIN_TORTURE_MIGRATION'] ?? '';
const after = Number(process.env['HUIYIN_TORTURE_AFTER'] ?? 0);
const read = fs.readFileSync;

// Migrations are read one after another, each just before it is applied: SQL as text, the others as modules.
function strike(name: string): void {
  if (name.endsWith(`/${victim}`)) setTimeout(() => process.kill(process.pid, 'SIGKILL'), after);
}

registerHooks({
  load: (url, context, next) => {
    strike(url);
    return next(url, context);
  },
});
Object.assign(fs, {
  readFileSync: (...given: Parameters<typeof read>) => {
    strike(String(given[0]));
    return read(...given);
  },
});
syncBuiltinESMExports();
