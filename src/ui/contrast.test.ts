import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

type Colours = Map<string, string>;

const here = new URL('.', import.meta.url);
const tokens = readFileSync(new URL('tokens.css', here), 'utf8');
const drawn = ['base.css', 'parts.css', 'staff.css'].map((file) => [file, readFileSync(new URL(file, here), 'utf8')] as const);
const stages = ['listen', 'discuss', 'act', 'evaluate', 'appreciate'];

const light = colours(/^ {2}:root \{([^}]*)\}/m);
const dark = over(light, colours(/\(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/));
const more = colours(/@media \(prefers-contrast: more\) \{\s*:root \{([^}]*)\}/);
const schemes: Record<string, Colours> = {
  light,
  dark,
  'light, more contrast': over(light, more),
  'dark, more contrast': over(
    over(dark, more),
    colours(/prefers-contrast: more\) and \(prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/),
  ),
};

/** Text on its background, as the parts are put together on pages. */
const texts: [string, string][] = [
  ...['ink', 'soft', ...stages].flatMap((text) => ['paper', 'sheet'].map((ground): [string, string] => [text, ground])),
  ['ink', 'field'],
  ['on-ink', 'ink'],
  ...stages.flatMap((stage): [string, string][] => [
    [stage, `${stage}-tint`],
    ['ink', `${stage}-tint`],
    ['soft', `${stage}-tint`],
    ['on-fill', `${stage}-fill`],
    ['listen', `${stage}-tint`],
  ]),
  ['side-ink', 'side'],
  ['side', 'side-ink'],
  ['side-soft', 'side'],
  ['side-ink', 'side-here'],
  ['side-soft', 'side-here'],
];
/** Lines and shapes that must be seen to use the page (WCAG 1.4.11). */
const shapes: [string, string][] = [
  ['edge', 'paper'],
  ['edge', 'sheet'],
  ['edge', 'field'],
  ['evaluate', 'field'],
  ['focus', 'paper'],
  ['focus', 'sheet'],
  ['side-focus', 'side'],
  ['side-focus', 'side-here'],
];

describe.each(Object.entries(schemes))('the colours, %s', (_, scheme) => {
  it.each(texts)('%s on %s can be read (4.5 : 1)', (text, ground) => {
    expect(ratio(of(scheme, text), of(scheme, ground))).toBeGreaterThanOrEqual(4.5);
  });
  it.each(shapes)('%s on %s can be seen (3 : 1)', (line, ground) => {
    expect(ratio(of(scheme, line), of(scheme, ground))).toBeGreaterThanOrEqual(3);
  });
});

describe('the style sheets', () => {
  it.each(drawn)('%s names no colour of its own', (_, css) => {
    expect(css.match(/#[0-9a-f]{3,8}\b(?=[^{}]*[;}])|\b(?:rgb|hsl|oklch)a?\(/gi)).toBeNull();
  });

  it.each(drawn)('%s pairs no text and background that are not in the list above', (_, css) => {
    const pairs = [...css.matchAll(/\{([^{}]*)\}/g)].flatMap(([, body = '']) => {
      const text = /(?:^|[;\s])color: var\(--([a-z-]+)\)/.exec(body)?.[1];
      const ground = /background: var\(--([a-z-]+)\)/.exec(body)?.[1];
      return text && ground && text.length > 1 && ground.length > 1 ? [`${text} on ${ground}`] : [];
    });
    const listed = texts.map(([text, ground]) => `${text} on ${ground}`);
    expect(pairs.filter((pair) => !listed.includes(pair))).toEqual([]);
  });

  it.each([...drawn, ['tokens.css', tokens] as const])('%s works in Chrome 107 and Safari 15.4', (_, css) => {
    expect(
      css.match(/:has\(|light-dark\(|color-mix\(|@container|@scope|\b\d*(?:dvh|svh|lvh)\b|\((?:width|height) ?[<>]|^\s*&/gm),
    ).toBeNull();
  });

  it('everything a resident needs is at most 7 KB gzipped', () => {
    const all = ['tokens.css', 'base.css', 'parts.css', 'print.css'].map((file) => readFileSync(new URL(file, here), 'utf8')).join('');
    expect(gzipSync(all.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/\s+/g, ' ')).length).toBeLessThanOrEqual(7168);
  });

  it('no component carries a style attribute or a word of its own', () => {
    const parts = readdirSync(here).filter((file) => file.endsWith('.svelte'));
    expect(parts.length).toBeGreaterThan(20);
    for (const part of parts) {
      const text = readFileSync(new URL(part, here), 'utf8').replaceAll(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\//g, '');
      expect(`${part} ${/\sstyle=|style:|\p{Script=Han}/u.exec(text)?.[0] ?? 'clean'}`).toBe(`${part} clean`);
    }
  });
});

function colours(block: RegExp): Colours {
  const body = block.exec(tokens)?.[1] ?? '';
  const found = new Map([...body.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]));
  expect(found.size).toBeGreaterThan(5);
  return found;
}

function over(under: Colours, upper: Colours): Colours {
  return new Map([...under, ...upper]);
}

function of(scheme: Colours, name: string): string {
  const colour = scheme.get(name);
  if (colour === undefined) throw new Error(`no colour --${name}`);
  return colour;
}

/** Contrast ratio after WCAG 2.2, "relative luminance". */
function ratio(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].toSorted((left, right) => right - left);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
