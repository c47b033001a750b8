import { dirname, isAbsolute, relative } from 'node:path';
import type { LoadedInput, PlausibleColumn } from '../../model/input.ts';
import type { Mode } from '../../model/reconciliation.ts';
import { ATTRIBUTES, type Side } from '../../model/user.ts';

/** A column that the user named, or one that is taken for an email. */
export interface DraftColumn {
  /** What it is mapped to, such as `sso`. */
  readonly key: string;
  /** Its header text; several where the files of a side differ. */
  readonly columns: readonly string[];
  /** Whether the user named it. */
  readonly isNamed: boolean;
  /** What could be sent in its place, over all files; most differing first. */
  readonly rivals: readonly Pick<PlausibleColumn, 'column' | 'differing'>[];
}

/** What a config says of one list. */
export interface DraftSide {
  readonly side: Side;
  /** Paths from the folder of the config. */
  readonly files: readonly string[];
  readonly profiles: readonly string[];
  readonly columns: readonly DraftColumn[];
  /** A column for the example of a scope rule; null where none can stand in one. */
  readonly example: string | null;
}

/**
 * What a config says of one list.
 *
 * @param map - what the user said of its columns
 * @param config - the path of the config, from which those of the files start
 */
export function draftSide(
  side: Side,
  inputs: readonly LoadedInput[],
  map: Readonly<Record<string, string | undefined>>,
  mode: Mode,
  config: string,
): DraftSide {
  const isScimSent = side === 'old' || (side === 'new' && mode === 'scim');
  const columns = ATTRIBUTES.filter((attribute) => attribute === 'sso' || isScimSent).map((attribute): DraftColumn => {
    const key = side === 'app' ? 'email' : attribute;
    const said = map[key];
    const rivals = new Map<string, number>();
    for (const { observations } of inputs) {
      for (const { plausible } of observations.assumptions.filter((one) => one.attribute === attribute)) {
        for (const { column, differing } of plausible) rivals.set(column, (rivals.get(column) ?? 0) + differing);
      }
    }
    const found = new Set(inputs.flatMap(({ mapping }) => mapping[attribute] ?? []));
    return {
      key,
      columns: said === undefined ? [...found] : [said],
      isNamed: said !== undefined,
      rivals: [...rivals]
        .map(([column, differing]) => ({ column, differing }))
        .filter(({ differing }) => differing > 0)
        .sort((a, b) => b.differing - a.differing),
    };
  });
  const others = Object.entries(map).flatMap(([key, said]): DraftColumn[] =>
    said === undefined || columns.some((column) => column.key === key)
      ? []
      : [{ key, columns: [said], isNamed: true, rivals: [] }],
  );
  const example = inputs[0]?.mapping.sso ?? null;
  return {
    side,
    files: inputs.map(({ file }) => pathFrom(config, file)),
    profiles: [...new Set(inputs.map(({ profile }) => profile))],
    columns: [...columns, ...others],
    example: side === 'app' || example === null || example.includes('=') ? null : example,
  };
}

/** A path as a config names it; what would be standard input there is written as a file. */
function pathFrom(config: string, file: string): string {
  if (isAbsolute(file)) return file;
  const path = relative(dirname(config), file);
  return path === '-' ? './-' : path;
}
