import { fail, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { Invalid, type FieldProblem } from '#foundation/refusal.ts';
import { noteRefusal } from './note-refusal.ts';
import { refusalOf } from './refusal-words.ts';

// The page's door: reads a form once, calls a command, and turns a refusal into words with the input kept.

export type Values = Record<string, string>;
export type FormProblems = { errors: { field?: string; message: string }[]; values: Values; lists: Record<string, string[]> };
export type FormData_ = { values: Values; lists: Record<string, string[]>; files: Record<string, File[]>; key: string | undefined };
type Parsed<T> = { success: true; data: T } | { success: false; error: { issues: readonly { path: PropertyKey[]; message: string }[] } };

/** The posted form: single values (empty ones left out), lists of repeated names, files, and the key of the intent. Throws Invalid. */
export async function readForm({ request }: Pick<RequestEvent, 'request'>): Promise<FormData_> {
  const form: FormData_ = { values: {}, lists: {}, files: {}, key: undefined };
  const sent = await request.formData().catch(() => {
    throw new Invalid([{ field: '', code: 'form.unreadable' }]);
  });
  for (const [name, value] of sent) {
    // No form of ours has a field that every object has.
    if (name in form.values && !Object.hasOwn(form.values, name)) continue;
    if (value instanceof File) {
      if (value.size > 0) (form.files[name] ??= []).push(value);
    } else if (name === 'key') form.key = /^[\x21-\x7e]{8,128}$/.test(value) ? value : undefined;
    else if (value !== '') keep(form, name, value.replaceAll('\0', ''));
  }
  return form;
}

function keep({ values, lists }: FormData_, name: string, value: string): void {
  values[name] = value;
  (lists[name] ??= []).push(value);
}

/** Parses with the command's own schema; problems become Invalid, each tied to its field. */
export function parsed<T>(result: Parsed<T>): T {
  if (result.success) return result.data;
  const problems: FieldProblem[] = result.error.issues.map((issue) => ({
    field: String(issue.path[0] ?? ''),
    code: /^[a-z-]+\.[a-z-]+$/.test(issue.message) ? issue.message : 'input.not-usable',
  }));
  throw new Invalid(problems);
}

/** Runs an action. Redirects pass through; refusals come back as a failure the page shows, with what was typed. */
export async function formAction<T>(event: RequestEvent, work: (form: FormData_) => Promise<T>): Promise<T | ActionFailure<FormProblems>> {
  let form: FormData_ = { values: {}, lists: {}, files: {}, key: undefined };
  try {
    form = await readForm(event);
    return await work(form);
  } catch (error) {
    const problems = refusalOf(error);
    if (!problems) throw error;
    noteRefusal(event, problems.status);
    return fail(problems.status, { errors: problems.errors, values: withoutSecrets(form.values), lists: withoutSecrets(form.lists) });
  }
}

/** What was typed comes back to be corrected; passwords never do. */
function withoutSecrets<T>(typed: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !['password', 'current', 'next', 'again'].includes(name)));
}
