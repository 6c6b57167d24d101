import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Component } from 'svelte';
import { compile } from 'svelte/compiler';
import { render } from 'svelte/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// Compiled as the server does it, next to node_modules so that "svelte" is found; no bundler needed.
const built = new URL(`../../node_modules/.cache/ui-test-${process.pid}/`, import.meta.url);

beforeAll(() => {
  mkdirSync(built, { recursive: true });
  const here = new URL('.', import.meta.url);
  for (const file of readdirSync(here).filter((name) => name.endsWith('.svelte'))) {
    const { js, warnings } = compile(readFileSync(new URL(file, here), 'utf8'), { generate: 'server', runes: true, filename: file });
    expect(warnings.map((warning) => `${file}: ${warning.message}`)).toEqual([]);
    writeFileSync(new URL(file.replace('.svelte', '.js'), built), js.code.replaceAll(/'\.\/(\w+)\.svelte'/g, "'./$1.js'"));
  }
});

afterAll(() => rmSync(built, { recursive: true, force: true }));

describe('Field', () => {
  it.each(['text', 'textarea', 'tel', 'date'])('keeps what was typed (%s)', async (kind) => {
    expect(await html('Field', { label: 'L', name: 'words', kind, value: '2026-11-20' })).toContain('2026-11-20');
  });

  it('keeps what was picked', async () => {
    const page = await html('Field', {
      label: 'L',
      name: 'place',
      kind: 'select',
      value: 'b',
      options: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B' },
      ],
    });
    expect(page).toMatch(/<option value="b" selected/);
    expect(page).not.toMatch(/<option value="a" selected/);
  });

  it('ties hint and mistake to the control', async () => {
    const page = await html('Field', { label: 'L', name: 'words', hint: 'H', error: 'E' });
    expect(page).toContain('<label class="label" for="words">');
    expect(page).toContain('aria-invalid="true"');
    expect(page).toContain('aria-describedby="words-hint words-error"');
    expect(page).toContain('id="words-error"');
  });
});

describe('Choices', () => {
  it('lets a link from the error summary land on the first choice', async () => {
    const page = await html('Choices', {
      legend: 'L',
      name: 'kind',
      value: 'b',
      choices: [
        { value: 'a', label: 'A' },
        { value: 'b', label: 'B', hint: 'H' },
      ],
    });
    expect(page).toMatch(/<input type="radio" id="kind" name="kind" value="a"/);
    expect(page).toMatch(/id="kind-2" name="kind" value="b" checked/);
    expect(await html('ErrorSummary', { heading: 'H', errors: [{ field: 'kind', message: 'M' }] })).toContain('<a href="#kind">M</a>');
  });
});

describe('Button', () => {
  it.each([{}, { href: '/somewhere' }])('can be reached but not done when it says why not', async (more) => {
    const page = await html('Button', { ...more, whyNot: 'Not yet.' });
    const why = /aria-describedby="([^"]+)"/.exec(page)?.[1];
    expect(page).toContain('aria-disabled="true"');
    expect(page).toContain(`<p class="why" id="${why}">Not yet.</p>`);
    expect(page).not.toMatch(/type="submit"|href=| disabled/);
  });
});

describe('Figures', () => {
  it('shows a sum as a sum', async () => {
    const page = await html('Figures', {
      total: { value: 3, label: 'all' },
      parts: [
        { value: 1, label: 'a' },
        { value: 2, label: 'b' },
      ],
    });
    expect(
      page
        .replaceAll(/<!--.*?-->|<[^>]+>/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    ).toBe('3 all = 1 a + 2 b');
  });
});

async function html(name: string, props: Record<string, unknown>): Promise<string> {
  const loaded: { default: Component<Record<string, unknown>> } = await import(new URL(`${name}.js`, built).href);
  return render(loaded.default, { props: { children: () => {}, ...props } }).body;
}
