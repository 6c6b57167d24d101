// A first suggestion of what must not be read by everybody: telephone and identity numbers, addresses of mail, doors, plates.
// A person looks over it before anything is published.

const black = '█';

const patterns = [
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
  // Telephone, bank and identity numbers, also with spaces and dashes between.
  /\d(?:[ -]?\d){6,}[\dXx]?/g,
  // A number plate: a province, a letter, five or six more.
  /\p{Script=Han}[A-Z][·\s]?[A-Z0-9]{5,6}/gu,
  // A door: "2单元501", "501室", "Flat 501".
  /\d{1,2}\s*\u5355\u5143\s*\d{2,4}(?:\s*\u5ba4)?/gu,
  /\d{2,4}\s*[\u5ba4\u6237]/gu,
  /(?<=\b(?:flat|apartment|room|unit)\s)\d{1,4}[A-Za-z]?\b/gi,
  // Somebody by name and title: the name goes, the title stays.
  /(?<=^|[^\p{Script=Han}])\p{Script=Han}{1,3}(?=\u5148\u751f|\u5973\u58eb|\u963f\u59e8|\u5927\u7237|\u5976\u5976|\u5e08\u5085|\u8001\u5e08)/gu,
];

/** What somebody said with the parts blacked out that nobody else needs; as long as the original. */
export function maskWords(words: string): string {
  return patterns.reduce((text, pattern) => text.replace(pattern, (found) => black.repeat([...found].length)), words);
}
