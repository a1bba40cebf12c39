/** A mail arrives as it was written, to one person, and no text in it can become a header. */
import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { toMime } from '../../functions/adapters/mime.ts';

const sender = { from: 'thi-dua@example.vn', fromName: 'Thường trực Hội đồng Thi đua' };
const message = {
  to: 'lan@example.vn',
  subject: 'Còn 3 ngày: danh sách gương điển hình của phường Nam Hồng',
  text: 'Kính gửi bà Lan,\nMã thư: a1b2c3d4e5',
  html: '<p>Kính gửi bà Lan,</p><p>Mã thư: a1b2c3d4e5</p>',
  key: 'a1b2c3d4e5',
};

const parse = async (raw: Buffer) => PostalMime.parse(raw);

test('carries sender, recipient, subject, key and the mark of an automatic mail', async () => {
  const raw = await toMime(message, sender);
  const mail = await parse(raw);
  expect(mail.from).toMatchObject({ name: sender.fromName, address: sender.from });
  expect(mail.to).toMatchObject([{ address: message.to }]);
  expect(mail.subject).toBe(message.subject);
  const headers = new Map(mail.headers.map(({ key, value }) => [key, value]));
  expect(headers.get('x-guong-sang-key')).toBe(message.key);
  expect(headers.get('auto-submitted')).toBe('auto-generated');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not occur is anything beyond ASCII
  expect(raw.toString('latin1')).toMatch(/^[\u0000-\u007f]*$/);
});

const line = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.constantFrom('', ' ', '.', 'From here', 'Nguyễn Thị Hoa  ', '=3D', '--', 'Bcc: a@b.vn'),
);
/** Control characters are refused in headers and have no business in a mail body either. */
const clean = (text: string) => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]/gu, '');
const block = fc.array(line.map(clean), { maxLength: 8 }).map((lines) => lines.join('\n'));

test('text, HTML and subject arrive as they were written', async () => {
  await fc.assert(
    fc.asyncProperty(block, block, line.map(clean), async (text, html, subject) => {
      const written = {
        ...message,
        text: `${text}\nMã thư: ${message.key}`,
        html: `${html}<i>${message.key}</i>`,
      };
      const mail = await parse(await toMime({ ...written, subject }, sender));
      expect(mail.text?.replace(/\r\n/g, '\n').replace(/\n$/, '')).toBe(written.text);
      expect(mail.html?.replace(/\r\n/g, '\n').replace(/\n$/, '')).toBe(written.html);
      expect(mail.subject?.trim().replace(/\s+/g, ' ') ?? '').toBe(subject.trim().replace(/\s+/g, ' '));
      expect(mail.to).toHaveLength(1);
      expect(mail.bcc).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});

test.each(['\n', '\r', '\r\n', '\u0000', '\u2028', '\u0085'])(
  'a line break %j in a subject, address or name is refused',
  async (end) => {
    const evil = `x${end}Bcc: thief@example.com`;
    await expect(toMime({ ...message, subject: evil }, sender)).rejects.toThrow('subject');
    await expect(toMime({ ...message, to: `lan@example.vn${end}` }, sender)).rejects.toThrow('to');
    await expect(toMime({ ...message, key: evil }, sender)).rejects.toThrow('key');
    await expect(toMime(message, { ...sender, fromName: evil })).rejects.toThrow('fromName');
    await expect(toMime(message, { ...sender, from: `a@example.vn${end}` })).rejects.toThrow('from');
  },
);

test.each([
  '',
  'lan',
  'lan@',
  'a@example.vn, b@example.vn',
  'a@example.vn;b@example.vn',
  'Lan <lan@example.vn>',
  'a b@example.vn',
])('refuses %j: one mailbox, nothing else', async (to) => {
  await expect(toMime({ ...message, to }, sender)).rejects.toThrow('mail refused');
});

test('a refusal does not repeat what was refused', async () => {
  await expect(toMime({ ...message, to: 'Lan <lan@example.vn>' }, sender)).rejects.not.toThrow('Lan');
});

test('the key stands in the text, added when the mail does not show it', async () => {
  const bare = { ...message, text: 'Kính gửi', html: '<html><body><p>Kính gửi</p></body></html>' };
  const mail = await parse(await toMime(bare, sender));
  expect(mail.text).toContain(`Mã thư: ${message.key}`);
  expect(mail.html).toMatch(new RegExp(`Mã thư: ${message.key}</p></body></html>\\s*$`));
});

test('a text that looks like a file or an address is not fetched', async () => {
  const mail = await parse(await toMime({ ...message, text: `file:///etc/passwd ${message.key}` }, sender));
  expect(mail.text).toContain('file:///etc/passwd');
});
