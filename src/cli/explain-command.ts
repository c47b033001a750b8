import { EXIT_STATUS, PreflightError } from '../errors.ts';
import { isTopic } from '../explain/index.ts';
import { nearestTopics } from '../explain/nearest.ts';
import { explainText, listText } from '../explain/text.ts';
import { writeTo } from '../node/writers/standard-output.ts';
import { styleFor } from '../reporters/terminal.ts';
import type { CommandLine } from './command-line.ts';
import { faultLine } from './messages.ts';

/** Runs `explain`: explains one kind or outcome, or lists them all; an unknown one is a usage error. */
export async function runExplain(topic: string | undefined, { stdout, stderr, env }: CommandLine): Promise<number> {
  const style = styleFor(stdout.isTTY === true && !env.NO_COLOR);
  if (topic !== undefined && !isTopic(topic)) {
    stderr.write(faultLine(unknown(topic)));
    return EXIT_STATUS.unanswered;
  }
  await writeTo(stdout, once(topic === undefined ? listText(style) : explainText(topic, style)));
  return EXIT_STATUS.open;
}

function unknown(topic: string): PreflightError {
  const near = nearestTopics(topic);
  const meant = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`;
  return new PreflightError(
    'ERR_USAGE',
    `Unknown kind or outcome "${topic}".${meant} idp-preflight explain lists them all.`,
  );
}

async function* once(text: string): AsyncIterable<string> {
  yield text;
}
