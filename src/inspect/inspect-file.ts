import type { Side } from '../model/user.ts';
import { cellDefects } from './cell-defects.ts';
import { holdsAddresses, inspectColumn } from './column-facts.ts';
import { fileDefect } from './defect.ts';
import { domainsOf } from './domains.ts';
import type { AssumedColumn, Defect, FileInspection } from './inspection.ts';
import type { Look } from './look.ts';
import type { Inspected } from './population.ts';
import { recognise } from './recognise.ts';
import { recordDefects } from './record-defects.ts';

const SHEET_WORDS = {
  users: 'was not read, and looks like a list of users',
  unknown: 'was not looked into',
  other: 'was not read, and does not look like a list of users',
} as const;
const SEVERITY_ORDER = ['error', 'warning', 'info'];

/**
 * What is to be said of one file.
 *
 * @param sameAs - an earlier file with the same bytes
 */
export function inspectFile({ look, columns }: Inspected, side: Side | null, sameAs?: string): FileInspection {
  const { input } = look;
  const statusUnknown = input.observations.unknownStatuses.reduce((sum, { count }) => sum + count, 0);
  // Where it is not known, a loader of the old side says active.
  const active = look.active.reduce((sum, isActive) => sum + (isActive ? 1 : 0), 0) - statusUnknown;
  const defects = [...same(sameAs), ...otherSheets(look), ...recordDefects(look), ...cellDefects(look, columns)];
  return {
    file: input.file,
    side,
    sha256: input.sha256,
    bytes: input.bytes,
    format: input.format,
    encoding: input.encoding,
    delimiter: input.delimiter,
    sheet: input.sheet,
    profile: recognise(look.table, look.profile),
    records: input.records,
    users: input.users,
    rejected: input.rejected,
    excluded: input.excluded,
    excludedReasons: input.excludedReasons,
    active,
    inactive: input.users - active - statusUnknown,
    statusUnknown,
    mapping: input.mapping,
    emailFoundBy: look.emailFoundBy,
    assumed: assumed(look),
    columns: columns.map((facts) => inspectColumn(look, facts)),
    domains: columns.filter(holdsAddresses).map(domainsOf),
    defects: defects.sort((a, b) => SEVERITY_ORDER.indexOf(a.severity) - SEVERITY_ORDER.indexOf(b.severity)),
  };
}

/** Without the examples that a loader keeps: these are people's addresses. */
function assumed({ input, emailFoundBy }: Look): AssumedColumn[] {
  if (emailFoundBy !== 'header') return [];
  return input.observations.assumptions.map(({ attribute, column, plausible }) => ({
    attribute,
    column,
    rivals: plausible.map(({ column: rival, differing, firstLine }) => ({ column: rival, differing, firstLine })),
  }));
}

function otherSheets({ input }: Look): Defect[] {
  return input.observations.otherSheets.map(({ name, holds }) =>
    fileDefect(
      'sheet-assumed',
      holds === 'other' ? 'warning' : 'error',
      null,
      `the sheet “${name}” ${SHEET_WORDS[holds]}; say which one is meant with --sheet`,
    ),
  );
}

function same(sameAs: string | undefined): Defect[] {
  if (sameAs === undefined) return [];
  return [fileDefect('same-file', 'warning', null, `the very bytes of “${sameAs}”`)];
}
