/** What holds for every mail, whatever people typed: one line of subject, the key in the foot, nothing that acts. */
import { existsSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MailContent, type MailData, type MailKind, renderMail } from '../../functions/mails/index.ts';
import { anyText } from '../domain/vietnamese.ts';
import {
  aDesk,
  aDigest,
  aDuty,
  aNews,
  aReceipt,
  aRequestAnswer,
  aResult,
  aReturned,
  aSentBack,
  aSignedReceipt,
  aSignOffRequest,
  aTakedown,
  aTicket,
  aTrouble,
  aWithdrawal,
  key,
  plan,
} from './cast.ts';

const kinds: { [K in MailKind]: MailData[K] } = {
  receipt: aReceipt({ warnings: ['Xem lại.'] }),
  signOffRequest: aSignOffRequest(),
  sentBack: aSentBack(),
  signedReceipt: aSignedReceipt(),
  withdrawalNotice: aWithdrawal(),
  takedownRequest: aTakedown(),
  requestAnswer: aRequestAnswer(),
  news: aNews(),
  dailyDigest: aDigest({
    tickets: [aTicket()],
    returned: [aReturned()],
    overdue: [aDuty({ papers: ['Kế hoạch'] })],
    coming: [aDuty()],
    desks: [aDesk()],
    results: [aResult()],
    events: [{ name: 'Ngày', date: '2025-06-11', workingDaysLeft: 5 }],
    mailTroubles: {
      uncertain: [aTrouble()],
      failed: [aTrouble()],
      bounced: [aTrouble()],
      held: [aTrouble()],
      waiting: { count: 3, oldest: '2025-01-14T09:30:00.000Z', words: '450 try later' },
    },
  }),
};
const names = Object.keys(kinds) as MailKind[];

const render = (kind: MailKind, data: unknown): MailContent =>
  renderMail(kind, data as MailData[MailKind], key);

/** What a type allows only certain words for, and what rules of ours write. */
const fixed = new Set(['kind', 'role', 'outcome', 'timeZone', 'of']);

/** The same data with every free text taken from `next`. */
function refill(value: unknown, next: () => string, name = ''): unknown {
  if (typeof value === 'string') return fixed.has(name) ? value : next();
  if (Array.isArray(value)) return value.map((part) => refill(part, next, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, refill(part, next, key)]));
}

const hostile = /[\p{Cc}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

function expectWell({ subject, text, html }: MailContent) {
  expect(subject.length).toBeGreaterThan(0);
  expect(subject.length).toBeLessThanOrEqual(100);
  expect(subject).not.toMatch(hostile);
  expect(subject.isWellFormed() && text.isWellFormed() && html.isWellFormed()).toBe(true);
  expect(text.replaceAll('\n', '')).not.toMatch(hostile);
  expect(html.replaceAll('\n', '')).not.toMatch(hostile);
  expect(text).toContain(`Mã thư: ${key}`);
  expect(html).toContain(`Mã thư: ${key}`);
  expect(text).toContain('Ông/Bà nhận thư này vì có tên trong danh sách cán bộ của kế hoạch.');
}

const tagsOf = (html: string): string[] =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.split(/[\s>]/)[0]!);

describe.each(names)('mail %s', (kind) => {
  it('has one line of subject and its key, whatever the texts are', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 12 }), (texts) => {
        let index = 0;
        expectWell(
          render(
            kind,
            refill(kinds[kind], () => texts[index++ % texts.length]!),
          ),
        );
      }),
    );
  });

  it('shows markup that people typed as text', () => {
    const typed = `"><img src=x onerror=alert(1)></td></style><script>alert('a')</script>&amp;`;
    const { html } = render(
      kind,
      refill(kinds[kind], () => typed),
    );
    const plain = render(
      kind,
      refill(kinds[kind], () => 'x'),
    );
    expect(tagsOf(html)).toEqual(tagsOf(plain.html));
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img');
    expect(html).not.toContain('alert(1)</');
  });

  it('is kept as rendered text and HTML, so that its wording is reviewed as wording', () => {
    const folder = new URL('./rendered/', import.meta.url);
    const name = kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    const texts = readdirSync(folder).filter((file) => new RegExp(`^${name}\\b.*\\.txt$`).test(file));
    expect(texts).not.toEqual([]);
    for (const file of texts) expect(existsSync(new URL(file.replace(/txt$/, 'html'), folder))).toBe(true);
  });

  it('asks nothing from outside and shows no picture', () => {
    expect(render(kind, kinds[kind]).html).not.toMatch(/<(img|link|script|iframe|form)|url\(|@import|src=/i);
  });

  it('is in one normal form', () => {
    const { subject, text, html } = render(
      kind,
      refill(kinds[kind], () => 'Nguye\u0302\u0303n Thi\u0323 Hoa'),
    );
    for (const part of [subject, text, html]) expect(part).toBe(part.normalize('NFC'));
    expect(text).toContain('Nguyễn Thị Hoa');
  });

  it('says the foot with number and issuer of the plan', () => {
    const { text, html } = render(kind, kinds[kind]);
    for (const part of [text, html]) expect(part).toContain(`Kế hoạch số ${plan.number} – ${plan.issuer}`);
  });

  it('says in HTML all that it says in text', () => {
    const { text, html } = render(kind, kinds[kind]);
    const words = html.replace(/<style>.*?<\/style>|<[^>]*>/gs, ' ').toLocaleLowerCase('vi');
    const said = text.toLocaleLowerCase('vi').match(/[\p{L}\d/]+/gu) ?? [];
    const addresses = /https?:\/\/\S+/g;
    const linked = (text.match(addresses) ?? []).join(' ').toLocaleLowerCase('vi');
    expect(said.filter((word) => !words.includes(word) && !linked.includes(word))).toEqual([]);
  });
});

describe('subject', () => {
  it('keeps what matters when names are very long', () => {
    const unitName =
      'Hội đồng Thi đua – Khen thưởng Cụm thi đua các doanh nghiệp ngoài quốc doanh số 12 '.repeat(3);
    const { subject } = renderMail('receipt', aReceipt({ unitName, daysLate: 2 }), key);
    expect(subject).toMatch(/^Đã nhận danh sách năm 2025 \(4 hồ sơ, trễ 2 ngày\): Hội đồng/);
    expect(subject.length).toBeLessThanOrEqual(100);
  });
});
