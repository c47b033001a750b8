import type { Side } from '../model/user.ts';
import { encodingNamed } from '../node/readers/encodings.ts';
import { usage, type Values } from './arguments.ts';

/** What the command line says of how the files of a side are read. */
export interface Reading {
  readonly sheet?: string;
  readonly encoding?: string;
}

const FLAGS = ['sheet', 'encoding'] as const;
const OF_SIDE = /^(old|new|app)=(.*)$/s;
const WORKBOOK = /\.xls[xm]$/i;

/**
 * `--sheet` and `--encoding` of one side: `SIDE=NAME`, or what is said of all sides. A sheet that is said of all is one of
 * the workbooks, as their names tell.
 *
 * @throws PreflightError ERR_USAGE
 */
export function readingOfSide(values: Values, side: Side, files: readonly string[]): Reading {
  const sheet = saidOf(values, 'sheet', side);
  const encoding = saidOf(values, 'encoding', side);
  if (encoding !== undefined) encodingNamed(encoding.name);
  const hasSheet = sheet !== undefined && (sheet.isOfSide || files.some((file) => WORKBOOK.test(file)));
  return {
    ...(hasSheet ? { sheet: sheet.name } : {}),
    ...(encoding === undefined ? {} : { encoding: encoding.name }),
  };
}

/**
 * The same of files that have no side yet.
 *
 * @throws PreflightError ERR_USAGE
 */
export function readingOfAll(values: Values): Reading {
  const said = FLAGS.flatMap((flag) => {
    const [name, second] = values[flag] ?? [];
    if (second !== undefined) throw usage(`--${flag} is given twice.`);
    return name === undefined ? [] : [[flag, name] as const];
  });
  const reading: Reading = Object.fromEntries(said);
  if (reading.encoding !== undefined) encodingNamed(reading.encoding);
  return reading;
}

/**
 * Refuses what would be ignored in silence.
 *
 * @param files - those of each side that is given
 * @throws PreflightError ERR_USAGE
 */
export function refuseStrayReading(values: Values, files: { readonly [side in Side]?: readonly string[] }): void {
  for (const flag of FLAGS) {
    for (const entry of values[flag] ?? []) {
      const [, side] = OF_SIDE.exec(entry) ?? [];
      if (side !== undefined && files[side as Side] === undefined) {
        throw usage(`--${flag} ${entry} is about --${side} FILE, which is not given.`);
      }
      const isOfWorkbook =
        flag === 'encoding' ||
        Object.values(files)
          .flat()
          .some((file) => WORKBOOK.test(file));
      if (side === undefined && !isOfWorkbook) {
        throw usage(`No file is named .xlsx. Say which side has the sheet: --sheet new=${entry}.`);
      }
    }
  }
}

function saidOf(
  values: Values,
  flag: (typeof FLAGS)[number],
  side: Side,
): { readonly name: string; readonly isOfSide: boolean } | undefined {
  const entries = values[flag] ?? [];
  const own = entries.flatMap((entry) => {
    const [, of, name = ''] = OF_SIDE.exec(entry) ?? [];
    return of === side ? [name] : [];
  });
  const all = entries.filter((entry) => !OF_SIDE.test(entry));
  if (own.length > 1) throw usage(`--${flag} ${side}= is given twice.`);
  if (all.length > 1) throw usage(`--${flag} is given twice. Say which side each is of: --${flag} SIDE=NAME.`);
  const name = own[0] ?? all[0];
  if (name === undefined) return undefined;
  if (name === '') throw usage(`--${flag} names nothing.`);
  return { name, isOfSide: own.length > 0 };
}
