/** Servers leave nothing behind, whatever becomes of those who started them. */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startBetterAuth } from './better-auth.ts';
import { startServer } from './child-server.ts';
import { startPolis } from './polis.ts';

const NAMES = ['polis', 'better-auth'] as const;
const START = { polis: startPolis, 'better-auth': startBetterAuth };

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe.each(NAMES)('%s', (name) => {
  test('ends with the process that started it, even if that one is killed', async () => {
    const script = fileURLToPath(new URL(`./servers/${name}.mjs`, import.meta.url));
    const starter = `
      const { spawn } = require('node:child_process');
      const server = spawn(process.execPath, [${JSON.stringify(script)}], { stdio: ['pipe', 'pipe', 'inherit'] });
      server.stdout.once('data', () => console.log(server.pid));
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['-e', starter], { stdio: ['ignore', 'pipe', 'inherit'] });
    const line = await new Promise<string>((resolve) =>
      createInterface({ input: parent.stdout }).once('line', resolve),
    );
    const pid = Number(line);
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), { timeout: 10_000, interval: 50 });
  });

  test('writes no file while it is at work', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'e2e-'));
    onTestFinished(() => rm(directory, { recursive: true }));
    const server = await START[name]({ TMPDIR: directory, HOME: directory });
    const ann = { idp: 'new', subject: 'ann', email: 'ann@example.com', name: 'Ann Lee' } as const;
    await server.install('scim');
    const { account } = await server.provision(ann);
    expect(await server.signIn(ann)).toEqual({ account });
    await server.stop();
    expect(await readdir(directory)).toEqual([]);
  });

  test('listens on loopback only', async () => {
    const server = await startServer(name);
    const { port } = new URL(server.origin);
    expect((await fetch(`http://127.0.0.1:${port}/nothing`).catch(() => null))?.status).toBeGreaterThan(0);
    // Every other address of 127/8 is this machine as well, and nobody listens there.
    await expect(fetch(`http://127.0.0.2:${port}/nothing`)).rejects.toThrow();
    await server.stop();
    expect(isRunning(server.pid)).toBe(false);
  });
});

test('a server that reached for another machine would end', async () => {
  const guard = fileURLToPath(new URL('./servers/loopback-only.mjs', import.meta.url));
  const attempt = `await import(${JSON.stringify(guard)}); await fetch('http://192.0.2.1/').catch(() => {}); process.exit(0);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', attempt], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [status, said] = await Promise.all([
    new Promise((resolve) => child.once('exit', resolve)),
    new Promise((resolve) => createInterface({ input: child.stderr }).once('line', resolve)),
  ]);
  expect({ status, said }).toEqual({ status: 1, said: 'refused to connect to 192.0.2.1' });
});
