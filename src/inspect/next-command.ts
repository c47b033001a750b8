import { ATTRIBUTES, type Side } from '../model/user.ts';
import { closerColumns } from './closer-columns.ts';
import { idMaps } from './id-maps.ts';
import type { NextCommand, Overlap, Question } from './inspection.ts';
import type { Inspected, InspectedSide } from './population.ts';
import { posixWord } from './posix-word.ts';
import { attributeQuestions, columnQuestions, fileQuestions, idQuestion } from './questions.ts';
import { namedColumn, sentColumn } from './sent-columns.ts';

/** Words of a command line, and whether none of them has to be filled in. */
interface Words {
  readonly words: readonly string[];
  readonly isComplete: boolean;
}

/** The `check` to type next, with the columns spelt out that are assumed, and what an export cannot tell. */
export function nextCommand(sides: readonly InspectedSide[], overlaps: readonly Overlap[]): NextCommand {
  const of = (side: Side) => sides.find((one) => one.side === side)?.files ?? [];
  const [old, next, app] = [of('old'), of('new'), of('app')];
  const ids = idMaps(old, next, overlaps[0]);
  const closer = closerColumns(old, next, overlaps[0]);
  const partsWith = (columns: { readonly old: string; readonly new: string } | null) => [
    idpWords('old', old, ids?.old ?? null, columns?.old),
    idpWords('new', next, ids?.new ?? null, columns?.new),
    ...(app.length === 0 ? [] : [appWords(app)]),
  ];
  const parts = partsWith(null);
  const command = commandOf(parts);
  const questions: Question[] = [
    ...fileQuestions(sides),
    ...attributeQuestions('old', old),
    ...attributeQuestions('new', next),
    ...columnQuestions('old', old),
    ...columnQuestions('new', next),
    ...columnQuestions('app', app),
    ...(ids === null ? [] : [idQuestion(ids)]),
  ];
  return {
    isComplete: parts.every(({ isComplete }) => isComplete),
    ...command,
    questions,
    closer: closer === null ? null : { ...closer, ...commandOf(partsWith(closer)) },
  };
}

function commandOf(parts: readonly Words[]): Pick<NextCommand, 'args' | 'line'> {
  const args = ['check', ...parts.flatMap(({ words }) => words)];
  return { args, line: ['idp-preflight', ...args].map(posixWord).join(' ') };
}

/** @param column - to be named in place of what is sent by default */
function idpWords(side: 'old' | 'new', files: readonly Inspected[], idMap: string | null, column?: string): Words {
  if (files.length === 0) return { words: [`--${side}`, 'FILE'], isComplete: false };
  const maps = ATTRIBUTES.map((attribute): Words => {
    const { text, isDefault, canBeNamed } =
      column === undefined ? sentColumn(files, attribute) : namedColumn(files, attribute, column);
    if (text !== null && canBeNamed) return { words: [`--${side}-map`, `${attribute}=${text}`], isComplete: true };
    // Of two columns of one name the right one is read as long as nobody names it.
    return isDefault
      ? { words: [], isComplete: true }
      : { words: [`--${side}-map`, `${attribute}=COLUMN`], isComplete: false };
  });
  return {
    words: [
      ...fileWords(side, files),
      ...maps.flatMap(({ words }) => words),
      ...(idMap === null ? [] : [`--${side}-map`, idMap]),
    ],
    isComplete: maps.every(({ isComplete }) => isComplete) && hasUsers(files),
  };
}

/** A list of members needs no map where its email was found by the header. */
function appWords(files: readonly Inspected[]): Words {
  const { text, isDefault, canBeNamed } = sentColumn(files, 'sso');
  const isMapped = !isDefault && text !== null && canBeNamed;
  const map = isMapped ? ['--app-map', `email=${text}`] : isDefault ? [] : ['--app-map', 'email=COLUMN'];
  return { words: [...fileWords('app', files), ...map], isComplete: (isMapped || isDefault) && hasUsers(files) };
}

function fileWords(side: Side, files: readonly Inspected[]): string[] {
  const named = files.flatMap(({ look: { table } }) => {
    const { file } = table;
    // A name that starts with a dash would be taken for a flag.
    return file.startsWith('-') && file !== '-' ? [`--${side}=${file}`] : [`--${side}`, file];
  });
  const said = (['sheet', 'encoding'] as const).flatMap((flag) => {
    const name = files.map(({ look }) => look.table.said?.[flag]).find((one) => one !== undefined);
    return name === undefined ? [] : [`--${flag}`, `${side}=${name}`];
  });
  return [...named, ...said];
}

function hasUsers(files: readonly Inspected[]): boolean {
  return files.some(({ look }) => look.rows.length > 0);
}
