/** What the add-on shows: short messages at the foot, dialogs, and the sidebar, whose pages run in frames of their own. */
import type { ShownAtDesk } from '../desks.ts';

export interface Panel {
  show(desk: string, shown: readonly ShownAtDesk[]): void;
  toast(message: string, title?: string): void;
  /** Stays until closed; for what must not be missed. */
  alert(title: string, lines: readonly string[]): void;
}

export type CallScript = (name: string, args: unknown[]) => Promise<unknown>;

export function createPanel(call: CallScript): Panel {
  const aside = element('aside', { id: 'sidebar', hidden: '' });
  const dialog = element('dialog', { id: 'dialog' }) as HTMLDialogElement;
  const toasts = element('div', { id: 'toasts', role: 'status' });
  document.body.append(aside, dialog, toasts);

  addEventListener('message', ({ source, data }: MessageEvent) => {
    const frame = [...document.querySelectorAll('iframe')].find(
      ({ contentWindow }) => contentWindow === source,
    );
    if (!frame) return;
    const {
      id,
      call: name,
      args,
      close,
    } = data as { id: number; call?: string; args?: unknown[]; close?: true };
    if (close) closeAround(frame);
    if (name === undefined) return;
    const answer = (ok: boolean, value: unknown): void =>
      frame.contentWindow?.postMessage({ id, ok, value }, '*');
    call(name, args ?? []).then(
      (value) => answer(true, value),
      (error: Error) => answer(false, error.message),
    );
  });

  function fill(box: HTMLElement, title: string, content: HTMLElement, onClose: () => void): void {
    const close = element('button', { type: 'button', class: 'close', 'aria-label': 'Đóng' });
    close.textContent = '×';
    close.addEventListener('click', onClose);
    const head = element('header', {});
    const heading = element('h2', {});
    heading.textContent = title;
    head.append(heading, close);
    box.replaceChildren(head, content);
  }

  const frameOf = (desk: string, title: string, page: number): HTMLElement =>
    element('iframe', {
      src: `/grid/desks/${desk}/pages/${page}`,
      title,
      sandbox: 'allow-scripts allow-forms allow-popups',
    });

  const closeSidebar = (): void => {
    aside.hidden = true;
    aside.replaceChildren();
    document.body.classList.remove('with-sidebar');
  };

  function closeAround(frame: HTMLElement): void {
    if (aside.contains(frame)) closeSidebar();
    else dialog.close();
  }

  function toast(message: string, title = 'Gương Sáng'): void {
    const box = element('div', { class: 'toast' });
    const heading = element('strong', {});
    heading.textContent = title;
    const text = element('span', {});
    text.textContent = message;
    box.append(heading, text);
    toasts.append(box);
    setTimeout(() => box.remove(), 8000);
  }

  return {
    toast,
    show(desk, shown) {
      for (const one of shown) {
        if (one.kind === 'toast') toast(one.message, one.title);
        else if (one.kind === 'sidebar') {
          fill(aside, one.title, frameOf(desk, one.title, one.page), closeSidebar);
          aside.hidden = false;
          document.body.classList.add('with-sidebar');
        } else {
          fill(dialog, one.title, frameOf(desk, one.title, one.page), () => dialog.close());
          if (!dialog.open) dialog.showModal();
        }
      }
    },
    alert(title, lines) {
      const list = element('ul', {});
      for (const line of lines) {
        const item = element('li', {});
        item.textContent = line;
        list.append(item);
      }
      fill(dialog, title, list, () => dialog.close());
      if (!dialog.open) dialog.showModal();
    },
  };
}

export function element(
  name: string,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
