/** What the workspace shows to tests and to people: the list of workbooks, the inbox, the pages, the clock's form. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aWorkbook } from '../../support/workbook.ts';
import { startTestWorkspace, type TestWorkspace, testRobot } from '../../support/workspace.ts';

const title = 'Sổ xã Vĩnh Trạch <A&B>';
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await startTestWorkspace();
});
afterEach(() => workspace.close());

const call = <T = unknown>(method: string, path: string, body?: unknown) =>
  workspace.call<T>(testRobot, method, path, body);

describe('what tests and people see', () => {
  it('lists the workbooks with plan, period, unit and tabs', async () => {
    const id = await aWorkbook(workspace, title);
    await call('POST', '/v4/spreadsheets', { properties: { title: 'Sổ khác' } });
    const answer = await (await fetch(`${workspace.url}/workbooks.json`)).json();
    expect(answer).toEqual({
      workbooks: [
        {
          plan: 'kh-113',
          period: '2025',
          unit: '31936',
          part: '1',
          spreadsheetId: id,
          title,
          url: `${workspace.url}/workbook/${id}`,
          tabs: [{ sheetId: 7, title: 'Ấp Công Điền', kind: 'unit', unit: '31939' }],
        },
      ],
    });
  });

  it('shows pages in Vietnamese in which nothing typed or mailed becomes markup', async () => {
    const id = await aWorkbook(workspace, title);
    const values = [['<script>alert(1)</script>', 'Nguyễn Thị Hoa']];
    const range = encodeURIComponent('Ấp Công Điền!A1:B1');
    await call('PUT', `/v4/spreadsheets/${id}/values/${range}?valueInputOption=RAW`, { values });
    const mime =
      'To: an@example.vn\r\nSubject: <img src=x>\r\nContent-Type: text/html\r\n\r\n<p onclick="x">Chào</p>';
    await call('POST', '/gmail/v1/users/me/messages/send', { raw: Buffer.from(mime).toString('base64url') });
    const page = async (path: string) => (await fetch(workspace.url + path)).text();
    const inbox = await page('/inbox');
    const mail = await page(/\/inbox\/[0-9a-f]+/.exec(inbox)?.[0] ?? '');
    const pages = [
      await page('/'),
      await page(`/workbook/${id}`),
      inbox,
      await page('/inbox?to=an@example.vn'),
      mail,
    ];
    for (const text of pages) {
      expect(text).toContain('<html lang="vi">');
      expect(text).toContain('bản chạy thử');
      expect(text).not.toMatch(/<script|<img|<p onclick|<A&B>/);
    }
    expect(pages[0]).toContain('Sổ xã Vĩnh Trạch &lt;A&amp;B&gt;');
    expect(pages[1]).toContain('Nguyễn Thị Hoa');
    expect(mail).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  });

  it('says in a page that there is no such workbook or mail', async () => {
    const [workbook, mail] = [
      await fetch(`${workspace.url}/workbook/none`),
      await fetch(`${workspace.url}/inbox/none`),
    ];
    expect([workbook.status, await workbook.text()]).toEqual([
      404,
      expect.stringContaining('Không có sổ này.'),
    ]);
    expect([mail.status, await mail.text()]).toEqual([404, expect.stringContaining('Không có thư này.')]);
  });

  it('moves the clock by the form, and says in a page why it does not', async () => {
    const post = (now: string) =>
      fetch(`${workspace.url}/clock`, {
        method: 'POST',
        body: new URLSearchParams({ now }),
        redirect: 'manual',
      });
    const inDays = (days: number) =>
      new Date(workspace.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 16);
    const tooFar = await post(inDays(3 * 366));
    expect([tooFar.status, await tooFar.text()]).toEqual([
      400,
      expect.stringContaining('nhiều nhất hai năm'),
    ]);
    const moved = await post(inDays(30));
    const location = moved.headers.get('location') ?? '';
    expect([moved.status, location]).toEqual([303, expect.stringMatching(/^\/\?tu=20/)]);
    const told = await (await fetch(workspace.url + location)).text();
    expect(told).toContain('Không có việc gì đến hạn gửi thư');
    for (const foreign of ['/?tu=x', '/?tu=%3Cscript%3E'])
      expect(await (await fetch(workspace.url + foreign)).text()).not.toMatch(/đã chạy từ|<script>/);
    const refused = await post('2025-01-08T08:00');
    expect([refused.status, await refused.text()]).toEqual([
      400,
      expect.stringContaining('Đồng hồ chỉ đi tới'),
    ]);
  });

  it('answers a person who is lost with a page in Vietnamese, and a program with JSON', async () => {
    const ask = (path: string, accept: string) => fetch(workspace.url + path, { headers: { accept } });
    for (const path of ['/khong-co', '/a%3Cb%3E', '/inbox/khong-co']) {
      const answer = await ask(path, 'text/html,application/xhtml+xml,*/*;q=0.8');
      expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      const page = await answer.text();
      expect(page).toMatch(/<html lang="vi">[\s\S]*Không có (trang|thư)[\s\S]*Về trang đầu/);
      expect(page).not.toMatch(/"error"|<b>/);
    }
    const answer = await ask('/khong-co', 'application/json');
    expect([answer.status, await answer.json()]).toMatchObject([404, { error: { code: 404 } }]);
  });
});
