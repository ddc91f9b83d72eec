import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { listNotices } from '../../../db/queries/notices.ts';
import { emailChannel } from '../../../worker/sender/email.ts';
import { insertCase } from './support/cases.ts';
import { openSenderHouse, type SenderHouse, TUESDAY } from './support/house.ts';
import { headerOf, openMailServer, textOf } from './support/mail-server.ts';

let house: SenderHouse;
beforeEach(async () => {
  house = await openSenderHouse('rungs');
});
afterEach(() => house[Symbol.asyncDispose]());

test('what the clock claims goes out at once, in words, once, with date and reason of the clock it is about', async () => {
  const { database } = house.store;
  await using server = await openMailServer();
  const channel = emailChannel({ smtpUrl: server.url, from: 'notice@bihuan.example.cn' });
  await insertCase(database, {
    id: 'case-1',
    number: '朝阳-安贞-安贞西里-2026-0001',
    title: '车棚',
    dueDate: '2026-11-20',
    explanation: { zh: '周末2天不计', en: 'two rest days do not count' },
  });
  await house.prefer('p-li', { email: 'li@example.cn' });
  await sql`
    insert into rung (case_id, key, deadline, rung, action, at, due_at, due_date, any_time, drill, roles, persons, copy_roles)
    select 'case-1', 'acceptance:1:0:' || name || ':0', 'acceptance', name, action, at::timestamptz,
      '2026-11-21T00:00:00+08:00', '2026-11-20', false, false, '[]', '["p-li"]', '[]'
    from (values ('remindOnDay', 'remind', '2026-11-20T09:00:00+08:00'), ('urge', 'urge', '2026-11-23T09:00:00+08:00'))
      as r (name, action, at)`.execute(database);
  const claim = () => sql`select claim_due_rungs(${new Date(TUESDAY)}, true, 100)`.execute(database);
  await claim();
  await house.release([channel]);
  await claim();
  await house.release([channel]);
  await house.send(channel);
  await channel.close();
  const [shown, ...more] = await listNotices(database, { person: 'p-li', limit: 10 });
  expect(more).toEqual([]);
  expect(shown).toMatchObject({ notice: 'deadlineUrged', automatic: true, sentMs: TUESDAY });
  expect(server.mails).toHaveLength(1);
  const [mail] = server.mails;
  const text = mail ? textOf(mail) : '';
  expect(mail && headerOf(mail, 'subject')).toMatch(/^【闭环】朝阳-安贞-安贞西里-2026-0001 催办:《车棚》/);
  expect(text).toContain('到期当日提醒此前未能按时发出');
  expect(text).toContain('受理期限:2026-11-20');
  expect(text).toContain('期限说明:周末2天不计');
  expect(text).toContain('(系统自动办理)');
});
