import type { Page } from '@playwright/test';

/** Signs in as one of the cast, with the one click only a demo town offers. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.context().clearCookies({ name: /huiyin/ });
  await page.goto('/staff/sign-in');
  await page
    .locator('button[name=person]')
    .filter({ has: page.getByText(name, { exact: true }) })
    .first()
    .click();
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
}
