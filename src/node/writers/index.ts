// The registry of all report formats: those of any runtime, and those that need Node.
// May use: the registry of reporters, and what is in this folder. A new format that needs Node is one file and one line here.
// May not: read, reconcile or decide.
import { REPORTERS } from '../../reporters/index.ts';
import { csv } from './csv-report.ts';
import { notify } from './notify-report.ts';

export const ALL_REPORTERS = [...REPORTERS, csv, notify] as const;

/** A form that a report can take where there is Node. */
export type ReportFormat = (typeof ALL_REPORTERS)[number]['id'];
export const REPORT_FORMATS: readonly ReportFormat[] = ALL_REPORTERS.map(({ id }) => id);
