import { bicycleShed } from '../../../tools/demo/resident-proposal.ts';
import { ANZHENXILI } from '../../api/support/forms.ts';
import { sampleForms as refused } from '../../processes/refusal/sample-forms.ts';
import { NEXT_YEAR } from '../../support/rolling-house.ts';
import { sampleForms } from '../../support/sample-forms.ts';
import { everybody, type ListedPage, resident, type Shown, staff } from './listed-page.ts';
import type { Site } from './site.ts';
import { workplacePages } from './workplace-pages.ts';

export const pageList: readonly ListedPage[] = [
  everybody('registers', '/registers'),
  everybody('register', '/registers/aroundTheList'),
  staff('register-staff', '/registers/aroundTheList'),
  everybody('register-compare', '/registers/aroundTheList?from=2020-01-01&to=2099-01-01'),
  everybody('register-burden', `/registers/burden?org=${ANZHENXILI}`),
  everybody('processes', '/processes'),
  everybody('process', '/processes/resident-proposal'),
  staff('process-staff', '/processes/seal'),
  everybody('receipts', '/receipts'),
  everybody('receipt', ({ receipt }) => `/receipts/${receipt}`),
  everybody('help', '/help'),
  staff('help-staff', '/help'),
  everybody('about', '/about'),
  staff('docs', '/docs'),
  staff('docs-commands', '/docs?tag=seal'),
  everybody('home', '/'),
  everybody('sign-in', '/sign-in?next=%2Fdesk'),
  everybody('signed-in', '/signed-in'),
  resident('home-resident', '/'),
  staff('home-staff', '/'),
  staff('board', '/board', 'shen-yan'),
  staff('board-empty', '/board?org=nowhere', 'shen-yan'),
  staff('overdue', '/board/overdue', 'shen-yan'),
  staff('orders', '/board/orders', 'shen-yan'),
  staff('records', '/board/records', 'shen-yan'),
  staff('records-check', ({ caseId, receipt }) => `/board/records/check?case=${caseId}&receipt=${receipt}`, 'shen-yan'),
  staff('admin', '/admin', 'qian-wei'),
  staff('settings', '/admin/settings', 'luo-min'),
  staff('policy', '/admin/policy?figure=resident-proposal:acceptanceDays&value=60', 'luo-min'),
  resident('notices', '/notices'),
  resident('notices-unread', '/notices?unread=true'),
  resident('me', '/me'),
  resident('me-followed', '/me?list=followed'),
  staff('me-staff', '/me'),
  resident('preferences', '/me/preferences'),
  everybody('calendars', '/calendars'),
  staff('calendars-officer', '/calendars', 'luo-min'),
  everybody('calendar-year', '/calendars/2026'),
  staff('calendar-entry', `/admin/calendars/${NEXT_YEAR + 1}`, 'luo-min'),
  staff('import', '/admin/import', 'luo-min'),
  staff('import-nobody', '/admin/import'),
  staff('operation', '/admin/operation', 'qian-wei'),
  ...workplacePages,
];

/** A proposal that waits for neighbours to join, and a drill that is overdue, with an order about it. */
export async function makeShown(site: Site): Promise<Shown> {
  const worker = await site.kit.as('li-xiaoming');
  await worker.start({ process: 'refusal', org: ANZHENXILI, form: refused['task.refuse'](Date.now()) });
  const proposer = await site.kit.as('liu-guilan');
  const opening = { process: 'resident-proposal', org: ANZHENXILI, form: bicycleShed() };
  const { body } = await proposer.start(opening);
  const { id, number, receipt } = await proposer.give(body.id, 'proposal.publish', {});
  return { caseId: id, number, receipt, ...(await makeOverdue(site, opening)) };
}

async function makeOverdue({ kit }: Site, opening: object): Promise<Pick<Shown, 'late' | 'order'>> {
  const [proposer, neighbour] = await Promise.all([kit.as('liu-guilan'), kit.as('chen-xiuying')]);
  const [worker, supervisor] = await Promise.all([kit.as('zhang-ting'), kit.as('shen-yan')]);
  // One supporter is enough for whatever is opened from now on.
  const setting = { process: 'resident-proposal', name: 'thresholdPersons', value: 1, org: ANZHENXILI };
  await kit.database
    .insertInto('setting')
    .values({ ...setting, source: '安贞西里社区居民会议决定' })
    .execute();
  const { body } = await proposer.start({ ...opening, drill: true });
  await proposer.give(body.id, 'proposal.publish', {});
  const late = await neighbour.give(body.id, 'proposal.cosign', sampleForms['proposal.cosign'](Date.now()));
  await worker.post(`/api/cases/${late.id}/clock`, { advance: 'P30D' });
  const order = {
    about: { caseId: late.id, caseNumber: late.number, process: late.process, title: late.title },
    ground: 'overdue',
    requirement: '请督促办理,并书面答复办理结果和逾期原因。',
    responsible: { role: 'communityWorker', org: ANZHENXILI },
  };
  const issued = await supervisor.start({ process: 'supervision-order', org: ANZHENXILI, form: order, drill: true });
  return { late: late.number, order: String(issued.body.number) };
}
