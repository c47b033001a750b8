import { type Ran, runCommand } from '../support/command.ts';
import { changeFiles } from '../support/page-files.ts';
import { shellWords } from '../support/shell-words.ts';
import { commandBlock, partsOf } from '../support/transcript.ts';
import { masked } from './masked.ts';

/** One command of the page, run. */
export interface Step extends Ran {
  readonly command: string;
  /** When it was run. */
  readonly at: string;
}

/** The page as it reads when every command on it has been run. */
export interface Replay {
  readonly page: string;
  readonly steps: readonly Step[];
}

const CLOCK = /<!-- it is (?<time>\S+) -->/g;

/**
 * Does what the page says, in the current directory, at the times that it says: changes its files, runs its commands, and
 * puts what they print under them.
 *
 * @throws Error where a command comes before any time, or time goes back
 */
export async function replay(page: string): Promise<Replay> {
  const steps: Step[] = [];
  let time = '';
  let told = '';
  for (const part of partsOf(page)) {
    if (part.is === 'prose') {
      time = [...part.text.matchAll(CLOCK)].reduce((before, { groups }) => later(before, groups?.time ?? ''), time);
      told += part.text;
    } else if (part.is === 'command') {
      const ran = await runCommand(shellWords(part.command), later('', time));
      told += commandBlock(part.command, masked(excerptOf(ran, part.command)), ran.status);
      steps.push({ ...ran, command: part.command, at: time });
    } else {
      changeFiles(part);
      told += part.source;
    }
  }
  return { page: told, steps };
}

function later(before: string, time: string): string {
  if (Number.isNaN(Date.parse(time)) || time < before) throw new Error(`it cannot be "${time}" after "${before}"`);
  return time;
}

/** What fits on a screen: of a check the head of each app, of an inspection what it makes of the two files together. */
function excerptOf({ stdout, stderr }: Ran, command: string): string {
  return (shownOf(stdout, command) + stderr).trimEnd();
}

function shownOf(stdout: string, command: string): string {
  if (command.startsWith('inspect')) return `…\n${stdout.slice(stdout.search(/^.* → .*$/m))}`;
  // What follows the head of an app, up to the next one.
  return stdout.replace(/^What was (?:compared|verified)[\s\S]*?(?=^== |(?![\s\S]))/gm, '…\n');
}
