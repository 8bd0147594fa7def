import { expect, test } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible.ts';
import { choose, people, signIn, startService, write } from './support/journey.ts';

/*
 * Two tabs edit one draft: the second is told, sees both versions, and chooses. Nothing that was typed is lost.
 */

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the later one sees both versions and may keep either', async ({ page, context }) => {
      await signIn(page, people.kari);
      const id = await startService(page, 'varemerke');
      const address = `/submissions/${id}/applicant`;
      const other = await context.newPage();
      await other.goto(address);

      await write(page, 'contactName', 'Den første');
      await page.locator('.kv-actions button[value="later"]').click();
      await page.waitForURL('**/inbox/in-progress');

      await write(other, 'contactName', 'Den andre');
      await write(other, 'contactEmail', 'den-andre@example.test');
      await choose(other, 'hasRepresentative', 'no');
      await other.locator('.kv-actions button[value="next"]').click();
      await expect(other.locator('h1')).toHaveText('Noen har endret denne siden et annet sted');
      for (const version of ['Den første', 'Den andre'])
        await expect(other.locator('main')).toContainText(version);
      await expectFits(other, 320);
      if (javaScriptEnabled) await expectAccessible(other, 'two versions');
      await other.locator('main form button').click();
      await expect(other.locator('h1')).not.toHaveText('Noen har endret denne siden et annet sted');

      await page.goto(address);
      await expect(page.locator('[name="contactName"]')).toHaveValue('Den andre');
    });
  });
}
