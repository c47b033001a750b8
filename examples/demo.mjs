// Runs the main job on the bundled exports, and shows the exit status that a script would see.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = [
  'check',
  ...['--old', 'examples/okta-users.csv', '--old-map', 'sso=email', '--old-map', 'scim=email'],
  ...['--new', 'examples/entra-users.csv', '--new-map', 'sso=mail', '--new-map', 'scim=mail'],
];
console.log(`$ idp-preflight ${args.join(' ')}\n`);
const { status } = spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: root, stdio: 'inherit' });
console.log(`\nexit status ${status}: ${{ 0: 'the gate is open', 1: 'the gate is closed' }[status] ?? 'no answer'}`);
process.exitCode = status === 0 || status === 1 ? 0 : 1;
