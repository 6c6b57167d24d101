import { fail, redirect } from '@sveltejs/kit';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { tableProblemsOf, type Table } from '#foundation/spreadsheets/index.ts';
import {
  findMappings,
  guessColumns,
  importTickets,
  importTicketsInput,
  mappingFor,
  mostTickets,
  ticketFields,
  ticketTableInput,
  worksOnHotline,
  type ImportedTickets,
  type TicketColumns,
} from '#listen/hotline/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { refusalOf } from '../../../../../refusal-words.ts';
import { voicesDeskAt, type Desk } from '../../../../shell.ts';
import { postedTable } from '../../../../table-problems.ts';
import { seenTable, shownProblems } from './seen-table.ts';
import type { Actions, PageServerLoad } from './$types';

/** A file of the hotline: looked at, its columns set right, brought in. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { community } = await hotlineDeskAt(locals, params.community);
  const said = url.searchParams;
  const count = (name: string) => Number(said.get(name)) || 0;
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    most: mostTickets,
    done: said.has('added') ? { added: m.hotline_imported({ added: count('added') }), known: knownWords(count('known')) } : null,
  };
};

export const actions: Actions = {
  look: (event) =>
    formAction(event, async (form) => {
      const { community } = await hotlineDeskAt(event.locals, event.params.community);
      const table = await tableOf(form);
      const kept = mappingFor(table.header, await findMappings(community.id));
      const corrected = form.values['table'] !== undefined;
      const columns = corrected ? columnsOf(form) : (kept?.columns ?? guessColumns(table.header));
      return {
        seen: seenTable(table, columns, {
          kept: corrected ? null : (kept?.name ?? null),
          name: form.values['mapping'] ?? kept?.name ?? null,
        }),
      };
    }),
  import: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await hotlineDeskAt(event.locals, event.params.community);
      const table = await tableOf(form);
      const columns = columnsOf(form);
      try {
        const input = parsed(importTicketsInput.safeParse({ mapping: form.values['mapping'], columns, bad: form.values['bad'] }));
        return done(community.slug, await importTickets(viewer, community.id, input, table, { key: form.key }));
      } catch (error) {
        const seen = seenTable(table, columns, { kept: null, name: form.values['mapping'] ?? null });
        if (tableProblemsOf(error))
          return fail(422, { errors: [{ field: 'bad', message: m.hotline_problems_title() }], values: {}, lists: {}, seen });
        if (!(error instanceof Invalid)) throw error;
        return fail(422, { errors: refusalOf(error)?.errors ?? [], values: {}, lists: {}, seen });
      }
    }),
};

/** Nothing left over: back to an empty page that says so. Otherwise the rows that need a look stay on the screen. */
function done(slug: string, { added, known, problems, remarks }: ImportedTickets) {
  if (problems.length + remarks.length === 0) redirect(303, `${paths.hotlineImport(slug)}?added=${added}&known=${known}`);
  const leftOut = new Set(problems.map(({ line }) => line)).size;
  return {
    imported: {
      added: m.hotline_imported({ added }),
      known: knownWords(known),
      leftOut: leftOut > 0 ? m.hotline_imported_left_out({ count: leftOut }) : null,
      problems: shownProblems(problems),
      remarks: shownProblems(remarks),
    },
  };
}

function knownWords(known: number): string | null {
  return known > 0 ? m.hotline_imported_known({ known }) : null;
}

/** The file just chosen, or the table of the one looked at before: nothing of it is kept here in between. */
async function tableOf(form: FormData_): Promise<Table> {
  const carried = form.values['table'];
  if (carried === undefined) return postedTable(form);
  // Never sent back in what the page is told of a refusal.
  form.values['table'] = '';
  return parsed(ticketTableInput.safeParse(readJson(carried)));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Invalid([{ field: 'file', code: 'table.not-readable' }]);
  }
}

function columnsOf({ values }: FormData_): TicketColumns {
  const columns: TicketColumns = {};
  for (const field of ticketFields) {
    const at = values[`column-${field}`];
    if (at !== undefined && /^\d{1,2}$/.test(at)) columns[field] = Number(at);
  }
  return columns;
}

async function hotlineDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!worksOnHotline(desk.viewer, desk.community.id)) throw new Forbidden('hotline.only-office');
  return desk;
}
