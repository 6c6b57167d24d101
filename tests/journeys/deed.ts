import type { Locator, Page } from '@playwright/test';

/** Does one deed on a voice page of the desk: opens its fold if it has one, fills its form, and posts it. */
export async function deed(page: Page, verb: string, fill: (form: Locator) => Promise<unknown> = async () => {}): Promise<void> {
  const form = page.locator(`form:has(input[name=verb][value=${verb}])`);
  const fold = page.locator(`details.deed:not([open]):has(input[name=verb][value=${verb}]) > summary`);
  if ((await fold.count()) > 0) await fold.click();
  await fill(form);
  await form.getByRole('button').last().click();
  await page.waitForURL(/done=1|\/voices$/);
}

/** Picks somebody by name in a list of people. */
export async function pick(form: Locator, name: string): Promise<void> {
  await form.locator('label').filter({ hasText: name }).first().click();
}
