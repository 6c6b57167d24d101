// A resident may write "=HYPERLINK(…)" into a form; the officer who opens the export must see text, not run it.

// The last four are the full-width = + - @ of Chinese and Japanese keyboards, which spreadsheets there accept as well.
const dangerous = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Puts an apostrophe before a text that a spreadsheet could take for a formula (OWASP, CSV Injection). */
export function disarmCell(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}
