import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readTable } from '../../src/node/readers/read-table.ts';
import { ROOT } from '../architecture/sources.ts';
import { workbookParts } from '../support/workbook.ts';
import { zipOf } from '../support/zip.ts';
import { type Change, changed } from './mutations.ts';

const EXPORTS = join(ROOT, 'fixtures/exports');
/** Columns of a workbook that the helper of the tests can name. */
const LETTERS = 26;

/** An input to be: a fixture, what is changed in its text, how it is packed, and what is changed in the package. */
export interface Recipe {
  readonly file: number;
  readonly other: number;
  readonly inside: readonly Change[];
  /** How its text is packed; what is no CSV is not put into a workbook. */
  readonly packing: 'none' | 'gzip' | 'zip' | 'workbook';
  /** Of a workbook, the part that is changed inside. */
  readonly part: number;
  readonly outside: readonly Change[];
  readonly isInspected: boolean;
}

/** The bytes of an input. */
export interface Input {
  readonly bytes: Buffer;
  /** As many lines as it can have at most. */
  readonly mostLines: number;
  /** What is packed in it, where that is known to be text. */
  readonly text: Buffer | null;
}

/** A file of an export, or of a workbook or archive to be. */
export interface Fixture {
  readonly bytes: Buffer;
  /** The same as a workbook's parts; null of JSON and LDIF. */
  readonly parts: readonly { readonly name: string; readonly content: Buffer }[] | null;
}

/** Fixtures of LDIF are few, and those of JSON not many; here each format has its share. */
const SHARE: Readonly<Record<string, number>> = { ldif: 6, json: 2 };

/** Every fixture of an export, some of them several times. */
export async function fixtures(): Promise<readonly Fixture[]> {
  const names = readdirSync(EXPORTS, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?!md$)\w+$/.test(name),
  );
  const files = await Promise.all(
    names.sort().map(async (name): Promise<Fixture[]> => {
      const path = join(EXPORTS, name);
      const { format, header, rows } = await readTable(path);
      const lines = [header, ...rows].map((cells, index) => [index + 1, cells.slice(0, LETTERS)] as const);
      const parts = workbookParts([{ name: 'Users', rows: Object.fromEntries(lines) }]);
      const fixture = {
        bytes: readFileSync(path),
        parts: format === 'csv' ? parts.map((part) => ({ ...part, content: Buffer.from(part.content) })) : null,
      };
      return Array(SHARE[format] ?? 1).fill(fixture);
    }),
  );
  return files.flat();
}

/** Makes the input of a recipe. */
export function inputOf(recipe: Recipe, all: readonly Fixture[]): Input {
  const { bytes, parts } = all[recipe.file % all.length] as Fixture;
  const other = (all[recipe.other % all.length] as Fixture).bytes;
  const within = (text: Buffer) => recipe.inside.reduce((now, change) => changed(now, change, other), text);
  if (recipe.packing === 'workbook' && parts !== null) {
    // The rows are at the end of the parts; every other time it is these that are changed.
    const at = recipe.part % 2 === 0 ? parts.length - 1 : (recipe.part >> 1) % parts.length;
    const members = parts.map((part, index) => (index === at ? { ...part, content: within(part.content) } : part));
    return { bytes: around(zipOf(members)), mostLines: Number.POSITIVE_INFINITY, text: null };
  }
  const text = within(bytes);
  const isWhole = recipe.packing === 'none' || recipe.outside.length === 0;
  const mostLines = isWhole ? linesIn(text) : Number.POSITIVE_INFINITY;
  return { bytes: around(packed(text)), mostLines, text: isWhole ? text : null };

  function packed(plain: Buffer): Buffer {
    if (recipe.packing === 'gzip') return gzipSync(plain);
    return recipe.packing === 'zip' ? zipOf([{ name: 'users.csv', content: plain }]) : plain;
  }

  function around(whole: Buffer): Buffer {
    return recipe.packing === 'none'
      ? whole
      : recipe.outside.reduce((now, change) => changed(now, change, other), whole);
  }
}

/** As many lines as a text of these bytes can have in any encoding. */
function linesIn(bytes: Buffer): number {
  return bytes.toString('latin1').split(/\r\n|\n|\r/).length;
}
