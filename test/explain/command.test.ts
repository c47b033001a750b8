import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { runExplain } from '../../src/cli/explain-command.ts';
import { explainText, listText } from '../../src/explain/text.ts';

class Sink extends Writable {
  text = '';
  readonly isTTY: boolean;
  constructor(isTTY = false) {
    super();
    this.isTTY = isTTY;
  }
  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

async function explain(topic?: string, { isTTY = false, env = {} as Record<string, string> } = {}) {
  const [stdout, stderr] = [new Sink(isTTY), new Sink(isTTY)];
  const status = await runExplain(topic, { stdout, stderr, env, now: () => new Date(0) });
  return { status, stdout: stdout.text, stderr: stderr.text };
}

it('lists everything without an argument', async () => {
  expect(await explain()).toEqual({ status: 0, stdout: listText(), stderr: '' });
});

it.each(['email-missing', 'loses-access', 'account-takeover'] as const)('explains %s', async (topic) => {
  expect(await explain(topic)).toEqual({ status: 0, stdout: explainText(topic), stderr: '' });
});

it('suggests what was meant', async () => {
  const { status, stdout, stderr } = await explain('email-mising');
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toMatch(
    /^idp-preflight: error: Unknown kind or outcome "email-mising"\. Did you mean email-missing\?/,
  );
});

it.each(['xyzzy', '', 'constructor', '__proto__'])('suggests nothing for %j', async (topic) => {
  const { status, stderr } = await explain(topic);
  expect(status).toBe(2);
  expect(stderr).toContain(`Unknown kind or outcome "${topic}". idp-preflight explain lists them all.`);
});

it('repeats nothing live', async () => {
  const { stderr } = await explain('\u001b[31mred');
  expect(stderr).not.toContain('\u001b');
  expect(stderr).toContain('⟨U+001B⟩');
});

it('is bold in a terminal, unless NO_COLOR is set', async () => {
  expect((await explain('tombstone', { isTTY: true })).stdout).toContain('\u001b[1m');
  expect((await explain('tombstone', { isTTY: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001b');
});
