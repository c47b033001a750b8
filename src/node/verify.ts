import { PreflightError, toPreflightError } from '../errors.ts';
import { loadTable } from '../loaders/load-table.ts';
import { UserColumns } from '../loaders/user-columns.ts';
import type { Verification } from '../model/verification.ts';
import { type Baseline, baselineOf } from '../verify/baseline.ts';
import { verifyTables } from '../verify/index.ts';
import type { CheckApp, CheckSide } from './check.ts';
import { readingOf } from './check.ts';
import { type LoadedTables, loadSide, mapSide, readSide } from './load-side.ts';
import { nameOf, type Source } from './readers/bytes.ts';
import { readJsonDocument } from './readers/json-document.ts';
import { type ReadProgress, readTable } from './readers/read-table.ts';
import { requireAddresses, requireUsers } from './require-usable.ts';
import { suspendedRows } from './suspended-rows.ts';
import { requireVerifyOptions } from './verify-options.ts';

/** What is verified, and by what. */
export interface VerifyOptions {
  /** The JSON report of `check` with everybody in it (`all`): a file, or the report as parsed. */
  readonly baseline: Source | object;
  /** The service provider's member list after the switch. This, `scim` or both are needed. */
  readonly app?: CheckApp;
  /** An export of its SCIM directory after the switch; the column mapped as `scim` is the address. */
  readonly scim?: Pick<CheckSide, 'files' | 'profile' | 'map'>;
  /** The very exports of the new IdP that the baseline was made from, for their groups. */
  readonly new?: { readonly files: readonly Source[] };
  /** What the lists are of, such as one of several connected organisations; of a baseline on several apps, which one. */
  readonly organization?: string;
  /** Called now and then while files are read. */
  readonly onProgress?: (progress: ReadProgress) => void;
}

/**
 * After the switch: reads the lists of that time and holds them against what was predicted. What does not verify is a
 * verdict, and not thrown.
 *
 * @param options - the report that was made before the switch, and the lists of after it
 * @returns everybody with what became of them, and whether all of it is as predicted
 * @throws PreflightError ERR_BASELINE where the report is none, does not hold everybody, or was made from other files
 * @throws PreflightError ERR_USAGE where the options are not as documented
 * @throws PreflightError ERR_INPUT_UNREADABLE, ERR_INPUT_BINARY, ERR_INPUT_EMPTY, ERR_INPUT_HEADER, ERR_INPUT_JSON,
 *   ERR_INPUT_TRUNCATED where a list cannot be read or has nobody; `file` names it, `line` where it is known
 * @throws PreflightError ERR_NO_EMAIL_COLUMN, ERR_NO_SCIM_COLUMN, ERR_COLUMN_WITHOUT_VALUE, ERR_UNKNOWN_COLUMN,
 *   ERR_UNKNOWN_PROFILE where it is not known which column holds what
 * @see https://support.claude.com/en/articles/13443687 on switching to a different IdP, step 6
 * @example
 * ```ts
 * import { verify } from 'idp-preflight/node';
 *
 * try {
 *   const { verdict, summary } = await verify({ baseline: 'report.json', app: { files: ['members-after.csv'] } });
 *   console.log(verdict.status, summary.accounts?.duplicated);
 * } catch (fault) {
 *   console.log(String(fault));
 * }
 * ```
 */
export async function verify(options: VerifyOptions): Promise<Verification> {
  try {
    requireVerifyOptions(options);
    const organization = options.organization ?? null;
    const baseline = await readBaseline(options.baseline, organization);
    const { scim, app, onProgress } = options;
    const directory =
      scim === undefined ? null : await loadSide({ side: 'new', sources: scim.files, ...readingOf(scim) }, onProgress);
    if (directory !== null) requireScim(directory);
    const pages = app === undefined ? null : await readSide(app.files, readingOf(app), onProgress);
    const members = app === undefined || pages === null ? null : mapSide(pages, { side: 'app', ...readingOf(app) });
    const suspended = members === null || pages === null ? undefined : suspendedRows(pages, members, app?.map ?? {});
    if (members !== null) {
      requireUsers('app', members.inputs);
      requireAddresses(members);
    }
    return verifyTables(
      baseline,
      {
        app: members?.users ?? null,
        scim: directory?.users ?? null,
        next: options.new === undefined ? null : await loadGroups(options.new.files, baseline, onProgress),
        ...(suspended === undefined ? {} : { suspended }),
      },
      [...(directory?.inputs ?? []), ...(members?.inputs ?? [])],
      organization,
    );
  } catch (fault) {
    throw toPreflightError(fault);
  }
}

async function readBaseline(baseline: Source | object, organization: string | null): Promise<Baseline> {
  if (!isSource(baseline)) return baselineOf(baseline, organization);
  const document = await readJsonDocument(baseline);
  try {
    return baselineOf(document, organization);
  } catch (fault) {
    const { code, message } = toPreflightError(fault);
    throw new PreflightError(code, message, { file: nameOf(baseline), cause: fault });
  }
}

function isSource(baseline: Source | object): baseline is Source {
  return typeof baseline === 'string' || baseline instanceof URL || Symbol.asyncIterator in baseline;
}

/** @throws PreflightError ERR_INPUT_EMPTY, ERR_NO_SCIM_COLUMN, ERR_COLUMN_WITHOUT_VALUE */
function requireScim({ users, inputs }: LoadedTables): void {
  requireUsers('scim', inputs);
  const without = inputs.find(({ mapping }) => mapping.scim === null);
  if (without !== undefined) {
    throw new PreflightError(
      'ERR_NO_SCIM_COLUMN',
      'The SCIM directory needs a column with the address. Say which with --scim-map scim=COLUMN.',
      { file: without.file },
    );
  }
  for (let row = 0; row < users.length; row += 1) if (users.value('scim', row) !== null) return;
  throw new PreflightError(
    'ERR_COLUMN_WITHOUT_VALUE',
    `Column "${inputs[0]?.mapping.scim ?? ''}" has no value for anybody, so it cannot be the address. Name the right one with --scim-map scim=COLUMN.`,
    inputs[0] === undefined ? {} : { file: inputs[0].file },
  );
}

/** Reads who is in which group from the very files that the baseline was made from, under the names that it knows them by. */
async function loadGroups(
  files: readonly Source[],
  baseline: Baseline,
  onProgress: VerifyOptions['onProgress'],
): Promise<UserColumns> {
  const users = new UserColumns('new');
  for (const source of files) {
    const table = await readTable(source, onProgress);
    const input = baseline.inputs.find(({ side, sha256 }) => side === 'new' && sha256 === table.sha256);
    if (input === undefined) {
      throw new PreflightError('ERR_BASELINE', 'The baseline was not made from this file of the new IdP.', {
        file: table.file,
      });
    }
    const { groups, sso, scim } = input.mapping;
    if (groups === null) {
      throw new PreflightError(
        'ERR_USAGE',
        'The baseline read no groups from this file, so --new tells nothing. Check again with --new-map groups=COLUMN, or leave --new out.',
        { file: table.file },
      );
    }
    const isColumn = (name: string | null): name is string => name !== null && table.header.includes(name);
    loadTable(
      { ...table, file: input.file },
      {
        side: 'new',
        profile: input.profile,
        map: {
          ...(isColumn(groups) ? { groups } : {}),
          ...(isColumn(sso) ? { sso } : {}),
          ...(isColumn(scim) ? { scim } : {}),
        },
      },
      users,
      new Map(),
    );
  }
  return users;
}
