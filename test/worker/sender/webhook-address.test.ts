import { expect, test } from 'vitest';
import { checkedAddresses, isReachable, urlFault } from '../../../worker/sender/webhook-address.ts';

const PUBLIC = { networks: [], allowsHttp: false };

test.each([
  ['https://hook.example.cn/notices', undefined],
  ['https://1.2.4.8/', undefined],
  ['http://hook.example.cn/', 'notHttps'],
  ['ftp://hook.example.cn/', 'notHttps'],
  ['javascript:alert(1)', 'notHttps'],
  ['https://user:secret@hook.example.cn/', 'holdsCredentials'],
  ['hook.example.cn', 'malformed'],
  ['', 'malformed'],
  [`https://hook.example.cn/${'a'.repeat(2_000)}`, 'malformed'],
  // Every way to write 127.0.0.1 that the URL standard knows.
  ['https://127.0.0.1/', 'addressRefused'],
  ['https://127.1/', 'addressRefused'],
  ['https://0x7f.0.0.1/', 'addressRefused'],
  ['https://2130706433/', 'addressRefused'],
  ['https://0177.0.0.1/', 'addressRefused'],
  ['https://[::1]/', 'addressRefused'],
  ['https://[::ffff:127.0.0.1]/', 'addressRefused'],
  ['https://169.254.169.254/latest/meta-data', 'addressRefused'],
] as const)('%s: %s', (url, fault) => {
  expect(urlFault(url, PUBLIC)).toBe(fault);
});

test.each([
  ['8.8.8.8', true],
  ['2400:3200::1', true],
  ['10.1.2.3', false],
  ['172.16.0.1', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['127.8.8.8', false],
  ['0.0.0.0', false],
  ['169.254.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::', false],
  ['::1', false],
  ['::ffff:10.0.0.1', false],
  ['::7f00:1', false],
  ['64:ff9b::a00:1', false],
  ['2002:7f00:1::', false],
  ['2001::7f00:1', false],
  ['fe80::1', false],
  ['fec0::1', false],
  ['fd00::1', false],
  ['ff02::1', false],
] as const)('%s reachable: %s', (address, reachable) => {
  expect(isReachable(address, PUBLIC)).toBe(reachable);
});

test('a network that was named is reachable, its neighbour is not', () => {
  const rules = { networks: ['10.20.0.0/16'], allowsHttp: false };
  expect(isReachable('10.20.3.4', rules)).toBe(true);
  expect(isReachable('::ffff:10.20.3.4', rules)).toBe(true);
  expect(isReachable('10.21.0.1', rules)).toBe(false);
});

test('one private address among public ones refuses the name', async () => {
  const url = new URL('https://mixed.example.cn/');
  const answer = await checkedAddresses(url, PUBLIC, async () => [
    { address: '8.8.8.8', family: 4 },
    { address: '192.168.0.1', family: 4 },
  ]);
  expect(answer).toEqual({ fault: 'addressRefused' });
});

test('a name that nobody knows is told as such', async () => {
  const url = new URL('https://nobody.example.cn/');
  const unknown = () => Promise.reject(new Error('ENOTFOUND'));
  expect(await checkedAddresses(url, PUBLIC, unknown)).toEqual({ fault: 'nameUnknown' });
});
