import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { NOT_RUN } from './not-run.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('whoever runs the tests is told that the real service providers were not asked', () => {
  const npm = ['test', '--', 'test/reference/addresses.test.ts', '--reporter=dot'];
  const { status, stdout } = spawnSync('npm', npm, { cwd: root, encoding: 'utf8' });
  expect({ status, told: stdout.includes(NOT_RUN) }).toEqual({ status: 0, told: true });
});
