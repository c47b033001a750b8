import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { type Ran, runCommand } from '../support/command.ts';
import { changeFiles } from '../support/page-files.ts';
import { shellWords } from '../support/shell-words.ts';
import { commandBlock, partsOf, withMade } from '../support/transcript.ts';
import { PROBLEM_LIST } from './problems.ts';

/** One command of the page, run. */
export interface Step extends Ran {
  /** The heading that it stands under. */
  readonly heading: string;
  readonly args: readonly string[];
  /** The config as it was written by then; empty before there is one. */
  readonly config: string;
}

/** The page as it reads when every command on it has been run. */
export interface Replay {
  readonly page: string;
  readonly steps: readonly Step[];
}

const CONFIG = 'idp-preflight.yaml';
const CROSSWALK = 'crosswalk.csv';

/**
 * Does what the page says, in the current directory: writes its files, runs its commands, and puts what they print under
 * them.
 *
 * @param filledIn - the crosswalk as a human has filled it in, which is there as soon as a template was written
 */
export async function replay(page: string, filledIn: string): Promise<Replay> {
  const steps: Step[] = [];
  let heading = '';
  let told = '';
  for (const part of partsOf(page)) {
    if (part.is === 'prose') heading = /^## .*$/gm.exec(part.text)?.at(-1)?.slice(3) ?? heading;
    if (part.is === 'prose') told += part.text;
    else if (part.is !== 'command') {
      changeFiles(part);
      told += part.source;
    }
    if (part.is !== 'command') continue;
    const args = shellWords(part.command);
    const ran = await runCommand(args);
    if (args.includes('--crosswalk-template')) copyFileSync(filledIn, CROSSWALK);
    told += commandBlock(part.command, excerptOf(ran, args), ran.status);
    steps.push({ ...ran, heading, args, config: existsSync(CONFIG) ? readFileSync(CONFIG, 'utf8') : '' });
  }
  return { page: withMade(withMade(told, 'numbers', numbersOf(steps)), 'problems', problemTable()), steps };
}

/** What fits on one screen: of a check the head, of an inspection what it makes of the two files together. */
function excerptOf({ stdout, stderr }: Ran, [command]: readonly string[]): string {
  const [head = '', more] = command === 'inspect' ? ['', fromPair(stdout)] : stdout.split('\nWhat was compared');
  const shown = command === 'inspect' ? `…\n${more}` : more === undefined ? head : `${head}…\n`;
  return (shown + stderr).trimEnd();
}

function fromPair(stdout: string): string {
  return stdout.slice(stdout.search(/^.* → .*$/m));
}

/** How the numbers went down. */
function numbersOf(steps: readonly Step[]): string {
  const rows = steps.flatMap(({ heading, stdout, stderr, status }) => {
    const [, errors, waived] = /\((\d+) errors?(?:, (\d+) of them waived)?/.exec(stderr) ?? [];
    const [, keep, owners] = /(\d+) of (\d+) people with an account/.exec(stdout) ?? [];
    return errors === undefined || keep === undefined
      ? []
      : [
          `| ${heading} | ${errors}${waived === undefined ? '' : `, ${waived === errors ? 'all' : waived} waived`} | ${keep} of ${owners} | ${status === 0 ? 'open' : 'closed'} |\n`,
        ];
  });
  return `| after | errors | owners of an account who keep it | gate |\n|---|---|---|---|\n${rows.join('')}`;
}

function problemTable(): string {
  const rows = PROBLEM_LIST.map(({ story, people, remedy }) => `| ${story} | ${people} | ${remedy} |\n`);
  return `| what was the matter | people | in Entra |\n|---|---|---|\n${rows.join('')}`;
}
