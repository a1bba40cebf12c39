/** Whose photo is shown: consent in so many words, a file in Drive, and a description. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Dossier } from '../../functions/domain/dossier.ts';
import { consentWords, exemplarForm } from '../../functions/domain/forms/exemplar.ts';
import { driveFileId } from '../../functions/domain/photo-link.ts';
import { toPhotoWish } from '../../functions/domain/photo-wish.ts';
import { aDossier, decided, now } from './people.ts';
import { anyText } from './vietnamese.ts';

const photoUrl = 'https://drive.google.com/file/d/1AbC-_9/view?usp=sharing';
const photoAlt = 'Bà Hoa bên vuông tôm';
const wishOf = (values: Dossier['row']['values']) =>
  toPhotoWish(decided(aDossier(1, { photoUrl, photoAlt, ...values }), 'approve', '956'));

it('is wished for when the photo, too, was agreed to', () => {
  expect(wishOf({})).toEqual({ fileId: '1AbC-_9', alt: photoAlt, sentAt: now.toISOString() });
});

it.each([consentWords.withoutPhoto, consentWords.no, consentWords.notAsked, '', 'đồng ý', 1])(
  'is not under the consent %j',
  (consent) => {
    expect(wishOf({ consent })).toBeNull();
  },
);

it.each(['', ' ', '\u202e\u200b', 7])('is not with the description %j', (alt) => {
  expect(wishOf({ photoAlt: alt })).toBeNull();
});

it('keeps nothing in the description that turns a line around, and not more than the form allows', () => {
  expect(wishOf({ photoAlt: '\u202eBà Hoa\u2066 bên\u0000 vuông tôm' })?.alt).toBe(photoAlt);
  expect(wishOf({ photoAlt: 'ảnh '.repeat(100) })?.alt).toHaveLength(150);
});

it.each(['photoUrl', 'photoAlt'])('is not from the day the form calls %s internal', (key) => {
  const column = exemplarForm.columns.find((one) => one.key === key)!;
  onTestFinished(() => void Object.assign(column, { visibility: 'public' }));
  Object.assign(column, { visibility: 'internal' });
  expect(wishOf({})).toBeNull();
});

describe('a link', () => {
  it.each([
    'http://drive.google.com/file/d/1AbC/view',
    'javascript:alert(1)//drive.google.com/file/d/1AbC/view',
    'https://drive.google.com@xau.vn/file/d/1AbC/view',
    'https://xau.vn\\@drive.google.com/file/d/1AbC/view',
    'https://xau.vn/?https://drive.google.com/file/d/1AbC/view',
    'https://drive.google.com/drive/folders/1AbCdEfGh',
    'https://docs.google.com/spreadsheets/d/1AbCdEfGh/edit',
    'https://drive.google.com/file/d/../../x/view',
    'https://drive.google.com/file/d/1AbC%2f..%2fx/view',
    'https://drive.google.com/open#?id=1AbC',
    'ảnh trong thư mục chung',
    ' https://drive.google.com/file/d/1AbC/view',
  ])('%j leads to no file', (url) => {
    expect(wishOf({ photoUrl: url })).toBeNull();
  });

  it.each([
    'https://drive.google.com/file/d/1AbC/view',
    'https://drive.google.com/file/d/1AbC',
    'https://drive.google.com/file/u/2/d/1AbC/edit?usp=drive_link',
    'https://drive.google.com/a/baclieu.gov.vn/file/d/1AbC/view',
    'https://drive.google.com/open?id=1AbC&authuser=0',
    'https://drive.google.com/uc?export=view&id=1AbC',
    'https://docs.google.com/uc?id=1AbC#x',
  ])('%s leads to its file', (url) => {
    expect(driveFileId(url)).toBe('1AbC');
  });

  it('gives an id of plain letters or nothing, whatever was pasted', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const url of [
          text,
          `https://drive.google.com/file/d/${text}`,
          `https://drive.google.com/open?id=${text}`,
        ])
          expect(driveFileId(url) ?? 'none').toMatch(/^[A-Za-z0-9_-]{4,200}$/);
      }),
    );
  });
});
