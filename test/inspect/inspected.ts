import { Writable } from 'node:stream';
import { type InspectCommand, runInspect } from '../../src/cli/inspect-command.ts';
import { faultLine } from '../../src/cli/messages.ts';
import { run } from '../../src/cli/run.ts';
import type { PreflightError } from '../../src/errors.ts';
import type { InspectionReport } from '../../src/inspect/inspection.ts';

class Sink extends Writable {
  text = '';
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** Runs `inspect` inside this process, as the command line does. */
export async function runInspection(
  files: readonly string[],
  more: Partial<InspectCommand> = {},
): Promise<{ status: number; stdout: string; stderr: string }> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const command: InspectCommand = {
    files,
    reports: [{ format: 'text', file: null }],
    all: false,
    quiet: false,
    color: true,
    progress: true,
    ...more,
  };
  const line = { stdout, stderr, env: {}, now: () => new Date('2026-01-02T03:04:05.000Z') };
  const status = await runInspect(command, line).catch((fault: PreflightError) => {
    stderr.write(faultLine(fault));
    return 2;
  });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

export async function inspectionText(files: readonly string[], all = false): Promise<string> {
  return (await runInspection(files, { all })).stdout;
}

export async function inspectionReport(files: readonly string[]): Promise<InspectionReport> {
  const { stdout, stderr } = await runInspection(files, { reports: [{ format: 'json', file: null }] });
  if (stdout === '') throw new Error(`no report: ${stderr}`);
  return JSON.parse(stdout) as InspectionReport;
}

/** How a command line ends. */
export async function exitStatus(args: readonly string[]): Promise<{ status: number; stderr: string }> {
  const [stdout, stderr] = [new Sink(), new Sink()];
  const status = await run(args, { stdout, stderr, env: {}, now: () => new Date(0) });
  return { status, stderr: stderr.text };
}
