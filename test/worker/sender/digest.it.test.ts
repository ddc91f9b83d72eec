import { afterEach, beforeEach, expect, test } from 'vitest';
import { listNotices, markRead } from '../../../db/queries/notices.ts';
import { startOfDay } from '../../../processes/kernel/clock.ts';
import type { Channel } from '../../../worker/sender/channel.ts';
import { emailChannel } from '../../../worker/sender/email.ts';
import { openSenderHouse, type SenderHouse } from './support/house.ts';
import { headerOf, type MailServer, openMailServer, textOf } from './support/mail-server.ts';

const HOUR = 3_600_000;
const DAILY = { email: 'li@example.cn', timing: 'daily', digestHour: 9 } as const;

let house: SenderHouse;
let server: MailServer;
let channel: Channel;
beforeEach(async () => {
  [house, server] = await Promise.all([openSenderHouse('digest'), openMailServer()]);
  channel = emailChannel({ smtpUrl: server.url, from: 'notice@bihuan.example.cn' });
});
afterEach(async () => {
  await channel.close();
  await Promise.all([server[Symbol.asyncDispose](), house[Symbol.asyncDispose]()]);
});

/** Everything the sender does at one hour of a day. */
async function tick(date: string, hour: number): Promise<void> {
  house.at(startOfDay(date) + hour * HOUR);
  await house.release([channel]);
  await house.send(channel);
}

test('the notices of a day make one message at the chosen hour, whatever restarts', async () => {
  await house.prefer('p-li', DAILY);
  for (let count = 0; count < 3; count += 1) await house.notice('p-li');
  await tick('2026-11-24', 8);
  expect(server.mails).toHaveLength(0);
  // Four senders at once, then again after a restart.
  house.at(startOfDay('2026-11-24') + 9 * HOUR);
  await Promise.all([1, 2, 3, 4].map(() => house.release([channel])));
  await house.send(channel);
  await tick('2026-11-24', 10);
  await house.notice('p-li');
  await tick('2026-11-24', 15);
  expect(server.mails).toHaveLength(1);
  const [mail] = server.mails;
  expect(mail && headerOf(mail, 'subject')).toBe('【闭环】今日通知汇总(3条)');
  await tick('2026-11-25', 9);
  expect(server.mails).toHaveLength(2);
  expect(server.mails[1] && headerOf(server.mails[1], 'subject')).toBe('【闭环】今日通知汇总(1条)');
});

test('a sender that was away at the hour makes the message later on the same day', async () => {
  await house.prefer('p-li', DAILY);
  await house.notice('p-li');
  await tick('2026-11-24', 17);
  expect(server.mails).toHaveLength(1);
});

test('on a rest day no message comes unless it is wanted; a make-up Saturday is a working day', async () => {
  await house.prefer('p-li', DAILY);
  await house.prefer('p-wang', { ...DAILY, email: 'wang@example.cn', digestOnRestDays: true });
  await house.notice('p-li');
  await house.notice('p-wang');
  // 2026-10-01 to 10-07 is off; Saturday 10-10 is worked.
  await tick('2026-10-03', 9);
  expect(server.mails.map(({ to }) => to)).toEqual([['wang@example.cn']]);
  await tick('2026-10-08', 9);
  expect(server.mails.map(({ to }) => to[0])).toEqual(['wang@example.cn', 'li@example.cn']);
  await house.notice('p-li');
  await tick('2026-10-10', 9);
  expect(server.mails).toHaveLength(3);
});

test('what was read in the meantime is left out, and nothing unread makes no message', async () => {
  await house.prefer('p-li', DAILY);
  await house.notice('p-li');
  await tick('2026-11-24', 8);
  const [notice] = await listNotices(house.store.database, { person: 'p-li', limit: 10 });
  await markRead(house.store.database, { person: 'p-li', id: notice?.id ?? '', now: house.context.now() });
  await tick('2026-11-24', 9);
  expect(server.mails).toHaveLength(0);
  await house.notice('p-li');
  await tick('2026-11-24', 10);
  expect(server.mails.map((mail) => headerOf(mail, 'subject'))).toEqual(['【闭环】今日通知汇总(1条)']);
});

test('a long day is cut at fifty notices and says how many more there are', async () => {
  await house.prefer('p-li', DAILY);
  for (let count = 0; count < 53; count += 1) await house.notice('p-li');
  await tick('2026-11-24', 9);
  const [mail] = server.mails;
  expect(mail && headerOf(mail, 'subject')).toBe('【闭环】今日通知汇总(53条)');
  expect(mail && textOf(mail)).toContain('另有3条,请在系统中查看。');
});

test('who changes to immediate telling gets what waits without waiting for the hour', async () => {
  await house.prefer('p-li', DAILY);
  await house.notice('p-li');
  await tick('2026-11-24', 2);
  await house.prefer('p-li', { email: 'li@example.cn', timing: 'immediate' });
  await tick('2026-11-24', 3);
  expect(server.mails).toHaveLength(1);
});
