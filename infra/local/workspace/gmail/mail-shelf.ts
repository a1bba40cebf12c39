/** The mails of each mailbox, stored and beside that in memory: every search goes through a whole mailbox. */
import type { WorkspaceStorage } from '../api.ts';
import type { Mail } from './mailbox.ts';

export interface MailShelf {
  add(mail: Mail): void;
  remove(owner: string, id: string): void;
  find(owner: string, id: string): Mail | undefined;
  /** Newest first. */
  of(owner: string): Mail[];
  /** Of all mailboxes, oldest first. */
  all(): Mail[];
}

const oldestFirst = (one: Mail, other: Mail): number => one.sequence - other.sequence;

export function createMailShelf(storage: WorkspaceStorage): MailShelf {
  const table = storage.table<Mail>('mails');
  let boxes = readBoxes();
  let asOf = storage.undone();

  function readBoxes(): Map<string, Map<string, Mail>> {
    const mails = table.entries().map(([, mail]) => mail);
    const byOwner = Map.groupBy(mails.sort(oldestFirst), ({ owner }) => owner);
    return new Map([...byOwner].map(([owner, own]) => [owner, new Map(own.map((mail) => [mail.id, mail]))]));
  }

  /** What was undone in the storage is not known here: all is read again. */
  function current(): typeof boxes {
    if (asOf !== storage.undone()) {
      boxes = readBoxes();
      asOf = storage.undone();
    }
    return boxes;
  }

  return {
    add(mail) {
      const all = current();
      table.put(mail.id, mail);
      const box = all.get(mail.owner) ?? new Map<string, Mail>();
      all.set(mail.owner, box.set(mail.id, mail));
    },
    remove(owner, id) {
      const all = current();
      table.delete(id);
      all.get(owner)?.delete(id);
    },
    find: (owner, id) => current().get(owner)?.get(id),
    of: (owner) => [...(current().get(owner)?.values() ?? [])].reverse(),
    all: () => [...current().values()].flatMap((box) => [...box.values()]).sort(oldestFirst),
  };
}
