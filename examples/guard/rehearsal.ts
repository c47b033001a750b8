// Runs switch.ts on the bundled exports with steps that only say what they would do, and a clock that does not let one wait.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GateClosedError } from 'idp-preflight/node';
import { switchBehindTheGate } from './switch.ts';

const isFixed = process.argv.includes('--fixed');
const examples =
  process.argv.find((argument) => argument.startsWith('--examples='))?.slice('--examples='.length) ?? 'examples';
const folder = await mkdtemp(join(tmpdir(), 'idp-preflight-switch-'));
const exported = async (name: string) => {
  await copyFile(join(examples, name), join(folder, name));
  return join(folder, name);
};
let time = Date.now();

try {
  const runbook = await switchBehindTheGate({
    old: { file: await exported(isFixed ? 'okta-users-fixed.csv' : 'okta-users.csv'), sso: 'email', scim: 'email' },
    new: { file: await exported(isFixed ? 'entra-users-fixed.csv' : 'entra-users.csv'), sso: 'mail', scim: 'mail' },
    organizations: ['Claude', 'Console'],
    folder,
    now: () => new Date(time),
    waitUntil: async (until) => {
      console.log(`would wait until ${until.toISOString()}`);
      time = until.getTime();
    },
    steps: {
      'disable-old-scim': async () => console.log('would disable SCIM pushes on the old identity provider'),
      'set-manual': async (organization) => console.log(`would set provisioning of ${organization} to Manual`),
      'delete-directory': async () => console.log('would delete the SCIM directory'),
      'reset-connection': async () => console.log('would reset the SSO connection'),
    },
  });
  const { current } = await runbook.status();
  console.log(`next: step ${current?.step.number}, ${current?.step.title}`);
} catch (fault) {
  if (!(fault instanceof GateClosedError)) throw fault;
  console.log(`nothing was touched: ${fault.message}`);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
