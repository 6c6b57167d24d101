import type { CalendarEntry } from '#foundation/calendar/index.ts';
import type { Act } from '#foundation/server/perform.ts';

// PostgreSQL takes at most 65,535 values in one statement.
const atOnce = 1000;

/** Puts entries over what was there for their days. */
export async function writeDays({ trx, now }: Act, entries: readonly CalendarEntry[], by: string | null): Promise<void> {
  for (let from = 0; from < entries.length; from += atOnce) {
    await trx
      .insertInto('calendar_days')
      .values(
        entries
          .slice(from, from + atOnce)
          .map((entry) => ({
            day: entry.day,
            kind: entry.kind,
            name_zh: entry.name.zh,
            name_en: entry.name.en,
            provisional: entry.provisional ?? false,
            changed_at: now,
            changed_by: by,
          })),
      )
      .onConflict((conflict) =>
        conflict
          .column('day')
          .doUpdateSet((eb) => ({
            kind: eb.ref('excluded.kind'),
            name_zh: eb.ref('excluded.name_zh'),
            name_en: eb.ref('excluded.name_en'),
            provisional: eb.ref('excluded.provisional'),
            changed_at: eb.ref('excluded.changed_at'),
            changed_by: eb.ref('excluded.changed_by'),
          })),
      )
      .execute();
  }
}
