/** What a text is set from; the shape of `readMarkup` (foundation/text), which the design system doesn't know. */
export type Inline = { text: string; href?: string };
export type Block = { kind: 'heading' | 'paragraph'; parts: Inline[] } | { kind: 'list'; items: Inline[][] };
