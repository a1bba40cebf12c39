/** Settings of the cloud: every fault at once, what a transport needs, and no secret in a message. */
import { expect, it } from 'vitest';
import { parseConfig } from '../functions/config.ts';

const shared = {
  GOOGLE_CLOUD_PROJECT: 'guong-sang',
  LISTING_URL: 'https://guong-sang.vidu.vn',
  FUNCTIONS_URL: 'https://ham.vidu.vn',
  LINK_SECRET: 'x'.repeat(32),
  OIDC_AUDIENCES: 'a',
  PLATFORM_EMAILS: 'may@vidu.vn',
  MAIL_SENDER: 'gui-thu@vidu.vn',
  MAIL_SENDER_NAME: 'Gương Sáng',
  TASK_QUEUE: 'projects/p/locations/l/queues/q',
  TASK_ACCOUNT: 'may@vidu.vn',
};
const gmail = { ...shared, MAIL_DELEGATOR: 'may@vidu.vn' };
const secret = 'mat-khau-that-bi-mat';
const smtp = { ...shared, MAIL_TRANSPORT: 'smtp', SMTP_URL: `smtps://may:${secret}@thu.vidu.vn:465` };

const everything = { ...gmail, ...smtp, MAIL_DAILY_LIMIT: '1500', DIGEST_HOUR: '7', TRUSTED_PROXIES: '2' };

const faultsOf = (environment: Record<string, string>): string[] => {
  const parsed = parseConfig(environment);
  return parsed.ok ? [] : parsed.faults;
};

it('takes Gmail unless told, with 1,500 mails a day', () => {
  const parsed = parseConfig(gmail);
  expect(parsed).toMatchObject({ ok: true, config: { MAIL_TRANSPORT: 'gmail', MAIL_DAILY_LIMIT: 1500 } });
});

it('takes SMTP without a delegator', () => {
  expect(parseConfig(smtp)).toMatchObject({ ok: true, config: { MAIL_TRANSPORT: 'smtp' } });
  expect(faultsOf({ ...smtp, SMTP_URL: 'smtp://127.0.0.1:2525' })).toEqual([]);
});

it('names what the chosen transport lacks beside every other fault', () => {
  const faults = faultsOf({ ...shared, MAIL_SENDER: 'lan@vidu.vn\nBcc: x@y.vn', MAIL_DAILY_LIMIT: '0' });
  expect(faults.map((fault) => fault.split(':')[0]).sort()).toEqual([
    'MAIL_DAILY_LIMIT',
    'MAIL_DELEGATOR',
    'MAIL_SENDER',
  ]);
  const [smtpFault, ...others] = faultsOf({ ...shared, MAIL_TRANSPORT: 'smtp' });
  expect(smtpFault).toMatch(/^SMTP_URL: thiếu; .*MAIL_TRANSPORT là smtp.*, ví dụ smtps:/);
  expect(others).toEqual([]);
  expect(faultsOf({ ...gmail, MAIL_TRANSPORT: 'fax' })[0]).toContain('MAIL_TRANSPORT');
});

it.each([
  `https://may:${secret}@thu.vidu.vn`,
  `smtps://may:${secret}@`,
  `smtps://may:${secret}@thu.vidu.vn/hop-thu`,
  `smtp://may:${secret}@thu.vidu.vn?tls=no`,
  `may:${secret}@thu.vidu.vn`,
])('refuses the server address %s without repeating it', (SMTP_URL) => {
  const faults = faultsOf({ ...smtp, SMTP_URL });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain('SMTP_URL');
  expect(faults[0]).not.toContain(secret);
});

it('says of every setting in Vietnamese that it is missing or wrong, with an example that is not', () => {
  const missing = faultsOf({});
  expect(missing.map((fault) => fault.split(':')[0])).toEqual(Object.keys(gmail));
  for (const fault of missing) expect(fault).toMatch(/^[A-Z_]+: thiếu; hãy ghi .+, ví dụ .+$/);
  const wrong = faultsOf(Object.fromEntries(Object.keys(everything).map((name) => [name, 'x y'])));
  const lax = ['GOOGLE_CLOUD_PROJECT', 'MAIL_SENDER_NAME', 'OIDC_AUDIENCES'];
  for (const name of Object.keys(everything).filter((each) => !lax.includes(each)))
    expect(wrong.join('\n')).toMatch(new RegExp(`^${name}: sai dạng; hãy ghi .+, ví dụ .+$`, 'm'));
  const exampleOf = (fault: string): [string, string] => [
    fault.split(':')[0] as string,
    fault.split(', ví dụ ')[1] as string,
  ];
  const examples = Object.fromEntries([...missing, ...wrong].map(exampleOf));
  expect(faultsOf(examples)).toEqual([]);
});
