import { type Style, styleFor } from '../reporters/terminal.ts';
import { plural } from './defect.ts';
import type { CloserColumns, Inspection, InspectionFailure, NextCommand } from './inspection.ts';
import { clipped, harmless, labelled } from './layout.ts';
import { posixWord } from './posix-word.ts';
import { fileText } from './text-file.ts';
import { overlapText } from './text-overlap.ts';

const WIDTH = 100;
const LONGEST_COLUMN = 36;

/** How an inspection is written for people. */
export interface InspectionTextOptions {
  /** ANSI colours; default none. */
  readonly color?: boolean;
  /** Everything, not only the first few of each. */
  readonly all?: boolean;
}

/**
 * An inspection for people: each file, what they have in common, what only they can answer, and the command to type.
 * Empty where no file could be read. No value of anybody is told.
 */
export function inspectionText(inspection: Inspection, options: InspectionTextOptions = {}): string {
  const { files, failures, overlaps, next } = inspection;
  if (next === null) return '';
  const [style, all] = [styleFor(options.color === true), options.all === true];
  return [
    ...files.map((file) => fileText(file, all, style)),
    ...(failures.length === 0 ? [] : [failuresText(failures, style)]),
    ...overlaps.map((overlap) => overlapText(overlap, all, style)),
    nextText(next, style),
  ].join('\n');
}

function failuresText(failures: readonly InspectionFailure[], style: Style): string {
  const lines = failures.map(({ file, line, message }) =>
    labelled('', harmless(`${file}${line === null ? '' : `:${line}`}: ${message}`), 2, 2),
  );
  return `${style.bad('Could not be read')}\n${lines.join('')}`;
}

function nextText({ args, isComplete, questions, closer }: NextCommand, style: Style): string {
  const asked = questions.map(({ message }, index) => labelled(`${index + 1}.`, harmless(message), 2, 5)).join('');
  const title = isComplete ? 'Then type' : 'Then type, with the words in capitals filled in';
  const before = questions.length === 0 ? '' : `${style.bold('Answer first, which no export can')}\n${asked}\n`;
  return `${before}${style.bold(title)}\n${commandLines(args)}${closer === null ? '' : closerText(closer, style)}`;
}

/** Whoever sees what agrees best should not take it for what is sent. */
function closerText(
  { old, new: next, agreeing, agreeingByDefault, of, isOfPairs, args }: CloserColumns,
  style: Style,
): string {
  const [from, to] = [old, next].map((text) => `“${clipped(text, LONGEST_COLUMN)}”`);
  const what = isOfPairs ? `of the ${plural(of, 'pair')}` : `of ${plural(of, 'old address', 'old addresses')}`;
  const why =
    `${from} on the old side and ${to} on the new one agree for ${agreeing} ${what}, and the columns above for ${agreeingByDefault}. ` +
    'That does not say what is sent: the attribute mapping of each IdP does. If these are what they send, type:';
  return `\n${style.bold('Or, if other columns are sent')}\n${labelled('', why, 2, 2)}${commandLines(args)}`;
}

/** The command on as many lines as it needs; a shell joins them again. */
function commandLines(args: readonly string[]): string {
  const lines: string[] = [];
  let line = '  idp-preflight';
  args.forEach((word, index) => {
    const isFlag = word.startsWith('--');
    const written = posixWord(word);
    const value = isFlag ? posixWord(args[index + 1] ?? '') : '';
    const isNewSide = /^--(?:old|new|app)(?:=|$)/.test(word);
    if (isFlag && (isNewSide || line.length + written.length + value.length + 5 > WIDTH)) {
      lines.push(`${line} \\`);
      line = '   ';
    }
    line += ` ${written}`;
  });
  return `${[...lines, line].join('\n')}\n`;
}
