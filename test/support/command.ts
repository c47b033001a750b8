import { Writable } from 'node:stream';
import { run } from '../../src/cli/run.ts';
import type { Report } from '../../src/model/report.ts';

/** What one command line printed, and how it ended. */
export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** When it is, if nobody says. */
export const STANDING_CLOCK = '2026-01-02T03:04:05.000Z';

/** Runs a command line inside this process, with a clock that stands still. */
export async function runCommand(args: readonly string[], time = STANDING_CLOCK): Promise<Ran> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const now = () => new Date(time);
  const status = await run(args, { stdout, stderr, env: {}, now });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

/** Runs `check` and reads its JSON report of everyone. */
export async function checkReport(args: readonly string[]): Promise<{ report: Report; status: number }> {
  const { status, stdout, stderr } = await runCommand(['check', ...args, '--report', 'json', '--all']);
  if (stdout === '') throw new Error(`no report: ${stderr}`);
  return { report: JSON.parse(stdout) as Report, status };
}
