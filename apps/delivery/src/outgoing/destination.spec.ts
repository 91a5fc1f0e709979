import { describe, expect, it } from '@jest/globals';
import { urlRefusalOf } from './destination.js';

const rules = { hosts: ['cases.wcpc.example', '*.police.example'], loopback: false };

describe('the address of a webhook', () => {
  it.each(['https://cases.wcpc.example/bus', 'https://a.police.example:8443/x?y=1', 'https://CASES.wcpc.example'])(
    '%s is sent to',
    (url) => expect(urlRefusalOf(url, rules)).toBeNull(),
  );

  it.each([
    ['no address', 'URL_UNREADABLE'],
    [`https://cases.wcpc.example/${'a'.repeat(2_048)}`, 'URL_UNREADABLE'],
    ['http://cases.wcpc.example/', 'URL_NOT_HTTPS'],
    ['ftp://cases.wcpc.example/', 'URL_NOT_HTTPS'],
    ['file:///etc/passwd', 'URL_NOT_HTTPS'],
    ['http://127.0.0.1/', 'URL_NOT_HTTPS'],
    ['https://user:word@cases.wcpc.example/', 'URL_WITH_CREDENTIALS'],
    ['https://cases.wcpc.example/#there', 'URL_WITH_FRAGMENT'],
    ['https://cases.wcpc.example:22/', 'PORT_REFUSED'],
    ['https://police.example/', 'HOST_NOT_ALLOWED'],
    ['https://evilpolice.example/', 'HOST_NOT_ALLOWED'],
    ['https://a.police.example.evil.example/', 'HOST_NOT_ALLOWED'],
    ['https://cases.wcpc.example./', 'HOST_NOT_ALLOWED'],
    ['https://127.0.0.1/', 'HOST_NOT_ALLOWED'],
    ['https://2130706433/', 'HOST_NOT_ALLOWED'],
    ['https://0x7f.1/', 'HOST_NOT_ALLOWED'],
    ['https://[::1]/', 'HOST_NOT_ALLOWED'],
    ['https://[::ffff:169.254.169.254]/', 'HOST_NOT_ALLOWED'],
    ['https://localhost/', 'HOST_NOT_ALLOWED'],
  ])('%s is not: %s', (url, refusal) => expect(urlRefusalOf(url, rules)).toBe(refusal));

  it('may be any name where that is said, and no address in numbers for that', () => {
    const any = { hosts: ['*'], loopback: false };
    expect(urlRefusalOf('https://anything.example/', any)).toBeNull();
    expect(urlRefusalOf('https://93.184.215.14/', any)).toBe('HOST_NOT_ALLOWED');
    expect(urlRefusalOf('https://93.184.215.14/', { ...any, hosts: ['93.184.215.14'] })).toBeNull();
  });

  it.each(['http://127.0.0.1:9443/bus', 'http://localhost:1234/', 'http://[::1]:1234/', 'https://127.0.0.1:22/'])(
    '%s is this machine: only where that is allowed',
    (url) => {
      expect(urlRefusalOf(url, { hosts: [], loopback: true })).toBeNull();
      expect(urlRefusalOf(url, { hosts: ['*'], loopback: false })).not.toBeNull();
    },
  );
});
