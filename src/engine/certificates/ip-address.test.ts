import { expect, test } from 'vitest';
import { ipAddress } from './ip-address.ts';

test.each([
  ['c0000201', '192.0.2.1'],
  ['20010db8000000000000000000000001', '2001:db8::1'],
  ['00000000000000000000000000000000', '::'],
  ['00000000000000000000000000000001', '::1'],
  ['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1'],
  ['20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
  ['fe800000000000000000000000000000', 'fe80::'],
  ['ffffffffffffffffffffffffffffffff', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ['c00002', undefined],
])('octets %s are written %s (RFC 5952)', (hex, expected) => {
  expect(ipAddress(Buffer.from(hex, 'hex'))).toBe(expected);
});
