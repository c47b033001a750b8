import { describe, expect, it } from 'vitest';
import { FINDINGS } from '../../src/findings/index.ts';
import { checkReport } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';
import { CASES, type Case } from './cases.ts';

async function found(files: Case): Promise<{ kind: string; severity: string }[]> {
  const paths = tempFiles({
    'old.csv': files.old,
    'new.csv': files.new,
    'app.csv': files.app ?? '',
    'crosswalk.csv': files.crosswalk ?? '',
    'idp-preflight.yaml': files.config ?? '',
  });
  const app = files.app === undefined ? [] : ['--app', paths['app.csv'], '--app-map', 'email=email'];
  const { report } = await checkReport([
    '--old',
    paths['old.csv'],
    '--new',
    paths['new.csv'],
    ...app,
    ...(files.crosswalk === undefined ? [] : ['--crosswalk', paths['crosswalk.csv']]),
    ...(files.config === undefined ? [] : ['--config', paths['idp-preflight.yaml']]),
    ...(files.args ?? []),
  ]);
  return [...report.inputFindings, ...report.people.flatMap(({ findings }) => findings)];
}

describe.each(FINDINGS.map(({ kind }) => kind))('%s', (kind) => {
  it('is raised', async () => {
    const { raises } = CASES[kind];
    const severities = (await found(raises)).filter((finding) => finding.kind === kind).map(({ severity }) => severity);
    expect(severities).toContain(raises.severity);
  });

  it('is not raised by a near miss', async () => {
    expect((await found(CASES[kind].quiet)).map((finding) => finding.kind)).not.toContain(kind);
  });
});

it('has a sentence of explanation for each kind', () => {
  for (const { kind, explanation } of FINDINGS) expect(explanation, kind).toMatch(/^[A-Z].{20,}\.$/u);
});

it('names each kind once', () => {
  expect(new Set(FINDINGS.map(({ kind }) => kind)).size).toBe(FINDINGS.length);
});
