/** The one exam of every mail transport: handed over once, doubt told as doubt, no text becomes a header. */
import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Mailer, MailMessage } from '../../functions/ports.ts';

/** What the next handovers meet. */
export type Trouble =
  | 'none'
  /** A definite no to this mail. */
  | 'refused'
  /** A definite not-now. */
  | 'put off'
  /** The line is lost before the mail was taken. */
  | 'lost before'
  /** The mail is taken, and the answer is lost. */
  | 'lost after';

export interface MailDesk {
  mailer: Mailer;
  /** Raw mails that reached this mailbox. */
  arrived(to: string): Promise<string[]>;
  expect(trouble: Trouble): Promise<void>;
  close(): Promise<void>;
}

export const sender = { from: 'thi-dua@guong-sang.example', fromName: 'Thường trực Hội đồng Thi đua' };

export function examineMailer(name: string, open: () => Promise<MailDesk>): void {
  describe(`${name} as a mail transport`, () => {
    let desk: MailDesk;
    let count = 0;
    beforeAll(async () => {
      desk = await open();
    });
    afterEach(() => desk.expect('none'));
    afterAll(() => desk.close());

    function aMessage(given: Partial<MailMessage> = {}): MailMessage {
      count += 1;
      const key = `e${String(count).padStart(31, '0')}`;
      return {
        to: `nguoi.nhan.${count}@vidu.vn`,
        subject: `Còn 3 ngày: danh sách gương số ${count}`,
        text: `Kính gửi bà Lan,\n\nMã thư: ${key}`,
        html: `<p>Kính gửi bà Lan,</p><p>Mã thư: ${key}</p>`,
        key,
        ...given,
      };
    }

    const count1 = async ({ to }: MailMessage): Promise<number> => (await desk.arrived(to)).length;

    it('brings a mail once, whole, to one person, with its key in the headers', async () => {
      const message = aMessage();
      const ticket = await desk.mailer.prepare(message);
      expect(await count1(message)).toBe(0);
      expect(await desk.mailer.send(ticket, message)).toEqual({ outcome: 'sent' });
      const [raw = '', ...others] = await desk.arrived(message.to);
      expect(others).toEqual([]);
      const mail = await PostalMime.parse(raw);
      expect(mail).toMatchObject({
        subject: message.subject,
        from: { address: sender.from, name: sender.fromName },
        to: [{ address: message.to }],
        messageId: `<${message.key}@guong-sang.example>`,
      });
      expect(mail.text?.trim()).toBe(message.text);
      expect(mail.html?.trim()).toBe(message.html);
      const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
      expect(header('x-guong-sang-key')).toBe(message.key);
      expect(header('list-unsubscribe')).toBeUndefined();
    });

    it('carries the one-press way out where a mail has one', async () => {
      const url = `https://ham.example.vn/optOut?token=${'eyJlbWFpbCI6'.repeat(14)}.x-_y`;
      const message = aMessage({ optOutUrl: url });
      await desk.mailer.send(await desk.mailer.prepare(message), message);
      const [raw = ''] = await desk.arrived(message.to);
      const mail = await PostalMime.parse(raw);
      const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
      expect(header('list-unsubscribe')).toBe(`<${url}>`);
      expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    });

    it.each<Partial<MailMessage>>([
      { to: 'lan@vidu.vn\r\nBcc: thief@example.com' },
      { to: 'lan@vidu.vn\n' },
      { to: 'lan@vidu.vn, thief@example.com' },
      { to: 'Lan <lan@vidu.vn>' },
      { to: '' },
      { subject: 'Nhắc hạn\r\nBcc: thief@example.com' },
      { subject: 'Nhắc hạn\u2028Bcc: thief@example.com' },
      { key: 'abcdefgh\nBcc: thief@example.com' },
      { optOutUrl: 'https://ham.example.vn/\r\nBcc: thief@example.com' },
      { optOutUrl: 'javascript:alert(1)' },
    ])('refuses %j before anything leaves', async (wrong) => {
      await expect(desk.mailer.prepare(aMessage(wrong))).rejects.toMatchObject({ name: 'MailRefused' });
      expect(await desk.arrived('thief@example.com')).toEqual([]);
      expect(await desk.arrived('lan@vidu.vn')).toEqual([]);
    });

    it('tells a definite no with the words of the server, and nothing arrives', async () => {
      const message = aMessage();
      const ticket = await desk.mailer.prepare(message);
      await desk.expect('refused');
      const handover = await desk.mailer.send(ticket, message);
      expect(handover).toMatchObject({ outcome: 'refused' });
      expect('words' in handover && handover.words).toMatch(/\w{3}/);
      expect(await count1(message)).toBe(0);
    });

    it('tells a not-now, and the same mail leaves at a later try', async () => {
      const message = aMessage();
      const ticket = await desk.mailer.prepare(message);
      await desk.expect('put off');
      expect(await desk.mailer.send(ticket, message)).toMatchObject({ outcome: 'later' });
      expect(await count1(message)).toBe(0);
      await desk.expect('none');
      expect(await desk.mailer.send(ticket, message)).toEqual({ outcome: 'sent' });
      expect(await count1(message)).toBe(1);
    });

    it('never calls sent what was lost on the way, and it can leave later', async () => {
      const message = aMessage();
      const ticket = await desk.mailer.prepare(message);
      await desk.expect('lost before');
      const { outcome } = await desk.mailer.send(ticket, message);
      // Unknown may only be said where trying again is safe.
      expect(desk.mailer.resumable ? ['unknown', 'later'] : ['later']).toContain(outcome);
      expect(await count1(message)).toBe(0);
      await desk.expect('none');
      expect(await desk.mailer.send(ticket, message)).toEqual({ outcome: 'sent' });
      expect(await count1(message)).toBe(1);
    });

    it('calls unknown what was taken without an answer, and says whether a second try is safe', async () => {
      const message = aMessage();
      const ticket = await desk.mailer.prepare(message);
      await desk.expect('lost after');
      expect(await desk.mailer.send(ticket, message)).toMatchObject({ outcome: 'unknown' });
      await desk.expect('none');
      if (desk.mailer.resumable) {
        expect(await desk.mailer.send(ticket, message)).toEqual({ outcome: 'gone' });
        expect(await desk.mailer.wasSent(message.key)).toBe(true);
      } else expect(await desk.mailer.wasSent(message.key)).toBe(false);
      expect(await count1(message)).toBe(1);
    });

    it('takes a ticket away without sending, also one that is gone', async () => {
      const message = aMessage();
      const ticket = await desk.mailer.prepare(message);
      await desk.mailer.discard(ticket);
      await desk.mailer.discard(ticket);
      expect(await count1(message)).toBe(0);
      if (desk.mailer.resumable) expect(await desk.mailer.send(ticket, message)).toEqual({ outcome: 'gone' });
    });

    it('tells of an address that does not exist, by refusing it or by the mail that comes back', async () => {
      const message = aMessage({ to: 'ai-do@khong-ton-tai.vidu.vn' });
      const handover = await desk.mailer.send(await desk.mailer.prepare(message), message);
      const bounces = await desk.mailer.bouncesSince('2020-01-01T00:00:00.000Z');
      const told =
        handover.outcome === 'refused'
          ? { recipient: handover.recipient, words: handover.words }
          : { recipient: true, words: bounces.find(({ key }) => key === message.key)?.words };
      expect(told).toMatchObject({ recipient: true, words: expect.stringContaining('does not exist') });
      expect(await count1(message)).toBe(0);
    });
  });
}
