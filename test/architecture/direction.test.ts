import { describe, expect, it } from 'vitest';
import { isCore, roomOf, sources } from './sources.ts';

/** Which rooms each room may import from, besides itself and `errors.ts`. */
const MAY_USE: Readonly<Record<string, readonly string[]>> = {
  'errors.ts': [],
  'version.ts': [],
  'nearest.ts': [],
  model: [],
  'sent-attributes.ts': ['model'],
  'assumed-mappings.ts': ['model', 'sent-attributes.ts'],
  email: ['model', 'nearest.ts'],
  loaders: ['model', 'email', 'nearest.ts'],
  matcher: ['model', 'email', 'nearest.ts'],
  findings: ['model', 'email', 'matcher', 'nearest.ts'],
  explain: ['model', 'findings', 'verify', 'reporters', 'nearest.ts'],
  'summarize.ts': ['model', 'matcher', 'findings'],
  'reconcile.ts': ['model', 'email', 'loaders', 'matcher', 'findings', 'nearest.ts', 'summarize.ts'],
  'reconcile-applications.ts': ['model', 'matcher', 'reconcile.ts'],
  reporters: ['model', 'email', 'nearest.ts', 'sent-attributes.ts', 'version.ts'],
  gate: ['model', 'email', 'nearest.ts', 'assumed-mappings.ts', 'version.ts'],
  crosswalk: ['model', 'email', 'matcher', 'findings', 'reporters'],
  inspect: ['model', 'email', 'loaders', 'matcher', 'reporters', 'version.ts'],
  verify: ['model', 'email', 'loaders', 'matcher', 'findings', 'reporters', 'nearest.ts', 'version.ts'],
  'render.ts': ['model', 'reporters', 'gate'],
  'index.ts': [
    'model',
    'email',
    'loaders',
    'matcher',
    'findings',
    'reporters',
    'gate',
    'assumed-mappings.ts',
    'reconcile.ts',
    'render.ts',
    'verify',
  ],
  node: [
    'model',
    'email',
    'loaders',
    'matcher',
    'findings',
    'reporters',
    'gate',
    'nearest.ts',
    'reconcile.ts',
    'reconcile-applications.ts',
    'render.ts',
    'inspect',
    'crosswalk',
    'verify',
  ],
  'node.ts': ['index.ts', 'loaders', 'model', 'node'],
  cli: [
    'model',
    'email',
    'loaders',
    'matcher',
    'crosswalk',
    'nearest.ts',
    'reporters',
    'gate',
    'node',
    'version.ts',
    'inspect',
    'explain',
  ],
};

const files = sources();

describe('the direction of the house', () => {
  it.each(files.map(({ path, imports }) => ({ path, imports })))('$path', ({ path, imports }) => {
    const room = roomOf(path);
    const allowed = MAY_USE[room];
    expect(allowed, `${room} is a room nobody planned`).toBeDefined();
    const ours = imports.filter((target) => target.endsWith('.ts')).map(roomOf);
    for (const target of ours) expect(['errors.ts', room, ...(allowed ?? [])]).toContain(target);
  });

  it('has no cycles', () => {
    const graph = new Map(files.map(({ path, imports }) => [path, imports.filter((target) => target.endsWith('.ts'))]));
    const done = new Set<string>();
    const visit = (path: string, trail: readonly string[]): void => {
      expect(trail, `cycle: ${[...trail, path].join(' -> ')}`).not.toContain(path);
      if (done.has(path)) return;
      for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
  });

  it('sees what it imports', () => {
    expect(files.length).toBeGreaterThan(80);
    expect(files.find(({ path }) => path === 'reconcile.ts')?.imports).toContain('matcher/correlate.ts');
  });
});

describe('the core', () => {
  const core = files.filter(({ path }) => isCore(path));

  it.each(core.map(({ path, imports }) => ({ path, imports })))('$path imports nothing of Node', ({ imports }) => {
    const foreign = imports.filter((target) => !target.endsWith('.ts'));
    expect(foreign.filter((target) => target !== 'zod/mini' && target !== 'canonicalize')).toEqual([]);
  });

  it.each(core.map(({ path, text }) => ({ path, text })))('$path knows no clock, chance or process', ({ text }) => {
    const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(code).not.toMatch(/\b(?:Buffer|process|globalThis|require|setTimeout|performance)\b[.([]/);
    // A time that was given may be written down; only without one does `Date` ask the clock.
    expect(code).not.toMatch(/\bnew Date\(\)|\bnew Date\b(?!\()|\bDate\(\)|\bDate\.now\b|\bMath\.random\b|\bcrypto\b/);
  });
});

describe('the command line', () => {
  it('is the only place that sets the exit status', () => {
    for (const { path, text } of files) {
      if (path !== 'cli/main.ts') expect(text, path).not.toMatch(/process\.exit/);
    }
  });
});

describe('doors and registries', () => {
  const indexes = files.filter(
    ({ path }) => /(?:^|\/)index\.ts$/.test(path) || path === 'node.ts' || path === 'cli/main.ts',
  );

  it.each(indexes.map(({ path, text }) => ({ path, text })))(
    '$path says what it does, may use and may not',
    ({ text }) => {
      const [what = '', may = '', mayNot = ''] = text.split('\n');
      expect(what).toMatch(/^\/\/ .+\.$/);
      expect(may).toMatch(/^\/\/ May use: .+\.$/);
      expect(mayNot).toMatch(/^\/\/ May not: .+\.$/);
    },
  );

  it('are the only files that re-export', () => {
    for (const { path, text } of files) {
      if (path !== 'index.ts' && path !== 'node.ts') expect(text, path).not.toMatch(/^export .* from /m);
    }
  });
});
