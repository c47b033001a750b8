import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { tempFiles } from '../support/temp.ts';
import { workbookOf } from '../support/workbook.ts';

/** Rooms whose every function is made to throw, one at a time. */
const ROOMS = ['email', 'loaders', 'matcher', 'findings', 'gate', 'reporters', 'node'];
const TOP = ['reconcile.ts', 'summarize.ts', 'render.ts'];
const INJECTED = 'injected fault';

const OLD = 'email,employee id,external id,immutable id,name,status\nann@example.com,1,x1,,Ann Lee,active\n';
const NEW = ['mail,employee id,external id,immutable id,name,enabled', 'ann@example.com,01,x1,,Ann Lee,true'];

const modules = [
  ...TOP,
  ...ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${room}/${path}`),
  ),
];

/** One of each: a waiver of somebody, by pattern, of a file; used, unused, expired. */
const CONFIG = `mode: scim
severities: { round-count: info, mapping-assumed: info }
waivers:
  - { kind: mapping-assumed, file: old.csv, reason: known, owner: it, expires: 2026-02-28 }
  - { outcome: loses-access, person: ann@example.com, reason: left, owner: it, expires: 2026-02-28 }
  - { kind: tombstone, pattern: "*@example.org", reason: old, owner: it, expires: 2025-02-28 }
`;

/** One side packed, the other a workbook: neither gets past what reads text. */
const WORKBOOK = workbookOf([{ name: 'Users', rows: { 1: NEW[0]?.split(',') ?? [], 2: NEW[1]?.split(',') ?? [] } }]);

afterEach(() => {
  vi.doUnmock('../../src/x.ts');
  vi.resetModules();
});

type Exports = Record<string, unknown>;

/** A copy of a function, class or object that throws when it is used; `onUse` hears of it. */
function faulty(value: unknown, onUse: () => void): unknown {
  const fail = (): never => {
    onUse();
    throw new Error(INJECTED);
  };
  if (typeof value === 'function') return new Proxy(value, { apply: fail, construct: fail });
  const copy: Exports = { ...(value as Exports) };
  for (const [name, member] of Object.entries(copy)) if (typeof member === 'function') copy[name] = fail;
  return copy;
}

function canFail(value: unknown): boolean {
  if (typeof value === 'function') return true;
  const isPlain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
  return isPlain && Object.values(value).some((member) => typeof member === 'function');
}

async function runWith(
  path: string,
  name: string,
): Promise<{ status: number | 'not loaded'; used: boolean; stderr: string }> {
  let used = false;
  const target = join(ROOT, 'src', path);
  vi.resetModules();
  vi.doMock(target, async (original) => {
    const exports = await original<Exports>();
    return { ...exports, [name]: faulty(exports[name], () => (used = true)) };
  });
  try {
    const paths = tempFiles({ 'old.csv': gzipSync(OLD), 'new.xlsx': WORKBOOK, 'idp.yaml': CONFIG });
    const { runCommand } = await import('../support/command.ts').catch(() => ({ runCommand: undefined }));
    // What is used while modules load ends the process before there is a command line.
    if (runCommand === undefined) return { status: 'not loaded', used, stderr: '' };
    const report = join(paths['old.csv'], '..', 'report.json');
    const args = [
      '--old',
      paths['old.csv'],
      '--new',
      paths['new.xlsx'],
      '--config',
      paths['idp.yaml'],
      '--report',
      `json=${report}`,
      '--report',
      'text',
    ];
    const { status, stderr } = await runCommand(['check', ...args]);
    return { status, used, stderr };
  } finally {
    vi.doUnmock(target);
  }
}

describe('a fault in any function ends in 2', () => {
  it('and without one the gate is open', async () => {
    const { status, used, stderr } = await runWith('gate/evaluate.ts', 'nothing of that name');
    expect({ status, used }).toEqual({ status: 0, used: false });
    expect(stderr).toContain('gate open');
  });

  const counts = { used: 0, exports: 0 };
  it.each(modules)('%s', async (path) => {
    const exports = await import(join(ROOT, 'src', path));
    for (const [name, value] of Object.entries(exports as Exports)) {
      if (!canFail(value)) continue;
      counts.exports += 1;
      const { status, used, stderr } = await runWith(path, name);
      if (!used) {
        expect(status, `${path} ${name} is not used`).toBe(0);
        continue;
      }
      counts.used += 1;
      if (status === 'not loaded') continue;
      expect(status, `${path} ${name}`).toBe(2);
      expect(stderr).toMatch(/^idp-preflight: error: .+\n$/);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  });

  it('in most of them, since nearly all are used', () => {
    expect(counts.exports).toBeGreaterThan(100);
    expect(counts.used / counts.exports).toBeGreaterThan(0.6);
  });
});
