/** Entry of the page: who one is, the workbook for this person, the bar, the sheet, and the stream of changes. */
import type { DeskAnswer } from '../desks.ts';
import type { PersonAtWorkbook } from '../people.ts';
import { openDesk, readBook, readPeople } from './api.ts';
import { createBar } from './bar.ts';
import { isClosed } from './book-data.ts';
import { createDrawing, type Drawing } from './drawing.ts';
import { toBlocks, toPaste } from './edits.ts';
import { createPanel, element } from './panel.ts';
import { createSession, type Session, toLetters } from './session.ts';
import './style.css';

const spreadsheetId = document.body.dataset.spreadsheet ?? '';

const addressOf = ({ email, sheetId }: Pick<PersonAtWorkbook, 'email' | 'sheetId'>): string =>
  `?as=${encodeURIComponent(email)}#tab-${sheetId}`;

const tabOfAddress = (): number => Number(/^#tab-(\d+)$/.exec(location.hash)?.[1] ?? Number.NaN);

async function start(): Promise<void> {
  const people = await readPeople(spreadsheetId);
  const wanted = tabOfAddress();
  const asked = new URLSearchParams(location.search).get('as');
  const email = asked ?? (people.find(({ sheetId }) => sheetId === wanted) ?? people[0])?.email ?? '';
  const book = await readBook(spreadsheetId, email);
  const own = people.find((person) => person.email === email)?.sheetId;
  const sheetId =
    [wanted, own].find((id) => book.tabs.some((tab) => tab.sheetId === id)) ?? book.tabs[0]?.sheetId ?? 0;

  let session: Session | undefined;
  const panel = createPanel((name, args) =>
    session ? session.call(name, args) : Promise.reject(new Error('Trang chưa mở xong.')),
  );
  const refusedEdit = (): void =>
    panel.toast('Bảng tính chạy thử chưa làm được thao tác này. Trong Google Sheets thì làm được.');

  const here = element('p', { id: 'here', role: 'status' });
  document.body.append(here, element('div', { id: 'grid' }));
  const drawing: Drawing = createDrawing('grid', {
    edited: (tab, cells) => {
      const blocks = toBlocks(cells);
      if (blocks.length > 0) session?.edit(tab, blocks);
    },
    pasted(text) {
      const block = toPaste(text, drawing.selection());
      const tab = drawing.activeTab();
      if (!block || !session) return;
      if (mayEdit(tab, block.row, block.column)) session.edit(tab, [block]);
    },
    editorClosed: () => session?.refresh(),
    tabChanged(tab) {
      history.replaceState(null, '', `#tab-${tab}`);
      session?.refresh();
    },
    selected: tellCell,
    insertRows,
    deleteRows,
    undo: () => session?.undo(),
    redo: () => session?.redo(),
    refused: refusedEdit,
    mayEdit,
  });
  drawing.draw(book, sheetId);

  /** The selected cell in words: a canvas tells nothing to a screen reader, and a note shows only under a mouse. */
  function tellCell(): void {
    const { row, column } = drawing.selection();
    const tab =
      session?.tab(drawing.activeTab()) ?? book.tabs.find(({ sheetId: id }) => id === drawing.activeTab());
    const [, , text = '', , note = ''] =
      tab?.cells.find((cell) => cell[0] === row && cell[1] === column) ?? [];
    const place = element('b', {}, `${toLetters(column)}${row + 1}`);
    here.replaceChildren(
      place,
      element('span', { class: 'text' }, text),
      element('span', { class: 'note' }, note),
    );
    here.classList.toggle('noted', note !== '');
    // What a column is for is no complaint.
    here.classList.toggle('header', row === 0);
  }

  function mayEdit(tab: number, row: number, column: number): boolean {
    const isOpen = !isClosed(session?.tab(tab) ?? { closed: [] }, row, column);
    if (!isOpen) panel.toast('Phần này do đơn vị khác hoặc hệ thống giữ. Bạn xem được nhưng không sửa được.');
    return isOpen;
  }

  function insertRows(below: boolean): void {
    const { row, rows } = drawing.selection();
    session?.lines(drawing.activeTab(), { kind: 'insert', row, count: rows, below });
  }

  function deleteRows(): void {
    const { row, rows } = drawing.selection();
    session?.lines(drawing.activeTab(), { kind: 'delete', row, count: rows });
  }

  const sort = (descending: boolean): void =>
    session?.lines(drawing.activeTab(), { kind: 'sort', column: drawing.selection().column, descending });

  async function downloadTemplate(): Promise<void> {
    const path = `/template/${spreadsheetId}/${drawing.activeTab()}.xlsx`;
    const { ok } = await fetch(path, { method: 'GET' });
    if (ok) location.assign(path);
    else panel.toast('Trang này không có tệp Excel để điền. Hãy mở trang của đơn vị.');
  }

  const bar = createBar({
    title: book.title,
    people,
    email,
    onPerson: (person) => {
      location.assign(addressOf(person));
    },
    onClick: (caption) => session?.click(caption),
    own: [
      {
        caption: 'Bảng tính',
        items: [
          ['Hoàn tác', () => session?.undo()],
          ['Làm lại', () => session?.redo()],
          undefined,
          ['Chèn dòng phía trên', () => insertRows(false)],
          ['Chèn dòng phía dưới', () => insertRows(true)],
          ['Xóa dòng đang chọn', deleteRows],
          undefined,
          ['Sắp xếp theo cột đang chọn, A → Z', () => sort(false)],
          ['Sắp xếp theo cột đang chọn, Z → A', () => sort(true)],
          undefined,
          ['Tải tệp Excel của trang này', () => void downloadTemplate()],
          ['Xem dạng bảng thường', () => location.assign(`/workbook/${spreadsheetId}/table`)],
        ],
      },
    ],
  });
  bar.showMenus([]);

  function onAnswer({ menus, shown = [], lost = [] }: Partial<DeskAnswer>): void {
    if (menus) bar.showMenus(menus);
    if (session) panel.show(opened.desk, shown);
    if (lost.length > 0)
      panel.alert('Dòng bạn vừa gõ đã bị người khác xóa. Hãy chép lại nội dung này vào dòng khác:', lost);
  }

  const opened = await openDesk(spreadsheetId, email, drawing.activeTab());
  session = createSession({
    spreadsheetId,
    email,
    desk: opened.desk,
    book,
    drawing,
    onAnswer,
    onShown: tellCell,
    onRefused: ({ message }) => panel.alert('Chưa ghi được', [message]),
  });
  onAnswer(opened);
  addEventListener('hashchange', () => {
    const tab = tabOfAddress();
    if (session?.tab(tab)) drawing.select(tab);
    session?.refresh();
  });
  const changes = new EventSource(`/grid/books/${spreadsheetId}/events`);
  changes.addEventListener('message', () => session?.refresh());
  // After a break nobody knows what was missed.
  changes.addEventListener('open', () => session?.refresh());
  await drawing.ready;
  document.body.dataset.ready = 'yes';
}

start().catch((error: Error) => {
  document.body.append(
    element('p', { class: 'failed', role: 'alert' }, error.message, ' '),
    element('a', { href: '/' }, 'Về trang đầu'),
  );
});
