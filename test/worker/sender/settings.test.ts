import { expect, test } from 'vitest';
import { senderSettings } from '../../../worker/sender/settings.ts';

test('without settings e-mail is off, links lead to this machine, and only public endpoints are reached', () => {
  expect(senderSettings({ PORT: '3100' })).toEqual({
    baseUrl: 'http://127.0.0.1:3100',
    email: null,
    webhook: { rules: { networks: [], allowsHttp: false } },
  });
});

test('settings are taken as they are given', () => {
  const env = {
    PUBLIC_URL: 'https://bihuan.example.cn/',
    SMTP_URL: 'smtps://user:secret@mail.example.cn',
    MAIL_FROM: '闭环 <notice@example.cn>',
    WEBHOOK_NETWORKS: '10.20.0.0/16, fd00:20::/32',
  };
  expect(senderSettings(env)).toMatchObject({
    baseUrl: 'https://bihuan.example.cn',
    email: { smtpUrl: 'smtps://user:secret@mail.example.cn', from: '闭环 <notice@example.cn>' },
    webhook: { rules: { networks: ['10.20.0.0/16', 'fd00:20::/32'] } },
  });
});

test.each([
  [{ SMTP_URL: 'mail.example.cn:25', MAIL_FROM: 'a@example.cn' }, 'SMTP_URL'],
  [{ SMTP_URL: 'https://mail.example.cn', MAIL_FROM: 'a@example.cn' }, 'SMTP_URL'],
  [{ SMTP_URL: 'smtp://mail.example.cn' }, 'MAIL_FROM'],
  [{ SMTP_URL: 'smtp://mail.example.cn', MAIL_FROM: 'nobody' }, 'MAIL_FROM'],
  [{ WEBHOOK_NETWORKS: '10.20.0.0' }, 'WEBHOOK_NETWORKS'],
] as const)('%o is refused with its name', (env, name) => {
  expect(() => senderSettings(env)).toThrow(name);
});
