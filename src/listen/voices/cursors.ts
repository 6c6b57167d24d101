import { z } from 'zod';
import { openCursor, signCursor } from '#foundation/secrets/index.ts';
import { installation } from '#foundation/server/installation.ts';

const bookmark = z.tuple([z.string(), z.iso.datetime(), z.uuid()]);

/** The bookmark behind the last row of a page; `list` names what it belongs to. */
export function cursorAfter(list: string, at: Date, id: string): string {
  return signCursor(installation().keys, JSON.stringify([list, at.toISOString(), id]));
}

/** Where to go on, or null for a bookmark of another list or one that was tampered with. */
export function readCursor(list: string, cursor: string): { at: Date; id: string } | null {
  const text = openCursor(installation().keys, cursor);
  const parsed = bookmark.safeParse(text === null ? null : JSON.parse(text));
  if (!parsed.success || parsed.data[0] !== list) return null;
  return { at: new Date(parsed.data[1]), id: parsed.data[2] };
}
