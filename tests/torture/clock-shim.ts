import { readFileSync } from 'node:fs';

// Loaded before Huiyin: a clock that jumps. On SIGUSR2 it reads from a file by how many milliseconds it is wrong.

const file = process.env['HUIYIN_TORTURE_CLOCK'] ?? '';
const right = Date;
let wrong = 0;

process.on('SIGUSR2', () => (wrong = Number(readFileSync(file, 'utf8'))));

globalThis.Date = new Proxy(right, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [right.now() + wrong] : given, made),
  apply: () => new Date(right.now() + wrong).toString(),
  get: (target, name, receiver) => (name === 'now' ? () => right.now() + wrong : Reflect.get(target, name, receiver)),
});
