import type { DB } from '#db/schema.ts';

// How one line of the field register is written.

/** For which purpose somebody's data is used; each has words in the notice (`rights_group_<group>…`). */
export type Group =
  | 'words'
  | 'deliberation'
  | 'contact'
  | 'accused'
  | 'publish'
  | 'pressure'
  | 'requests'
  | 'consultations'
  | 'account'
  | 'notices'
  | 'looks'
  | 'device'
  | 'serving'
  | 'office'
  | 'visits'
  | 'blog';

/** `free_words`: anything at all may have been written there. `published`: everybody reads it, by the function's purpose. */
export type FieldClass = 'ordinary' | 'sensitive' | 'published' | 'free_words';

/** Articles of the Personal Information Protection Law: 13.1 consent, 13.3 duty by law, 25 consent to publication, 51 protection. */
export type Basis = 'consent' | 'duty' | 'publication' | 'protection';

/** What the notice calls the field (`rights_field_<said>`). */
export type Said =
  | 'words'
  | 'place'
  | 'photos'
  | 'additions'
  | 'hotline'
  | 'verdict'
  | 'name'
  | 'phone'
  | 'email'
  | 'hours'
  | 'language'
  | 'accused'
  | 'title'
  | 'pressure'
  | 'consents'
  | 'requests'
  | 'sign_in'
  | 'card'
  | 'looks'
  | 'messages'
  | 'notices'
  | 'wishes'
  | 'wechat'
  | 'device'
  | 'address'
  | 'role'
  | 'reasons'
  | 'answers'
  | 'choices'
  | 'marks'
  | 'visit'
  | 'visit_note'
  | 'comment'
  | 'post';

/**
 * How long. `record`: as long as the matter's own record, until erasure is asked for. `contact`: until some years after
 * the matter was closed. `always`: kept as evidence of what was done with somebody's data. The others see `keeps`.
 */
export type Keep =
  | 'record'
  | 'contact'
  | 'account'
  | 'code'
  | 'session'
  | 'intent'
  | 'limit'
  | 'call'
  | 'message'
  | 'notice'
  | 'place'
  | 'visit'
  | 'visit_correction'
  | 'visit_note'
  | 'always';

/**
 * What erasure does. `author`: somebody within one community, by what they wrote there. `blank` and `clear`: the value goes, the row stays; `row`: the row goes; `stays`: it says what the
 * office did, or that somebody's data was looked at; `apart`: see `eraseVoice` and `erasePerson`.
 */
export type OnErase = { of: 'voice' | 'reporter' | 'person' | 'author'; by: string; how: 'blank' | 'clear' | 'row' } | 'stays' | 'apart';

type Table = keyof DB;
export type FieldRow = {
  table: Table;
  columns: readonly string[];
  group: Group;
  said: Said;
  class: FieldClass;
  basis: Basis;
  keep: Keep;
  erase: OnErase;
};

type Rest = Omit<FieldRow, 'table' | 'columns'>;

/** One line. The compiler knows the columns of the table; the test knows that none is forgotten. */
export function row<T extends Table>(table: T, columns: readonly Extract<keyof DB[T], string>[], rest: Rest): FieldRow {
  return { table, columns, ...rest };
}
