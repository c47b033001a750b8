import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { generateKeys } from '../../src/node/gate/keys.ts';
import { ROOT } from '../architecture/sources.ts';
import { tempFiles } from '../support/temp.ts';
import { workbookOf } from '../support/workbook.ts';

/** Rooms whose every function is made to throw, one at a time. */
const ROOMS = ['email', 'loaders', 'matcher', 'findings', 'gate', 'reporters', 'node'];
/** What `verify` alone uses. */
const OF_VERIFY = [
  'node/verify.ts',
  'node/verify-options.ts',
  'node/render-verification.ts',
  'node/readers/json-document.ts',
  'node/writers/verification-csv.ts',
];
const TOP = ['reconcile.ts', 'summarize.ts', 'render.ts'];
const INJECTED = 'injected fault';

const OLD = 'email,employee id,external id,immutable id,name,status\nann@example.com,1,x1,,Ann Lee,active\n';
const NEW = ['mail,employee id,external id,immutable id,name,enabled', 'ann@example.com,01,x1,,Ann Lee,true'];

const modulesOf = (...rooms: readonly string[]) =>
  rooms.flatMap((room) =>
    readdirSync(join(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => `${room}/${path}`),
  );
const modules = [...TOP, ...modulesOf(...ROOMS).filter((path) => !OF_VERIFY.includes(path))];

/** One of each: a waiver of somebody, by pattern, of a file; used, unused, expired. */
const CONFIG = `mode: scim
old: { map: { sso: email, scim: email } }
new: { map: { sso: mail, scim: mail } }
severities: { round-count: info, mapping-assumed: info }
waivers:
  - { kind: mapping-assumed, file: old.csv, reason: known, owner: it, expires: 2026-02-28 }
  - { outcome: loses-access, person: ann@example.com, reason: left, owner: it, expires: 2026-02-28 }
  - { kind: tombstone, pattern: "*@example.org", reason: old, owner: it, expires: 2025-02-28 }
`;

const KEYS = generateKeys();
/** One side packed, the other a workbook: neither gets past what reads text. */
const WORKBOOK = workbookOf([{ name: 'Users', rows: { 1: NEW[0]?.split(',') ?? [], 2: NEW[1]?.split(',') ?? [] } }]);
const EXPORTS = { 'old.csv': gzipSync(OLD), 'new.csv': WORKBOOK };

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

interface Outcome {
  readonly status: number | 'not loaded';
  readonly used: boolean;
  readonly stderr: string;
}

type RunCommand = (args: readonly string[], time?: string) => Promise<{ status: number; stderr: string }>;

/** A command line that is all right without a fault, in a folder of its own. */
type Scene = (run: RunCommand) => Promise<{ status: number; stderr: string }>;

const check: Scene = (run) => {
  const paths = tempFiles({ ...EXPORTS, 'idp.yaml': CONFIG, 'key.pem': KEYS.privateKey });
  const beside = (name: string) => join(dirname(paths['old.csv']), name);
  return run([
    'check',
    ...['--old', paths['old.csv'], '--new', paths['new.csv'], '--config', paths['idp.yaml']],
    ...['json', 'csv', 'notify'].flatMap((format) => ['--report', `${format}=${beside(`report.${format}`)}`]),
    ...['--report', 'text'],
    ...['--certificate', beside('certificate.json'), '--sign-key', paths['key.pem']],
  ]);
};

/** A migration whose next step cannot be taken back. */
const prepared = async () => {
  const { runCommand } = await import('../support/command.ts');
  const paths = tempFiles({
    ...EXPORTS,
    'idp.yaml': CONFIG,
    'key.pem': KEYS.privateKey,
    'pub.pem': KEYS.publicKey,
  });
  const folder = dirname(paths['old.csv']);
  const [certificate, journal] = [join(folder, 'certificate.json'), join(folder, 'journal.jsonl')];
  const at = ['--journal', journal];
  await runCommand([
    'check',
    '--old',
    paths['old.csv'],
    '--new',
    paths['new.csv'],
    '--config',
    paths['idp.yaml'],
    '--certificate',
    certificate,
    '--sign-key',
    paths['key.pem'],
    '--all',
    '--report',
    `json=${join(folder, 'before.json')}`,
  ]);
  await runCommand([
    'runbook',
    'start',
    '--certificate',
    certificate,
    '--organization',
    'Claude',
    '--key',
    paths['pub.pem'],
    ...at,
  ]);
  await runCommand(['runbook', 'done', '1', ...at]);
  await runCommand(['runbook', 'done', '2', '--override-wait', 'a test', ...at]);
  const names = ['old.csv', 'new.csv', 'idp.yaml', 'certificate.json', 'journal.jsonl', 'pub.pem', 'before.json'];
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
};
let folder: Awaited<ReturnType<typeof prepared>>;
const inFolder =
  (args: (path: (name: string) => string) => readonly string[]): Scene =>
  (run) => {
    const paths = tempFiles(folder);
    return run(args((name) => paths[name] ?? ''));
  };
/** What is behind the gate; a fault in it must not let anybody through. */
const BEHIND: readonly Scene[] = [
  inFolder((path) => ['gate', 'verify', path('certificate.json'), '--key', path('pub.pem')]),
  inFolder((path) => ['runbook', 'done', '3', '--journal', path('journal.jsonl')]),
  inFolder((path) => ['runbook', 'next', '--journal', path('journal.jsonl')]),
  inFolder((path) => [
    'runbook',
    'renew',
    '--certificate',
    path('certificate.json'),
    '--journal',
    path('journal.jsonl'),
  ]),
  inFolder((path) => ['runbook', 'export', '--journal', path('journal.jsonl')]),
  inFolder((path) => [
    'runbook',
    'start',
    '--certificate',
    path('certificate.json'),
    '--organization',
    'x',
    '--journal',
    `${path('journal.jsonl')}.2`,
  ]),
];

/** The old export is the member list, the new one what arrived. */
const verify = inFolder((path) => [
  ...['verify', '--baseline', path('before.json'), '--app', path('old.csv'), '--scim', path('new.csv')],
  ...['--app-map', 'email=email', '--scim-map', 'scim=mail', '--all', '--report', 'text'],
  ...['json', 'csv', 'ndjson'].flatMap((format) => ['--report', `${format}=${path('old.csv')}.report.${format}`]),
]);

async function runWith(path: string, name: string, scene: Scene = check): Promise<Outcome> {
  let used = false;
  const target = join(ROOT, 'src', path);
  vi.resetModules();
  vi.doMock(target, async (original) => {
    const exports = await original<Exports>();
    return { ...exports, [name]: faulty(exports[name], () => (used = true)) };
  });
  try {
    const { runCommand } = await import('../support/command.ts').catch(() => ({ runCommand: undefined }));
    // What is used while modules load ends the process before there is a command line.
    if (runCommand === undefined) return { status: 'not loaded', used, stderr: '' };
    const { status, stderr } = await scene(runCommand);
    return { status, used, stderr };
  } finally {
    vi.doUnmock(target);
  }
}

describe('a fault in any function ends in 2', () => {
  it('and without one the gate is open, and the runbook goes on', async () => {
    folder = await prepared();
    for (const scene of [check, verify, ...BEHIND]) {
      const { status, used, stderr } = await runWith('gate/evaluate.ts', 'nothing of that name', scene);
      expect({ status, used, stderr: stderr.includes('error:') }).toEqual({ status: 0, used: false, stderr: false });
    }
  });

  const counts = { used: 0, exports: 0 };
  it.each(modules)('%s', async (path) => {
    const isBehind = /^gate\/(?:certificate|runbook|canonical|cryptography|time)|^node\/gate/.test(path);
    await failEach(path, isBehind ? [check, ...BEHIND] : [check], counts);
  });

  it('in most of them, since nearly all are used', () => {
    expect(counts.exports).toBeGreaterThan(100);
    expect(counts.used / counts.exports).toBeGreaterThan(0.6);
  });
});

describe('a fault in any function of verify ends in 2', () => {
  const counts = { used: 0, exports: 0 };
  it.each([...modulesOf('verify'), ...OF_VERIFY])('%s', async (path) => {
    await failEach(path, [verify], counts);
  });

  it('in most of them, since nearly all are used', () => {
    expect(counts.exports).toBeGreaterThan(30);
    expect(counts.used / counts.exports).toBeGreaterThan(0.6);
  });
});

/** Runs command lines once for every function of a module, with that function at fault. */
async function failEach(
  path: string,
  scenes: readonly Scene[],
  counts: { used: number; exports: number },
): Promise<void> {
  const exports = await import(join(ROOT, 'src', path));
  for (const [name, value] of Object.entries(exports as Exports)) {
    if (!canFail(value)) continue;
    counts.exports += 1;
    const outcomes: Outcome[] = [];
    for (const scene of scenes) outcomes.push(await runWith(path, name, scene));
    if (outcomes.some(({ used }) => used)) counts.used += 1;
    for (const { status, used, stderr } of outcomes) {
      if (!used) expect(status, `${path} ${name} is not used`).toBe(0);
      if (!used || status === 'not loaded') continue;
      expect(status, `${path} ${name}`).toBe(2);
      expect(stderr).toMatch(/^idp-preflight: error: .+\n$/);
      expect(stderr).not.toMatch(/^\s+at /m);
    }
  }
}
