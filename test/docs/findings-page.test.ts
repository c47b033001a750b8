import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FINDINGS } from '../../src/findings/index.ts';
import { VERIFICATION_FINDINGS } from '../../src/verify/findings/index.ts';
import { ROOT } from '../architecture/sources.ts';
import { CASES } from '../findings/cases.ts';

const INTRODUCTION = `# Findings

What \`check\` may find. An error closes the gate; the severity of some kinds depends on whether the person owns an account today.
This page is made from the code (\`npm run docs\`).
`;

function table(about: 'person' | 'input'): string {
  const rows = FINDINGS.filter((definition) => definition.about === about).map(
    ({ kind, explanation }) =>
      `| [\`${kind}\`](findings/${kind}.md) | ${CASES[kind].raises.severity} at worst | ${explanation} |`,
  );
  return `| kind | severity | what it means |\n|---|---|---|\n${rows.join('\n')}\n`;
}

it('docs/findings.md lists every kind', async () => {
  const page = `${INTRODUCTION}\n## About a person\n\n${table('person')}\n## About the files, or a side as a whole\n\n${table('input')}`;
  const verified = VERIFICATION_FINDINGS.map(
    ({ kind, worst, explanation }) => `| [\`${kind}\`](findings/${kind}.md) | ${worst} at worst | ${explanation} |`,
  );
  const after = `\n## About what happened (\`verify\`, after the switch)\n\n| kind | severity | what it means |\n|---|---|---|\n${verified.join('\n')}\n`;
  await expect(`${page}${after}`).toMatchFileSnapshot(join(ROOT, 'docs/findings.md'));
});
