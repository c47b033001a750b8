import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../architecture/sources.ts';
import { runCommand } from '../support/command.ts';

const GOLDEN = join(ROOT, 'fixtures/golden');
const MAPS = ['--old-map', 'sso=email', '--old-map', 'scim=email', '--new-map', 'sso=mail', '--new-map', 'scim=mail'];

/** A command line as it is typed at the top of the repository, and what it printed; written by `vitest --update` only. */
async function transcript(args: readonly string[]): Promise<string> {
  const { status, stdout, stderr } = await runCommand(
    args.map((arg) => arg.replace(/^examples\//, `${ROOT}examples/`)),
  );
  const output = `$ idp-preflight ${args.join(' ')}\n${stdout}--- standard error\n${stderr}--- exit status ${status}\n`;
  return output.replaceAll(ROOT, '');
}

const both = (old: string, next: string) => ['check', '--old', `examples/${old}`, '--new', `examples/${next}`];

describe('transcripts', () => {
  const cases: Record<string, readonly string[]> = {
    'examples.text': [...both('okta-users.csv', 'entra-users.csv'), ...MAPS],
    'examples-fixed.text': [...both('okta-users-fixed.csv', 'entra-users-fixed.csv'), ...MAPS],
    'examples-assumed.text': [...both('okta-users-fixed.csv', 'entra-users-fixed.csv'), '--mode', 'jit'],
    'examples.json': [...both('okta-users.csv', 'entra-users.csv'), ...MAPS, '--report', 'json'],
    'usage.text': ['check', '--old', 'examples/okta-users.csv'],
    'unknown-column.text': [...both('okta-users.csv', 'entra-users.csv'), '--new-map', 'sso=Mail address'],
    'help.text': ['--help'],
  };

  it.each(Object.entries(cases))('%s', async (name, args) => {
    await expect(await transcript(args)).toMatchFileSnapshot(join(GOLDEN, name));
  });
});
