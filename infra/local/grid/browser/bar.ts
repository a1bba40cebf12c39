/** The line above the sheet: name of the workbook, who one acts as, and the menus. */
import type { StaffRole } from '../../../../functions/domain/plan.ts';
import type { DeskAnswer } from '../desks.ts';
import type { PersonAtWorkbook } from '../people.ts';
import { element } from './panel.ts';

export interface Bar {
  showMenus(menus: DeskAnswer['menus']): void;
}

/** Undefined: a line between items. */
export type OwnItem = [caption: string, act: () => void] | undefined;

export interface BarOptions {
  title: string;
  people: readonly PersonAtWorkbook[];
  email: string;
  onPerson(person: PersonAtWorkbook): void;
  own: readonly { caption: string; items: readonly OwnItem[] }[];
  onClick(caption: string): void;
}

const roles: Record<StaffRole, string> = {
  clerk: 'người lập',
  head: 'thủ trưởng',
  reviewer: 'người thẩm định',
  scorer: 'giám khảo',
  admin: 'quản trị',
};

export function createBar({ title, people, email, onPerson, own, onClick }: BarOptions): Bar {
  const heading = element('h1', {}, title);
  const home = element('a', { href: '/', class: 'home', title: 'Về trang đầu' }, 'Gương Sáng');
  const menus = element('nav', { 'aria-label': 'Menu' });
  const bar = element('header', { id: 'bar' }, home, heading, menus, whoIsWho());
  document.body.prepend(bar);

  function whoIsWho(): HTMLElement {
    const choice = element('select', { id: 'person' }) as HTMLSelectElement;
    const known = people.some((person) => person.email === email);
    if (!known) choice.append(element('option', { value: email }, email));
    for (const [unitName, those] of Map.groupBy(people, (person) => person.unitName)) {
      const group = element('optgroup', { label: unitName });
      for (const { email: address, name, role } of those)
        group.append(element('option', { value: `${role} ${address}` }, `${name} – ${roles[role]}`));
      choice.append(group);
    }
    const now = people.find((person) => person.email === email);
    if (now) choice.value = `${now.role} ${now.email}`;
    choice.addEventListener('change', () => {
      const chosen = people.find(({ role, email: address }) => `${role} ${address}` === choice.value);
      if (chosen) onPerson(chosen);
    });
    return element(
      'div',
      { class: 'who' },
      element('label', { for: 'person' }, 'Đang là'),
      choice,
      element('a', { href: `/inbox?to=${encodeURIComponent(email)}` }, 'Thư'),
    );
  }

  function menuOf(caption: string, items: readonly (Node | undefined)[]): HTMLElement {
    const list = element(
      'ul',
      {},
      ...items.map((item) => (item ? element('li', {}, item) : element('li', { role: 'separator' }))),
    );
    const menu = element(
      'details',
      { class: 'menu' },
      element('summary', {}, caption),
      list,
    ) as HTMLDetailsElement;
    menu.addEventListener('click', (event) => {
      if ((event.target as HTMLElement).closest('li')) menu.open = false;
    });
    menu.addEventListener('toggle', () => {
      if (!menu.open) return;
      for (const other of menus.querySelectorAll('details')) if (other !== menu) other.open = false;
    });
    return menu;
  }

  const button = (caption: string, act: () => void): HTMLElement => {
    const made = element('button', { type: 'button' }, caption);
    made.addEventListener('click', act);
    return made;
  };

  document.addEventListener('pointerdown', ({ target }) => {
    for (const menu of menus.querySelectorAll('details'))
      if (!menu.contains(target as Node)) menu.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') for (const menu of menus.querySelectorAll('details')) menu.open = false;
  });

  let shown = '';

  return {
    // Drawn anew only when it is another menu: one that a person has just opened must not close under the hand.
    showMenus(added) {
      if (JSON.stringify(added) === shown) return;
      shown = JSON.stringify(added);
      menus.replaceChildren(
        ...own.map(({ caption, items }) =>
          menuOf(
            caption,
            items.map((item) => item && button(...item)),
          ),
        ),
        ...added.map(({ caption, items }) =>
          menuOf(
            caption,
            items.map((item) => button(item.caption, () => onClick(item.caption))),
          ),
        ),
      );
    },
  };
}
