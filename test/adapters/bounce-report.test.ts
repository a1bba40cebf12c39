/** Mails that came back, as servers write them: whose, why; and what is none of ours is left alone. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBounce } from '../../functions/adapters/bounce-report.ts';

const key = '0c5e1f7a9b3d48260c5e1f7a9b3d4826';
const at = '2025-01-08T02:00:00.000Z';

interface Parts {
  action?: string;
  status?: string;
  diagnostic?: string;
  returned?: string;
  fields?: string;
  top?: string;
}

const report = ({
  action = 'failed',
  status = '5.1.1',
  diagnostic = "smtp; 550-5.1.1 The email account that you tried to reach does not exist. Please try\n 550-5.1.1 double-checking the recipient's email address",
  returned = `From: thi-dua@guong-sang.example\nMessage-ID: <${key}@guong-sang.example>\nX-Guong-Sang-Key: ${key}\nSubject: x`,
  fields = '',
  top = '',
}: Parts = {}): string =>
  `From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
To: thi-dua@guong-sang.example
${top}Subject: Delivery Status Notification (Failure)
Content-Type: multipart/report; boundary="000b"; report-type=delivery-status

--000b
Content-Type: multipart/related; boundary="000c"

--000c
Content-Type: text/plain; charset="UTF-8"

Address not found
Action: this line is prose
--000c--

--000b
Content-Type: message/delivery-status

Reporting-MTA: dns; googlemail.com
Arrival-Date: Tue, 07 Jan 2025 18:00:00 -0800 (PST)
${fields}
Final-Recipient: rfc822; Lan@Vidu.vn
Action: ${action}
Status: ${status}
Diagnostic-Code: ${diagnostic}

--000b
Content-Type: message/rfc822

${returned}

--000b--
`;

it.each(['\n', '\r\n'])('reads key, address, status and the folded words (line ends %j)', (end) => {
  expect(readBounce(report().replaceAll('\n', end), at)).toEqual({
    key,
    address: 'lan@vidu.vn',
    at,
    status: '5.1.1',
    words:
      "Máy chủ thư trả lời: “550-5.1.1 The email account that you tried to reach does not exist. Please try 550-5.1.1 double-checking the recipient's email address”",
  });
});

it('finds the mail by its Message-ID where the headers of ours were dropped', () => {
  const returned = 'Subject: x';
  expect(readBounce(report({ returned: `Message-ID: <${key}@a.vn>` }), at)?.key).toBe(key);
  expect(readBounce(report({ returned, fields: `X-Original-Message-ID: <${key}@a.vn>\n` }), at)?.key).toBe(
    key,
  );
  expect(readBounce(report({ returned, top: `In-Reply-To: <${key}@a.vn>\n` }), at)?.key).toBe(key);
});

it('speaks of the address we wrote to, where a forwarding failed', () => {
  const raw = report().replace('Final-Recipient', 'Original-Recipient: rfc822; mai@vidu.vn\nFinal-Recipient');
  expect(readBounce(raw, at)?.address).toBe('mai@vidu.vn');
});

it.each<[string, string]>([
  ['a mere delay', report({ action: 'delayed' })],
  ['a receipt of delivery', report({ action: 'delivered', status: '2.0.0' })],
  ['a mail of somebody else', report({ returned: 'Message-ID: <CAF=x9@mail.gmail.com>' })],
  [
    'an answer of a person',
    `Subject: Re: Nhắc hạn\nX-Guong-Sang-Key: ${key}\n\nAction: failed\nStatus: 5.1.1`,
  ],
  ['nothing', ''],
])('leaves %s alone', (_what, raw) => expect(readBounce(raw, at)).toBeUndefined());

it('has words even where the server gave none, and never a line break in them', () => {
  expect(readBounce(report({ diagnostic: '' }), at)?.words).toBe('Máy chủ thư báo mã lỗi 5.1.1.');
  expect(readBounce(report({ diagnostic: `smtp; ${'x'.repeat(999)}\u202e\u0007` }), at)?.words).toMatch(
    /^Máy chủ thư trả lời: “x{300}”$/,
  );
});

it('reads any bytes without failing, in time', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom(
      'Content-Type: message/delivery-status\n\n',
      'Action: failed\n',
      '\n\n',
      '--',
      ' ',
      `X-Guong-Sang-Key: ${key}\n`,
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => void readBounce(pieces.join(''), at)),
  );
  readBounce(`Content-Type: message/delivery-status\n${'A: b\n \n'.repeat(50_000)}`, at);
});
