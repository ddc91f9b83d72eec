import type { Page } from 'playwright-core';
import { ANZHENXILI } from '../../api/support/forms.ts';
import { NEXT_YEAR } from '../../support/rolling-house.ts';
import { everybody, type ListedPage, resident, staff, variants } from './listed-page.ts';

const desk = (number: string, query = '') => `/desk/cases/${encodeURIComponent(number)}${query}`;
const item = (number: string, query = '') => `/items/${encodeURIComponent(number)}${query}`;
const newCase = (process: string, org: string) => `/desk/new?process=${process}&org=${org}`;

/** Pages on which people act: the workplace, items, and a proposal step by step. */
export const workplacePages: readonly ListedPage[] = [
  everybody('items', '/items'),
  everybody('item', ({ number }) => item(number)),
  { ...resident('item-act', ({ number }) => item(number, '?act=proposal.cosign')), who: 'sun-jianguo' },
  resident('propose', '/propose'),
  ...[3, 4].map((step) => ({ ...resident(`propose-${step}`, '/propose'), walk: proposingUpTo(step) })),
  staff('desk', '/desk'),
  staff('desk-drills', '/desk?drill=true', 'zhang-ting'),
  staff('search-found', '/desk/search?q=车棚&drill=true'),
  staff('new', '/desk/new'),
  staff('new-item', newCase('service-item-admission', 'chaoyang'), 'luo-min'),
  staff('case-drill', ({ late }) => desk(late), 'zhang-ting'),
  { ...staff('case-faults', ({ late }) => desk(late, '?act=proposal.decline'), 'zhang-ting'), walk: sendAct },
  ...variants(
    everybody('items-none', '/items?q=没有这样的事'),
    resident('item-own', ({ number }) => item(number)),
    everybody('propose-door', '/propose'),
    { ...resident('propose-2', '/propose'), walk: proposingUpTo(2) },
    { ...resident('propose-faults', '/propose'), walk: pressNext },
    staff('propose-on-behalf', '/propose/on-behalf'),
    ...['group', 'opened', 'copied', 'acted', 'followed'].map((tab) => staff(`desk-${tab}`, `/desk?tab=${tab}`)),
    staff('desk-unknown-filter', '/desk?colour=blue&drill=true'),
    staff('search', '/desk/search'),
    staff('new-refusal', newCase('refusal', ANZHENXILI), 'ma-guoqiang'),
    staff('new-seal', newCase('seal', ANZHENXILI)),
    staff('new-order', newCase('supervision-order', ANZHENXILI), 'shen-yan'),
    staff('new-dispatch', newCase('dispatch', ANZHENXILI), 'tang-rui'),
    staff('new-clean-up', newCase('clean-up', ANZHENXILI)),
    staff('case', ({ number }) => desk(number)),
    staff('case-act', ({ late }) => desk(late, '?act=proposal.decline'), 'zhang-ting'),
    staff('case-rows', ({ late }) => desk(late, '?act=correction.request'), 'zhang-ting'),
    staff('case-order', ({ order }) => desk(order), 'shen-yan'),
    staff('case-sign', ({ order }) => desk(order, '?act=order.sign'), 'zhang-ting'),
    staff('notices-staff', '/notices'),
    staff('calendar-entry-released', `/admin/calendars/${NEXT_YEAR}`, 'luo-min'),
  ),
];

function proposingUpTo(step: number) {
  return async (page: Page) => {
    for (let now = 1; now < step; now += 1) {
      await fillStep(page);
      await pressNext(page);
    }
  };
}

/** Something in every field, and the first of all choices. */
async function fillStep(page: Page): Promise<void> {
  for (const field of await page.locator('main form textarea, main form input[type=text]').all()) {
    if (!(await field.isVisible())) continue;
    const isFigure = /numeric|decimal/.test((await field.getAttribute('inputmode')) ?? '');
    const isPhone = (await field.getAttribute('type')) === 'tel';
    await field.fill(isFigure ? '10' : isPhone ? '13800000001' : '楼门口的路灯不亮,夜里看不清台阶');
  }
  for (const list of await page.locator('main form select').all()) await list.selectOption({ index: 1 });
  for (const group of await page.locator('main form [role=radiogroup]').all()) {
    await group.getByRole('radio').first().check();
  }
}

async function pressNext(page: Page): Promise<void> {
  await press(page, 'button[name="@go"][value=next]');
}

async function sendAct(page: Page): Promise<void> {
  await press(page, '#act button.main[type=submit]');
}

async function press(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(button).first().click()]);
}
