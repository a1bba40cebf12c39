/** One address is one mailbox, whatever is put beside it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isMailAddress } from '../../functions/domain/mail-address.ts';

it.each(['lan@vidu.vn', 'nguoilap.31843@vidu.vn', 'a+b@x.co', 'đông@ví-dụ.vn'])('takes %s', (address) => {
  expect(isMailAddress(address)).toBe(true);
});

it.each(['', 'lan', 'lan@', '@vidu.vn', 'a b@vidu.vn', 'a@b@vidu.vn', 'Lan <lan@vidu.vn>', 'a@x.vn,b@x.vn'])(
  'refuses "%s"',
  (address) => expect(isMailAddress(address)).toBe(false),
);

it('refuses an address with a line break, a control character or a second address anywhere in it', () => {
  const evil = fc.constantFrom(
    '\n',
    '\r',
    '\r\n',
    '\u0000',
    '\u0085',
    '\u2028',
    '\t',
    ' ',
    ',',
    ';',
    '\u007f',
  );
  fc.assert(
    fc.property(evil, fc.nat(11), fc.constantFrom('', 'Bcc: x@y.vn'), (end, place, more) => {
      const address = 'lan@vidu.vn';
      expect(isMailAddress(address.slice(0, place) + end + more + address.slice(place))).toBe(false);
    }),
  );
});
