import { PreflightError } from '../../errors.ts';

/** What the pages in a file say about further ones. */
export interface Paging {
  /** The property with which the last page points to a further one, or null. */
  readonly next: string | null;
  /** How many users all pages hold together, as they say; null where they do not. */
  readonly total: number | null;
  readonly records: number;
}

/** A file that was read, and its pages if it has any. */
export interface PagedFile {
  readonly file: string;
  readonly paging: Paging | null;
}

/**
 * Makes sure that files of one side, taken together, lack no page.
 *
 * @throws PreflightError ERR_INPUT_TRUNCATED
 */
export function assertWhole(files: readonly PagedFile[]): void {
  let last: { file: string; paging: Paging } | null = null;
  let isEnded = false;
  let total = 0;
  let records = 0;
  for (const { file, paging } of files) {
    if (paging === null) continue;
    last = { file, paging };
    isEnded ||= paging.next === null;
    total = Math.max(total, paging.total ?? 0);
    records += paging.records;
  }
  if (last === null) return;
  // Every page but one points to a further one; files need not come in the order of their pages.
  if (!isEnded) {
    throw truncated(last.file, `"${last.paging.next}" says that a further page follows, and none does`);
  }
  if (total > records) throw truncated(last.file, `the pages speak of ${total} users and hold ${records}`);
}

function truncated(file: string, what: string): PreflightError {
  return new PreflightError(
    'ERR_INPUT_TRUNCATED',
    `This export is not whole: ${what}. Export every page, and give them all: one behind the other in this file, or each as a file of the same side.`,
    { file },
  );
}
