/** Ui, Menu and HtmlService of Apps Script: what the person would see is written down instead of drawn. */
import { demand, type Execution } from './execution.ts';
import { type MenuItem, scopes } from './model.ts';

interface Page {
  title: string;
  html: string;
}

/** Behind the sandbox's HtmlOutput objects. */
const pages = new WeakMap<object, Page>();

function pageOf(output: object): Page {
  const page = pages.get(output);
  if (!page) throw new Error('not emulated: a page that is no HtmlOutput');
  return page;
}

export function createUi(execution: Execution): object {
  const { realm, session, shown } = execution;
  const show = (method: string): void =>
    demand(execution, `Ui.${method}`, { scope: scopes.ui, inTriggers: false });
  return realm.emulate('Ui', {
    createMenu: (caption: string) => createMenu(execution, caption),
    showSidebar(output: object) {
      show('showSidebar');
      const { title, html } = pageOf(output);
      shown.push({ kind: 'sidebar', title, html });
    },
    showModalDialog(output: object, title: string) {
      show('showModalDialog');
      shown.push({ kind: 'dialog', title, html: pageOf(output).html });
    },
    ButtonSet: { OK: 'OK', OK_CANCEL: 'OK_CANCEL', YES_NO: 'YES_NO' },
  });

  function createMenu({ realm: inside }: Execution, caption: string): object {
    const items: MenuItem[] = [];
    const menu = inside.emulate('Menu', {
      addItem(text: string, name: string) {
        items.push({ caption: text, name });
        return menu;
      },
      addSeparator: () => menu,
      addToUi() {
        session.menus = [...session.menus.filter((one) => one.caption !== caption), { caption, items }];
      },
    });
    return menu;
  }
}

export function createHtmlService({ realm, settings }: Execution): object {
  const createOutput = (html: string): object => {
    const page: Page = { title: '', html };
    const output = realm.emulate('HtmlOutput', {
      append(more: string) {
        page.html += more;
        return output;
      },
      setTitle(title: string) {
        page.title = title;
        return output;
      },
      setWidth: (_pixels: number) => output,
      setHeight: (_pixels: number) => output,
      getContent: () => page.html,
    });
    pages.set(output, page);
    return output;
  };
  return realm.emulate('HtmlService', {
    createHtmlOutput: (html = '') => createOutput(String(html)),
    createHtmlOutputFromFile(name: string) {
      const html = settings.files[name];
      if (html === undefined) throw new Error(`No HTML file named ${name} was found.`);
      return createOutput(html);
    },
  });
}
