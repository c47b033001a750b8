/** One of the servers, as a process of its own that cannot outlive this one. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface ChildServer {
  origin: string;
  pid: number;
  stop: () => Promise<void>;
}

export async function startServer(name: 'polis' | 'better-auth', env: NodeJS.ProcessEnv = {}): Promise<ChildServer> {
  const script = fileURLToPath(new URL(`./servers/${name}.mjs`, import.meta.url));
  // Its standard input is a pipe of ours: when we are gone, however we went, it ends, and so does the server.
  const child = spawn(process.execPath, [script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const origin = await Promise.race([
    new Promise<string>((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
    ended.then((): never => {
      throw new Error(`the server ${name} ended before it listened`);
    }),
  ]);
  const stop = async (): Promise<void> => {
    child.stdin.end();
    await ended;
  };
  return { origin, pid: child.pid ?? 0, stop };
}
