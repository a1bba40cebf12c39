/** Good news and what stops it, read as wording; a mail that is a duty has no way out. */
import { describe, expect, it } from 'vitest';
import { renderMail } from '../../functions/mails/index.ts';
import { priorities, ruleFor, shares, topics } from '../../functions/mails/kinds.ts';
import { withOptOut } from '../../functions/mails/opt-out-foot.ts';
import {
  aDigest,
  aDuty,
  aNews,
  aReceipt,
  aResult,
  aSentBack,
  aSignedReceipt,
  aSignOffRequest,
  aTrouble,
  aTroubledDigest,
  aWithdrawal,
  key,
} from './cast.ts';

const url = 'https://ham.example.vn/optOut?token=eyJlbWFpbCI6ImEifQ.x-_y';

const duties = {
  receipt: aReceipt(),
  signOffRequest: aSignOffRequest(),
  sentBack: aSentBack(),
  signedReceipt: aSignedReceipt(),
  withdrawalNotice: aWithdrawal(),
  dailyDigest: aDigest({ coming: [aDuty()], results: [aResult()] }),
};

describe('news to the head of a unit', () => {
  it('says what was published, with its public link, and what was chosen', async () => {
    const mail = renderMail('news', aNews(), key);
    const { text, html } = withOptOut(mail, { topic: 'news', url });
    await expect(`Tiêu đề: ${mail.subject}\n\n${text}`).toMatchFileSnapshot('rendered/news.txt');
    await expect(html).toMatchFileSnapshot('rendered/news.html');
    expect(text).toContain('https://guong-sang.example.vn/#2025-XA014-001');
    expect(html).toContain('href="https://guong-sang.example.vn/#2025-XA014-001"');
  });

  it('calls works of a contest what they are', () => {
    const { subject, text } = renderMail('news', aNews({ rowWord: 'bài' }), key);
    expect(subject).toMatch(/^Tin vui: \d+ bài của /);
    expect(text).toContain('về những bài do');
  });

  it('tells a clerk of results alone as news, with the public link and the link that stops it', async () => {
    const results = [
      aResult({ outcome: 'published', link: 'https://guong-sang.example.vn/guong/danh-sa-ruol-a1b2c3d4e5' }),
      aResult({ id: '2025-XA014-002', name: 'Nguyễn Thị Hoa', outcome: 'promoted' }),
    ];
    const data = aDigest({ results });
    expect(ruleFor('dailyDigest', data).topic).toBe('news');
    const mail = renderMail('dailyDigest', data, key);
    const { text, html } = withOptOut(mail, { topic: 'news', url });
    await expect(`Tiêu đề: ${mail.subject}\n\n${text}`).toMatchFileSnapshot(
      'rendered/daily-digest-results.txt',
    );
    await expect(html).toMatchFileSnapshot('rendered/daily-digest-results.html');
  });

  it('ends with the link that stops it, in text and in HTML', () => {
    const { text, html } = withOptOut(renderMail('news', aNews(), key), { topic: 'news', url });
    expect(text.trimEnd().endsWith(`Thôi nhận thư loại này:\n${url}`)).toBe(true);
    expect(html).toContain(`href="${url}"`);
    expect(html.indexOf(url)).toBeGreaterThan(html.indexOf('Mã thư'));
  });
});

describe('what a person may stop', () => {
  it.each(Object.keys(duties) as (keyof typeof duties)[])('has no way out in a duty: %s', (kind) => {
    expect(ruleFor(kind, duties[kind] as never).topic).toBe('');
    const { text, html } = renderMail(kind, duties[kind] as never, key);
    expect(text + html).not.toMatch(/thôi nhận|optOut/i);
  });

  it('is a morning without anything to do, and not one with a duty in it', () => {
    expect(ruleFor('dailyDigest', aDigest({ results: [aResult()] }))).toEqual({
      priority: 'news',
      topic: 'news',
    });
    for (const given of [
      { results: [aResult()], coming: [aDuty()] },
      { results: [aResult()], events: [{ name: 'Ngày', date: '2025-06-11', workingDaysLeft: 5 }] },
    ])
      expect(ruleFor('dailyDigest', aDigest(given))).toEqual({ priority: 'daily', topic: '' });
  });

  it('is no morning with mails that did not arrive: it leaves before all others, whatever else is in it', () => {
    const troubled = aTroubledDigest({ held: [aTrouble()] });
    for (const digest of [troubled, { ...troubled, results: [aResult()], coming: [aDuty()] }])
      expect(ruleFor('dailyDigest', digest)).toEqual({ priority: 'operator', topic: '' });
  });

  it('counts a section that is new to the digest as a duty', () => {
    const digest = { ...aDigest({ results: [aResult()] }), inspections: [{}] };
    expect(ruleFor('dailyDigest', digest).topic).toBe('');
  });

  it('has words for every kind that can be stopped, and a smaller share for what matters less', () => {
    expect(Object.values(topics).every((words) => words.length > 0)).toBe(true);
    const falling = priorities.map((priority) => shares[priority]);
    expect(falling).toEqual(falling.toSorted((a, b) => b - a));
    expect(falling[0]).toBe(1);
  });
});
