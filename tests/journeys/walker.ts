import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { expect, inject } from 'vitest';
import { openBrowser } from '../browser.ts';

// Somebody who walks through the town with a browser of their own: one language, one screen, scripts on or off.

export type Walk = { locale: 'zh-CN' | 'en'; scripts: boolean; screen: 'phone' | 'desktop' };
export const walks: Walk[] = (['zh-CN', 'en'] as const).flatMap((locale) =>
  [true, false].flatMap((scripts) => (['phone', 'desktop'] as const).map((screen) => ({ locale, scripts, screen }))),
);
const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
let browser: Browser | undefined;

export async function walker(walk: Walk): Promise<Page> {
  browser ??= await openBrowser();
  const context: BrowserContext = await browser.newContext({
    baseURL: inject('town'),
    locale: walk.locale,
    viewport: sizes[walk.screen],
    javaScriptEnabled: walk.scripts,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/**
 * What every page owes its reader: WCAG 2.2 AA as far as axe can tell, no sideways scrolling, and, for residents, no
 * script at all. axe itself needs scripts, so without them only the rest is looked at.
 */
export async function lookOver(page: Page, walk: Walk): Promise<void> {
  const html = await page.content();
  const address = new URL(page.url()).pathname;
  if (!/^\/(staff|api|setup)/.test(address)) expect(html.includes('<script'), `${address} ships a script`).toBe(false);
  // With scripts on, the framework's own announcer sets a style on itself.
  if (!walk.scripts) expect(html.includes(' style="'), `${address} has an inline style`).toBe(false);
  if (!walk.scripts) return;
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1), `${address} scrolls sideways`).toBe(
    true,
  );
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  expect(violations.map(({ id, nodes }) => `${address} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual([]);
}
