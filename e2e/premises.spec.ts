import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectFits, readIn, wiringProblems } from './support/accessible.ts';
import {
  choose,
  confirm,
  expectReceipt,
  next,
  payByCard,
  people,
  signIn,
  startService,
  upload,
  withoutScripts,
  write,
} from './support/journey.ts';

/*
 * Hiring rooms: the service that has the kinds of questions and prices that no other has, from form to receipt. A society's
 * concert: rooms 6 800 less 50 %, 5 % of tickets for 45 000, equipment 2 750, caretaker 625, cleaning 1 750, deposit 2 000.
 */
const total = { nb: '12\u00a0775,00\u00a0kr', nn: '12\u00a0775,00\u00a0kr', en: 'NOK\u00a012,775.00' };
const half = { nb: '6\u00a0800,00\u00a0kr', nn: '6\u00a0800,00\u00a0kr', en: 'NOK\u00a06,800.00' };
const kitchen = { nb: 'Kjøkkenet', nn: 'Kjøkenet', en: 'Kitchen' };
const secondRoom = {
  nb: 'Dag 2, rom 2: Kjøkkenet, helg',
  nn: 'Dag 2, rom 2: Kjøkenet, helg',
  en: 'Day 2, room 2: Kitchen, weekend',
};
const languages = process.env.KVITT_LONG === '1' ? (['nb', 'nn', 'en'] as const) : (['nb'] as const);

for (const language of languages) {
  for (const scripts of [true, false]) {
    test.describe(`${scripts ? 'with' : 'without'} JavaScript, in ${language}`, () => {
      test.use({ javaScriptEnabled: scripts });
      test.setTimeout(300_000);
      test.afterEach(({ page }) => readIn(page, 'nb'));

      test('rooms are hired, from form to receipt', async ({ page }) => {
        if (!scripts) withoutScripts(page);
        const main = page.locator('main');
        await signIn(page, people.kari);
        await readIn(page, language);
        await page.goto('/services/leie-av-lokaler');
        await look(page, 'the service', { scripts });
        await startService(page, 'leie-av-lokaler');

        await fillRenter(page);
        await lookAtForm(page, 'who hires', scripts);
        await next(page);

        await fillEvent(page);
        await lookAtForm(page, 'the event', scripts);
        await next(page);

        await refuseDays(page);
        await lookAtForm(page, 'days with errors', scripts);
        await fillDays(page);
        await lookAtForm(page, 'days and rooms', scripts);
        await next(page);

        await fillExtras(page);
        await lookAtForm(page, 'equipment', scripts);
        await next(page);

        await write(page, 'account', '1234 56 78903');
        await write(page, 'earlierKid', '1234567 4');
        await choose(page, 'declaration', 'confirmed');
        await expect(page.locator('#hired')).toContainText('23:00');
        await expect(page.locator('#hired')).toContainText(kitchen[language]);
        await lookAtForm(page, 'the deposit', scripts);
        await next(page);

        await expect(page).toHaveURL(/\/check$/);
        await expect(main).toContainText('Per Testholm');
        await expect(main).not.toContainText('11896625901');
        await expect(main).toContainText('1234\u00a056\u00a078903');
        for (const words of [secondRoom[language], half[language], total[language]])
          await expect(main).toContainText(words);
        await look(page, 'the check page', { scripts });

        await confirm(page);
        await payByCard(page);
        await expectReceipt(page);
        await expect(main).toContainText(secondRoom[language]);
        await expect(main).toContainText(total[language]);
        await look(page, 'the receipt', { scripts });
      });
    });
  }
}

async function fillRenter(page: Page): Promise<void> {
  await choose(page, 'renterType', 'voluntary');
  await write(page, 'organisation-number', '310 010 677');
  await page.locator('button[value="fetch:organisation-fetch"]').click();
  await expect(page.locator('[name="organisation-name"]')).toHaveValue('Testholmen Prøvelag');
  await write(page, 'responsible-number', '118966 25901');
  await write(page, 'responsible-fetch', 'Testholm');
  await page.locator('button[value="fetch:responsible-fetch"]').click();
  await expect(page.locator('[name="responsible-name"]')).toHaveValue('Per Testholm');
  await write(page, 'phone', '98765432');
  await write(page, 'email', 'kari@example.test');
}

async function fillEvent(page: Page): Promise<void> {
  await write(page, 'eventName', 'Høstkonsert');
  await page.locator('select[name="eventType"]').selectOption('concert');
  await write(page, 'participants', '180');
  await choose(page, 'ticketed', 'yes');
  await write(page, 'expectedIncome', '45 000,-');
}

/** Times that cannot be, and a room that is not chosen: each is told where it stands. */
async function refuseDays(page: Page): Promise<void> {
  const plan = page.locator('main img');
  await expect(plan).toHaveAttribute('alt', /Fjordvik/);
  expect((await page.request.get((await plan.getAttribute('src')) ?? '')).ok()).toBe(true);
  await write(page, 'day[0].from', '25.00');
  await write(page, 'day[0].to', '3');
  await page.locator('.kv-actions button[value="next"]').click();
  for (const id of ['date', 'partOfDay', 'from', 'to', 'caretaker', 'room[0].roomName'])
    await expect(page.locator(`[id="day[0].${id}-error"]`)).toBeVisible();
}

async function fillDays(page: Page): Promise<void> {
  await fillDay(page, 0, { date: '5.2.2027', part: 'evening', caretaker: 'no', rooms: ['hall', 'small'] });
  await page.locator('button[value="add-row:day"]').click();
  await fillDay(page, 1, { date: '6.2.2027', part: 'weekend', caretaker: 'yes', rooms: ['hall', 'kitchen'] });
}

async function fillDay(
  page: Page,
  index: number,
  { date, part, caretaker, rooms }: { date: string; part: string; caretaker: string; rooms: string[] },
): Promise<void> {
  const day = `day[${index}]`;
  await write(page, `${day}.date`, date);
  await choose(page, `${day}.partOfDay`, part);
  await write(page, `${day}.from`, '16.30');
  await write(page, `${day}.to`, 'kl. 23');
  await choose(page, `${day}.caretaker`, caretaker);
  for (const [at, room] of rooms.entries()) {
    if (at > 0) await page.locator(`button[value="add-row:${day}.room"]`).click();
    await page.locator(`select[name="${day}.room[${at}].roomName"]`).selectOption(room);
  }
}

async function fillExtras(page: Page): Promise<void> {
  await choose(page, 'wantsEquipment', 'yes');
  await choose(page, 'cleaning', 'municipality');
  await choose(page, 'equipment', 'sound');
  await choose(page, 'equipment', 'stage');
  await page.locator('select[name="attachments-tag"]').selectOption('guardList');
  await upload(page, 'attachments', 'vakter.pdf');
}

/** What every page must be: nothing for axe to find, and nothing to scroll to the side on a narrow phone. */
async function look(page: Page, name: string, { scripts }: { scripts: boolean }): Promise<void> {
  if (scripts) await expectAccessible(page, name);
  await expectFits(page, 320);
  await page.setViewportSize({ width: 1280, height: 720 });
}

/** And what a form page must be besides: labels, hints and errors tied to their controls as the server sends them. */
async function lookAtForm(page: Page, name: string, scripts: boolean): Promise<void> {
  await look(page, name, { scripts });
  expect(await wiringProblems(page, page.url()), name).toEqual([]);
}
