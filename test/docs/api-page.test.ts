import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { SERVICE_PROVIDER_IDS } from '../../src/matcher/service-providers/index.ts';
import { ROOT } from '../architecture/sources.ts';
import { bundle } from '../support/bundle.ts';
import { problemsOf } from '../support/diagnostics.ts';
import { compilerOptions, openDoors } from '../support/doors.ts';
import { tempDirectory } from '../support/temp.ts';
import type { Entry } from './api/entries.ts';
import { gapsOf } from './api/gaps.ts';
import { anchor, exampleCode, renderPage } from './api/page.ts';
import { readSurface } from './api/surface.ts';

const doors = openDoors();
const surface = readSurface(doors);
const everything = [...surface.core, ...surface.node, ...surface.shapes];

describe('docs/api.md (npm run docs writes it)', () => {
  const page = renderPage(surface);

  it('is what the code says', async () => {
    await expect(page).toMatchFileSnapshot(join(ROOT, 'docs/api.md'));
  });

  it('has a heading for everything that the doors export, and for nothing twice', () => {
    const headings = [...page.matchAll(/^#### (.+)$/gm)].map(([, name]) => name);
    const exported = Object.values(doors.exported).flatMap((names) => names.map(({ name }) => name));
    expect(headings).toEqual(expect.arrayContaining(exported));
    expect(new Set(headings).size).toBe(headings.length);
  });

  it('links to headings and files that there are', () => {
    const anchors = new Set([...page.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchor(heading)));
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    expect(links.filter((target) => target.startsWith('#') && !anchors.has(target))).toEqual([]);
    for (const target of links) {
      if (!/^(?:#|https:)/.test(target)) expect(ts.sys.fileExists(join(ROOT, 'docs', target)), target).toBe(true);
    }
  });

  it('names no place on a machine and no line of the source', () => {
    expect(page).not.toContain(ROOT);
    expect(page).not.toMatch(/\.ts:\d|file:\/\/|node_modules/);
  });
});

describe('the docstrings', () => {
  const gaps = (entries: readonly Entry[]) => gapsOf({ core: entries, node: [], shapes: [] }, doors.checker);
  const named = <Kind extends Entry['kind']>(kind: Kind, name: string) => {
    const found = everything.find((entry) => entry.kind === kind && entry.name === name);
    if (found === undefined) throw new Error(`no ${kind} ${name}`);
    return found as Extract<Entry, { kind: Kind }>;
  };
  const reconcile = named('function', 'reconcile');
  const codes = named('type', 'ErrorCode');

  it('leave nothing public unsaid', () => {
    expect(gapsOf(surface, doors.checker)).toEqual([]);
  });

  it('are missed where a function has none, or says nothing of a parameter, its result or its errors', () => {
    const docs = { ...reconcile.docs, text: '', returns: '', throws: [] };
    const parameters = reconcile.parameters.map((part) => ({ ...part, text: '' }));
    expect(gaps([codes, { ...reconcile, docs, parameters }])).toEqual([
      'reconcile has no docstring',
      'reconcile does not say what its parameter input is',
      'reconcile does not say what its parameter options is',
      'reconcile does not say what it returns',
      'reconcile does not say what it throws',
    ]);
  });

  it('are missed where an error has no code, or one that there is not', () => {
    const throws = ['an Error', 'PreflightError ERR_NONSENSE where nothing makes sense'];
    expect(gaps([codes, { ...reconcile, docs: { ...reconcile.docs, throws } }])).toEqual([
      'reconcile throws “an Error”, without a class and a code',
      'reconcile throws an unknown ERR_NONSENSE',
    ]);
  });

  it('are missed where they speak of a parameter that was renamed', () => {
    const docs = { ...reconcile.docs, params: new Map([...reconcile.docs.params, ['before', 'the old users']]) };
    expect(gaps([codes, { ...reconcile, docs }])).toEqual(['reconcile speaks of a parameter before that it has not']);
  });

  it('are missed at a field, a word of a type, and what makes an error', () => {
    const error = named('class', 'GateClosedError');
    if (error.construction === null) throw new Error('nothing makes a GateClosedError');
    const docs = { ...error.construction.docs, text: '' };
    const unsaid = <T extends { readonly text: string }>(parts: readonly T[]) =>
      parts.map((part) => ({ ...part, text: '' }));
    const correlation = named('type', 'Correlation');
    const mode = named('type', 'Mode');
    expect(
      gaps([
        { ...error, construction: { docs, parameters: [] }, fields: unsaid(error.fields.slice(-1)) },
        { ...correlation, fields: unsaid(correlation.fields) },
        { ...mode, values: unsaid(mode.values ?? []).slice(1) },
      ]),
    ).toEqual([
      'GateClosedError does not say what making one is for',
      'GateClosedError speaks of a parameter reasons that it has not',
      'GateClosedError does not say what its field reasons is',
      'Correlation does not say what its field tier is',
      'Correlation does not say what its field evidence is',
      "Mode does not say what 'jit' means",
      "Mode does not say what 'manual' means",
    ]);
  });

  it('list the words of a type as the source does, worst outcome first', () => {
    expect(named('type', 'Outcome').values?.map(({ word }) => word)).toEqual([
      'unverified',
      'account-takeover',
      'keeps-account',
      'duplicate-account',
      'sign-in-blocked',
      'loses-access',
      'new-account',
      'not-provisioned',
    ]);
    expect(named('type', 'TierId').values?.[0]?.word).toBe('crosswalk');
    expect(named('type', 'ComparePolicy').values?.[0]?.word).toBe('exact');
    expect(named('type', 'ServiceProviderId').values?.map(({ word }) => word)).toEqual([...SERVICE_PROVIDER_IDS]);
  });
});

describe('the examples in docstrings', () => {
  const examples = everything.flatMap(({ name, docs }) =>
    docs.examples.map((text) => ({ name, code: exampleCode(text) })),
  );

  it('compile', () => {
    const codes = Object.fromEntries(examples.map(({ name, code }, index) => [`example-${name}-${index}.ts`, code]));
    expect(Object.keys(codes).length).toBe(10);
    expect(problemsOf(codes, compilerOptions())).toEqual([]);
  });

  it.each(examples)('of $name prints what it says', async ({ code }) => {
    const file = join(tempDirectory(), 'example.mjs');
    writeFileSync(file, await bundle({ code }));
    const ran = spawnSync(process.execPath, [file], { cwd: ROOT, encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(ran.status).toBe(0);
    const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, line]) => line);
    for (const line of promised) expect(ran.stdout.split('\n')).toContain(line);
    expect(ran.stdout).not.toBe('');
  });
});
