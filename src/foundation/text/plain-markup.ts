// The small markup of posts: paragraphs, headings, lists and links. What comes out is data that a page or a paper sets;
// no HTML is ever made of it, so nothing somebody typed can become anything but text or a link.

/** A stretch of text; with `href` a link to http, https, or an address of this house. */
export type Inline = { text: string; href?: string };
export type Block = { kind: 'heading' | 'paragraph'; parts: Inline[] } | { kind: 'list'; items: Inline[][] };

/** `# heading`, `- item`, an empty line between paragraphs, `[words](https://…)` and bare addresses as links. */
export function readMarkup(text: string): Block[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/u)
    .flatMap((part) => blocksOf(part.split('\n').filter((line) => line.trim() !== '')));
}

/** The same without marks, as it is read aloud or told in a line. */
export function plainText(blocks: readonly Block[]): string {
  const said = (parts: readonly Inline[]) => parts.map((part) => part.text).join('');
  return blocks.map((block) => (block.kind === 'list' ? block.items.map(said).join('\n') : said(block.parts))).join('\n');
}

function blocksOf(lines: string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const [, heading] = /^#{1,3}\s+(.+)$/u.exec(line) ?? [];
    const [, item] = /^[-*•]\s+(.+)$/u.exec(line) ?? [];
    const last = blocks.at(-1);
    if (heading) blocks.push({ kind: 'heading', parts: inlines(heading) });
    else if (item && last?.kind === 'list') last.items.push(inlines(item));
    else if (item) blocks.push({ kind: 'list', items: [inlines(item)] });
    else if (last?.kind === 'paragraph') last.parts.push({ text: '\n' }, ...inlines(line));
    else blocks.push({ kind: 'paragraph', parts: inlines(line) });
  }
  return blocks;
}

const link = /\[([^\]\n]{1,200})\]\(([^\s()]{1,500})\)|(https?:\/\/[^\s<>"'）)，。；]{0,500}[^\s<>"'）)，。；.,;:!?])/gu;

function inlines(line: string): Inline[] {
  const parts: Inline[] = [];
  let at = 0;
  for (const found of line.matchAll(link)) {
    const href = safeHref(found[2] ?? found[3] ?? '');
    if (found.index > at) parts.push({ text: line.slice(at, found.index) });
    parts.push(href ? { text: found[1] ?? found[0], href } : { text: found[0] });
    at = found.index + found[0].length;
  }
  if (at < line.length) parts.push({ text: line.slice(at) });
  return parts;
}

/** Two slashes at the beginning would lead to another house. */
function safeHref(address: string): string | null {
  if (/^\/(?![/\\])[\w\-./?=&%#]*$/u.test(address)) return address;
  if (!URL.canParse(address)) return null;
  const { protocol, username, href } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && username === '' ? href : null;
}
