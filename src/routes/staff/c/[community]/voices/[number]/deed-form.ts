/** What a form on the page of a voice asks for, ready to be drawn: words chosen, options known. */
export type DeedForm = {
  verb: string;
  label: string;
  hint: string | null;
  button: string;
  fields: DeedField[];
  whyNot: string | null;
  /** the step that comes next on the usual way: stands open and first */
  next: boolean;
};
export type DeedOption = {
  value: string;
  label: string;
  hint?: string | undefined;
  whyNot?: string | undefined;
  far?: boolean | undefined;
};
export type DeedField = {
  name: string;
  kind: 'words' | 'line' | 'day' | 'number' | 'select' | 'one' | 'name' | 'names' | 'tick';
  label: string;
  hint?: string | undefined;
  optional?: boolean | undefined;
  options?: DeedOption[] | undefined;
  value?: string | string[] | undefined;
  min?: string | number | undefined;
  max?: string | number | undefined;
  offer?: Offer | undefined;
};
/** An answer that may be taken with one press. `because`: telling words; `basis`: what it rests on; `href`: to take it without scripts. */
export type Offer = { value: string; label: string; because: string; basis: string; href: string };
