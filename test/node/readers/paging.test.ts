import { describe, expect, test } from 'vitest';
import { assertWhole, type PagedFile, type Paging } from '../../../src/node/readers/paging.ts';

const CSV: PagedFile = { file: 'old.csv', paging: null };

function page(file: string, paging: Partial<Paging> = {}): PagedFile {
  return { file, paging: { next: null, total: null, records: 2, ...paging } };
}

function truncated(file: string, message: string) {
  return expect.objectContaining({ code: 'ERR_INPUT_TRUNCATED', file, message: expect.stringContaining(message) });
}

describe('files of one side are whole', () => {
  test.each<[string, PagedFile[]]>([
    ['without pages', [CSV, CSV]],
    ['nothing', []],
    ['one page', [page('a.json')]],
    [
      'pages of which one points nowhere',
      [page('a.json', { next: 'n' }), page('b.json', { next: 'n' }), page('c.json')],
    ],
    ['pages in another order', [page('a.json'), CSV, page('b.json', { next: 'n' })]],
    ['as many users as they say', [page('a.json', { total: 4 }), page('b.json', { total: 4 })]],
    ['more users than they say', [page('a.json', { total: 1 })]],
  ])('%s', (_name, files) => {
    expect(() => assertWhole(files)).not.toThrow();
  });
});

describe('files of one side lack a page', () => {
  test('one that points to a further one', () => {
    expect(() => assertWhole([page('a.json', { next: 'nextPageToken' })])).toThrow(
      truncated('a.json', '"nextPageToken"'),
    );
  });

  test('several, all of which do; a table is no page', () => {
    const files = [page('a.json', { next: 'n' }), page('b.json', { next: 'n' }), CSV];
    expect(() => assertWhole(files)).toThrow(truncated('b.json', '"n"'));
  });

  test('fewer users than they say', () => {
    const files = [page('a.json', { total: 5 }), page('b.json', { total: 5 })];
    expect(() => assertWhole(files)).toThrow(truncated('b.json', 'speak of 5 users and hold 4'));
  });
});
