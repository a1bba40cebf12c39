import { expect, it } from 'vitest';
import { createMailShelf } from '../../../infra/local/workspace/gmail/mail-shelf.ts';
import type { Mail } from '../../../infra/local/workspace/gmail/mailbox.ts';
import { openStorage } from '../../../infra/local/workspace/storage.ts';

const owner = 'nguoi.lap@vinh-trach.example';

const aMail = (sequence: number, to = owner): Mail => ({
  id: `thu${sequence}`,
  threadId: `thu${sequence}`,
  owner: to,
  labels: ['INBOX'],
  date: sequence,
  sequence,
  raw: '',
  parsed: {
    from: '',
    to: [to],
    cc: [],
    bcc: [],
    subject: `Thư ${sequence}`,
    messageId: '',
    text: '',
    html: '',
    headers: [],
    attachments: [],
  },
});

const ids = (mails: readonly Mail[]): string[] => mails.map(({ id }) => id);

it('gives a mailbox newest first and all mailboxes oldest first', () => {
  const shelf = createMailShelf(openStorage(':memory:'));
  for (const mail of [aMail(1), aMail(2, 'thu-truong@vinh-trach.example'), aMail(3)]) shelf.add(mail);
  expect(ids(shelf.of(owner))).toEqual(['thu3', 'thu1']);
  expect(ids(shelf.all())).toEqual(['thu1', 'thu2', 'thu3']);
});

it('finds a mail only in the mailbox in which it lies, and not after it was removed', () => {
  const shelf = createMailShelf(openStorage(':memory:'));
  shelf.add(aMail(1));
  expect(shelf.find(owner, 'thu1')).toEqual(aMail(1));
  expect(shelf.find('thu-truong@vinh-trach.example', 'thu1')).toBeUndefined();
  shelf.remove(owner, 'thu1');
  expect(shelf.find(owner, 'thu1')).toBeUndefined();
  expect(shelf.of(owner)).toEqual([]);
});

it('takes up what another shelf has stored, in order of arrival whatever the ids', () => {
  const storage = openStorage(':memory:');
  const first = createMailShelf(storage);
  for (const sequence of [10, 9, 2, 1].reverse()) first.add(aMail(sequence));
  expect(ids(createMailShelf(storage).of(owner))).toEqual(['thu10', 'thu9', 'thu2', 'thu1']);
});

it('forgets what was added and has again what was removed when the transaction fails', () => {
  const storage = openStorage(':memory:');
  const shelf = createMailShelf(storage);
  shelf.add(aMail(1));
  const fail = (): void =>
    storage.transaction(() => {
      shelf.remove(owner, 'thu1');
      shelf.add(aMail(2));
      expect(ids(shelf.of(owner))).toEqual(['thu2']);
      throw new Error('half-way');
    });
  expect(fail).toThrow('half-way');
  expect(ids(shelf.of(owner))).toEqual(['thu1']);
});

it('keeps what the outer transaction did when an inner one fails', () => {
  const storage = openStorage(':memory:');
  const shelf = createMailShelf(storage);
  storage.transaction(() => {
    shelf.add(aMail(1));
    const inner = (): void =>
      storage.transaction(() => {
        shelf.add(aMail(2));
        throw new Error('inner');
      });
    expect(inner).toThrow('inner');
    expect(ids(shelf.of(owner))).toEqual(['thu1']);
  });
  expect(ids(shelf.of(owner))).toEqual(['thu1']);
});
