/** The learner: a process of its own that learns once and ends. Examples come in on stdin, the lesson goes out on stdout. */
import { setPriority } from 'node:os';
import { json } from 'node:stream/consumers';
import { z } from 'zod';
import { learn } from './learn.ts';

// Whoever is waiting for a page goes first.
setPriority(19);
const example = z.object({ words: z.string(), category: z.string(), group: z.string() });
const { model, ...lesson } = learn(z.array(example).parse(await json(process.stdin)));
process.stdout.write(JSON.stringify({ ...lesson, model: model?.toString('base64') ?? null }));
