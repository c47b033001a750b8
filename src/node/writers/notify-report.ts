import { NOTICE_HEADER, noticeRows } from '../../reporters/notice-rows.ts';
import type { ApplicationsInput, Reporter, ReportInput } from '../../reporters/reporter.ts';
import { valueCell } from '../../reporters/spreadsheet-cell.ts';
import { csvText } from './csv-text.ts';

/**
 * Whom to tell what before the switch: CSV for a mail merge, one row for everybody who is active in the old IdP, owns an
 * account or is new; `all` changes nothing. Columns: `reach_at` (an address that works before the switch; empty where none
 * is known to be theirs), `name`, `notice` (`sign-in-again`, `sign-in-with-new-address`, `call-first`,
 * `loses-access`, `new-account`, `nothing`), `signed_out` and `call_first` (`yes`, `no`), `sign_in_with`,
 * `signed_in_with`, `sentence`. Of several apps, the first column is the `application`. Cells are inert as those of `csv`.
 */
export const notify = {
  id: 'notify',
  accountsForRecords: false,
  render: ({ reconciliation }: ReportInput) => csvText(NOTICE_HEADER, noticeRows(reconciliation)),
  renderApplications: (input: ApplicationsInput) => csvText(['application', ...NOTICE_HEADER], rowsOf(input)),
} as const satisfies Reporter;

function* rowsOf({ applications }: ApplicationsInput): Generator<string[]> {
  for (const { application, reconciliation } of applications) {
    for (const row of noticeRows(reconciliation)) yield [valueCell(application), ...row];
  }
}
