import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { About } from './columns.ts';
import type { Fields } from './knock.ts';
import type { Cell, Scene } from './visit.ts';

// What the rooms tell the matrix of their own doors, each in a file of its own (rooms/visits.ts, exporting `room`).

/**
 * A kind of thing an address names, such as `[visit]`. `abouts`: what it can be to a visitor; `plant`: makes one and returns
 * what stands in the address (never asked for `guessed`; `cell.fresh`: one that nobody else needs). Those who are refused at a
 * door stand before one and the same thing, unless it is another for each of them (`perVisitor`).
 */
export type Thing = { abouts: readonly About[]; perVisitor?: true; plant(cell: Cell): Promise<string> };
/** `forms`: doors whose form names the thing (`scene.thing`); `posts`, `bodies`: what is posted at a form or sent to the API. */
export type Room = {
  things?: Record<string, Thing>;
  forms?: Record<string, string>;
  posts?: Record<string, (scene: Scene) => Fields | Promise<Fields>>;
  bodies?: Record<string, (scene: Scene) => unknown>;
};

const folder = join(import.meta.dirname, 'rooms');
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));

export const rooms: Room[] = await Promise.all(
  files.map(async (name) => {
    const file: { room: Room } = await import(/* @vite-ignore */ pathToFileURL(join(folder, name)).href);
    return file.room;
  }),
);
