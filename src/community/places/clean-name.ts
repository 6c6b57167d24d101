// Names are compared letter by letter, so that what looks the same must be the same.

// Control characters, and those that hide or reorder what stands around them.
const hidden = /[\u0000-\u001F\u007F\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Without hidden characters and needless spaces; full-width digits and letters (５０１) become plain ones. */
export function cleanName(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(hidden, '')
    .replaceAll(/[\uFF10-\uFF19\uFF21-\uFF3A\uFF41-\uFF5A]/g, (wide) => String.fromCodePoint(wide.charCodeAt(0) - 0xfee0))
    .trim()
    .normalize('NFC');
}
