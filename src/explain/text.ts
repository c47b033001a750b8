import { type Style, styleFor } from '../reporters/terminal.ts';
import type { Advice, Example, Explanation, Topic } from './explanation.ts';
import {
  FINDING_EXPLANATIONS,
  OUTCOME_EXPLANATIONS,
  type Sense,
  sensesOf,
  VERIFICATION_EXPLANATIONS,
} from './index.ts';
import { plain, wrap } from './wrap.ts';

const WIDTH = 96;
/** Where advice begins, behind the name of its place. */
const INDENT = 20;

/**
 * Explains a kind or an outcome for a terminal; no line is longer than 100 columns.
 *
 * @param style - how a terminal sets off headings; plain text where it is left out
 */
export function explainText(topic: Topic, style: Style = styleFor(false)): string {
  return sensesOf(topic)
    .map((sense) => senseText(topic, sense, style))
    .join('\n');
}

/** Lists what can be explained, a line each. */
export function listText(style: Style = styleFor(false)): string {
  return (
    `${style.bold('Findings')}\n${listLines(FINDING_EXPLANATIONS)}\n${style.bold('Outcomes')}\n${listLines(OUTCOME_EXPLANATIONS)}\n` +
    `${style.bold('Found by verify, after the switch')}\n${listLines(VERIFICATION_EXPLANATIONS)}\n` +
    'idp-preflight explain KIND tells more of one of them.\n'
  );
}

function listLines(explanations: Readonly<Record<string, Explanation>>): string {
  const width = Math.max(...Object.keys(explanations).map((name) => name.length));
  return Object.entries(explanations)
    .map(([name, { brief }]) => `  ${name.padEnd(width)}  ${plain(brief)}\n`)
    .join('');
}

function senseText(topic: Topic, { is, explanation }: Sense, style: Style): string {
  const { brief, meaning, arises, fix, example, seeAlso } = explanation;
  return [
    `${style.bold(topic)} ${style.dim(is === 'finding' ? '(a finding)' : '(an outcome)')}\n${paragraph(brief, 0)}`,
    paragraph(meaning.join(' '), 0),
    `${style.bold('How it arises')}\n${adviceLines(arises)}`,
    `${style.bold('How to fix it')}\n${adviceLines(fix)}`,
    ...(example === null ? [] : [`${style.bold('Example')}\n${exampleLines(example, style)}`]),
    `${style.bold('See also')}\n${paragraph(seeAlso.join(', '), 2)}`,
  ].join('\n');
}

function paragraph(text: string, indent: number): string {
  return wrap(text, WIDTH - indent)
    .map((line) => `${' '.repeat(indent)}${line}\n`)
    .join('');
}

/** The name of the place in the margin, once where several stand in a row. */
function adviceLines(list: readonly Advice[]): string {
  return list
    .map(({ where, how }, index) => {
      const margin = `  ${list[index - 1]?.where === where ? '' : where}`.padEnd(INDENT);
      return margin + paragraph(how, INDENT).slice(INDENT);
    })
    .join('');
}

function exampleLines({ shows, report, ...example }: Example, style: Style): string {
  return [
    paragraph(shows, 2),
    ...filesOf({ shows, report, ...example }).map(
      ({ name, lines }) => `  ${style.dim(name)}\n${lines.map((line) => `    ${line}\n`).join('')}`,
    ),
    ...(example.options === undefined ? [] : [`  ${style.dim('with')}\n${paragraph(example.options, 4)}`]),
    `  ${style.dim('The report says')}\n${report.map((line) => reportLines(line)).join('')}`,
  ].join('');
}

/** The files of an example, the rows that are not shown as a remark. */
export function filesOf({
  old,
  new: next,
  app,
  crosswalk,
  config,
  more,
  sheets,
}: Example): { name: string; lines: string[] }[] {
  const rest = (count: number | undefined) =>
    count === undefined ? [] : [`… and ${count} more people, the same on both sides`];
  return [
    { name: 'old.csv', lines: [...old, ...rest(more?.old)] },
    {
      name: sheets === undefined ? 'new.csv' : `new.xlsx, sheet ${sheets.new}`,
      lines: [...next, ...rest(more?.new)],
    },
    ...(sheets === undefined ? [] : [{ name: `new.xlsx, sheet ${sheets.further}`, lines: [...sheets.lines] }]),
    ...(app === undefined ? [] : [{ name: 'app.csv', lines: [...app] }]),
    ...(crosswalk === undefined ? [] : [{ name: 'crosswalk.csv', lines: [...crosswalk] }]),
    ...(config === undefined ? [] : [{ name: 'idp-preflight.yaml', lines: [...config] }]),
  ];
}

/** A line of the report, continued under its own indentation where it is long. */
function reportLines(line: string): string {
  if (line === '') return '    …\n';
  const indent = 4 + (line.length - line.trimStart().length);
  const [first = '', ...rest] = wrapKeeping(line.trimStart(), WIDTH - indent - 2);
  return [first, ...rest.map((part) => `  ${part}`)].map((part) => `${' '.repeat(indent)}${part}\n`).join('');
}

/** Breaks a line that is laid out in columns only where it is too long. */
function wrapKeeping(line: string, width: number): string[] {
  return [...line].length <= width ? [line] : wrap(line, width);
}
