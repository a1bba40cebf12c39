/** Links to works, as people copy them from the address bar and from “Chia sẻ”. */
import { expect, it } from 'vitest';
import { documentId, whyNoDocument } from '../../functions/domain/document-link.ts';

it.each([
  'https://docs.google.com/document/d/1AbC-x_9/edit',
  'https://docs.google.com/document/d/1AbC-x_9/edit?usp=sharing#heading=h.1',
  'https://docs.google.com/document/u/0/d/1AbC-x_9',
  'https://drive.google.com/file/d/1AbC-x_9/view?usp=drive_link',
  'https://drive.google.com/open?id=1AbC-x_9',
])('finds the file in %s', (url) => {
  expect(documentId(url)).toBe('1AbC-x_9');
});

it.each([
  ['page', 'https://docs.google.com/document/d/e/2PACX-1vQ/pub'],
  ['page', 'https://docs.google.com/spreadsheets/d/1AbC-x_9/edit'],
  ['page', 'https://drive.google.com/drive/my-drive'],
  ['folder', 'https://drive.google.com/drive/folders/1AbC-x_9'],
  ['folder', 'https://drive.google.com/drive/u/0/folders/1AbC-x_9?usp=sharing'],
  ['folder', 'https://drive.google.com/drive/mobile/folders/1AbC-x_9'],
  ['folder', 'https://drive.google.com/folderview?id=1AbC-x_9'],
  ['place', 'https://vidu.vn/document/d/1AbC-x_9/edit'],
  ['place', 'https://docs.google.com.vidu.vn/document/d/1AbC-x_9/edit'],
] as const)('finds none, but a %s, in %s', (why, url) => {
  expect(documentId(url)).toBeUndefined();
  expect(whyNoDocument(url)).toBe(why);
});
