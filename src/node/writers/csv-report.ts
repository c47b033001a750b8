import { FINDING_HEADER, findingRows } from '../../reporters/finding-rows.ts';
import type { ApplicationsInput, Reporter, ReportInput } from '../../reporters/reporter.ts';
import { valueCell } from '../../reporters/spreadsheet-cell.ts';
import { csvText } from './csv-text.ts';

/**
 * One row a finding, for a spreadsheet: those about the inputs first, then those of each person in the order of the
 * report; `all` changes nothing. UTF-8 with a byte order mark, CRLF, every cell in quotes and on one line
 * (RFC 4180).
 *
 * Columns: `severity`, `kind`, `outcome`, `owner`, `side`, `file`, `line`, `column`, `attribute`, `old value`,
 * `new value`, `difference` (classes), `shown old`, `shown new`, `message`, `remedy`; for each of `old`, `new` and
 * `app` the user's `file`, `line`, `name`, `sso`, `scim`, `username`, `employee id`, `immutable id`, `external id` and
 * `active`, such as `old file`; `waiver` (its id), `waived until` and `waiver reason` of the finding, and the `outcome
 * waiver` of the person; the compare policies that the person would get a second account (`duplicate under`) or somebody
 * else's (`takeover under`), or come to no harm (`harmless under`) under; `tier`, `evidence`, `other users` (how many) and
 * `others` (the first three). An empty cell is *no value*.
 *
 * Of several apps, the first column is the `application` that a finding is about.
 *
 * Values from exports and from a policy are inert and can be had back exactly: take one `'` from the front if there is one, then turn
 * each `⟨U+hex⟩` into its character. `'` stands before what a spreadsheet would take for a formula, number, date or
 * error, such as `=1+1` or `00123`; `⟨U+hex⟩` is a control, line end, invisible or bidirectional character, or `⟨`.
 * Excel shows the first 32,767 characters of a cell; the file holds all of them.
 */
export const csv = {
  id: 'csv',
  accountsForRecords: false,
  render: ({ reconciliation }: ReportInput) => csvText(FINDING_HEADER, findingRows(reconciliation)),
  renderApplications: (input: ApplicationsInput) => csvText(['application', ...FINDING_HEADER], rowsOf(input)),
} as const satisfies Reporter;

function* rowsOf({ applications }: ApplicationsInput): Generator<string[]> {
  for (const { application, reconciliation } of applications) {
    for (const row of findingRows(reconciliation)) yield [valueCell(application), ...row];
  }
}
