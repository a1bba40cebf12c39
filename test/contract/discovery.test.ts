/** Shows that the contract checker lets good exchanges pass and catches each kind of bad one. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../infra/local/workspace/google.ts';
import { createContractChecker } from './discovery.ts';
import { descriptionFiles, readDescription } from './methods.ts';

const { check } = createContractChecker();

function anExchange(changes: Omit<Partial<Exchange>, 'query'> & { query?: string }): Exchange {
  return {
    method: 'GET',
    path: '/v4/spreadsheets/abc',
    email: 'robot@guong-sang.example',
    requestBody: undefined,
    status: 200,
    responseBody: { spreadsheetId: 'abc' },
    ...changes,
    query: new URLSearchParams(changes.query ?? ''),
  };
}

const batchUpdate = {
  method: 'POST',
  path: '/v4/spreadsheets/abc:batchUpdate',
  responseBody: { replies: [{}] },
};

describe('the contract checker', () => {
  it.each<[string, Parameters<typeof anExchange>[0]]>([
    ['a plain read', {}],
    ['a repeated query', { query: 'ranges=A1&ranges=B2&fields=sheets(properties/title,data.rowData)' }],
    [
      'a batch',
      { ...batchUpdate, requestBody: { requests: [{ addSheet: { properties: { title: 'Tổng hợp' } } }] } },
    ],
    [
      'a range with a method',
      {
        method: 'PUT',
        path: '/v4/spreadsheets/abc/values/A1%3AB2',
        query: 'valueInputOption=RAW',
        requestBody: { values: [[1, 'a', true]] },
        responseBody: {},
      },
    ],
    ['an error', { status: 404, responseBody: { error: { code: 404, message: 'x', status: 'NOT_FOUND' } } }],
    ['a download', { path: '/drive/v3/files/abc', query: 'alt=media', responseBody: Buffer.from('x') }],
    [
      'an upload',
      {
        method: 'POST',
        path: '/upload/drive/v3/files',
        query: 'uploadType=media',
        responseBody: { id: 'abc' },
      },
    ],
    ['a 64-bit number as text', { path: '/drive/v3/files/abc', responseBody: { version: '12' } }],
    ['an empty answer', { method: 'DELETE', path: '/drive/v3/files/abc', status: 204, responseBody: '' }],
  ])('lets %s pass', (_name, changes) => {
    expect(check(anExchange(changes))).toEqual([]);
  });

  it.each<[string, Parameters<typeof anExchange>[0], RegExp]>([
    ['an unknown method', { path: '/v4/spreadsheet/abc' }, /no such method/],
    ['an unknown verb', { method: 'PATCH' }, /no such method/],
    ['an unknown query', { query: 'range=A1' }, /query range is unknown/],
    [
      'a wrong enum in the query',
      { path: '/v4/spreadsheets/abc/values/A1', query: 'majorDimension=ROW', responseBody: {} },
      /majorDimension=ROW is wrong/,
    ],
    ['a query of the wrong type', { query: 'includeGridData=yes' }, /includeGridData=yes is wrong/],
    ['a single query given twice', { query: 'fields=sheets&fields=properties' }, /given 2 times/],
    ['a required query left out', { path: '/drive/v3/changes', responseBody: {} }, /pageToken is required/],
    [
      'a mask of what does not exist',
      { query: 'fields=sheets(properties(titel))' },
      /sheets\/properties\/titel/,
    ],
    ['a mask that cannot be read', { query: 'fields=sheets(' }, /cannot be read/],
    ['an unknown request kind', { ...batchUpdate, requestBody: { requests: [{ addTab: {} }] } }, /addTab/],
    [
      'a wrong enum in the body',
      { ...batchUpdate, requestBody: { requests: [{ mergeCells: { mergeType: 'ALL' } }] } },
      /mergeType/,
    ],
    [
      'a wrong type in the body',
      { ...batchUpdate, requestBody: { requests: [{ deleteSheet: { sheetId: 'one' } }] } },
      /sheetId must be integer/,
    ],
    ['a body where none belongs', { requestBody: { a: 1 } }, /request must have no body/],
    ['an extra field in the answer', { responseBody: { spreadsheetId: 'abc', owner: 'x' } }, /owner/],
    ['a wrong type in the answer', { responseBody: { spreadsheetId: 7 } }, /spreadsheetId must be string/],
    [
      'a time that is not one',
      { path: '/drive/v3/files/abc', responseBody: { modifiedTime: 'hôm qua' } },
      /modifiedTime/,
    ],
    ['an answer left out', { responseBody: undefined }, /no body/],
    ['an error of another shape', { status: 404, responseBody: { error: 'not found' } }, /Google's shape/],
    [
      'an error whose code is another',
      { status: 404, responseBody: { error: { code: 400, message: 'x', status: 'y' } } },
      /Google's shape/,
    ],
  ])('catches %s', (_name, changes, expected) => {
    expect(check(anExchange(changes)).join('\n')).toMatch(expected);
  });

  it('reads the descriptions exactly as Google published them', () => {
    const readme = readFileSync(new URL('./google/README.md', import.meta.url), 'utf8');
    for (const file of descriptionFiles)
      expect(readme).toContain(createHash('sha256').update(readDescription(file)).digest('hex'));
  });
});
