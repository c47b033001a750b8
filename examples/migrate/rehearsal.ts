// Runs migrate.ts against stand-ins for three APIs, with eight invented people. Put your own clients here.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, type FetchPage, type Member, migrate, type NewUser, type OldUser, Throttled } from './migrate.ts';

const print = (text: string): void => void process.stdout.write(text);
const { correct, report } = options();

const oldUsers: OldUser[] = [
  okta('Ada', 'Okafor', 'ada.okafor@example.com', { employeeNumber: '1001' }, ['Everyone', 'Research']),
  okta('Bo', 'Ek', 'bo.ek@example.com', { employeeNumber: '1002' }, ['Everyone']),
  okta('Chloé', 'Martin', 'chloe.martin@example.com', { hrPersonId: 'hr-3' }, ['Everyone']),
  okta('Dana', 'Fox', 'dana.fox@example.com', {}, ['Everyone']),
  okta('Fay', 'Lund', 'fay.lund@example.com', { employeeNumber: '1006' }, ['Everyone', 'Design']),
  { ...okta('Emil', 'Roth', 'emil.roth@example.com', { employeeNumber: '1005' }, []), status: 'DEPROVISIONED' },
];

const newUsers: NewUser[] = [
  entra('e1', 'Ada Okafor', 'ada.okafor@example.com', { employeeId: '1001', groups: ['Everyone', 'Research'] }),
  // One capital letter: another address to whoever compares exactly.
  entra('e2', 'Bo Ek', 'Bo.Ek@example.com', { employeeId: '1002' }),
  // A space at the end, of copy and paste.
  entra('e3', 'Chloé Martin', 'chloe.martin@example.com ', { hrPersonId: 'hr-3' }),
  // No id, and another domain: only the alias says that it is the same Dana.
  entra('e4', 'Dana Fox', 'dana.fox@example.net', {
    proxyAddresses: ['SMTP:dana.fox@example.net', 'smtp:dana.fox@example.com'],
  }),
  entra('e5', 'Fay Lund', 'fay.lund@example.com', { employeeId: '1006' }),
  // A contractor who was invited to the app by hand, and never was in the old IdP.
  entra('e6', 'Hana Sato', 'hana.sato@example.org'),
  entra('e7', 'Gus Hall', 'gus.hall@example.com', { employeeId: '1007' }),
];

const members: Member[] = [
  member('Ada Okafor', 'ada.okafor@example.com'),
  member('Bo Ek', 'bo.ek@example.com'),
  member('Chloé Martin', 'chloe.martin@example.com'),
  member('Dana Fox', 'dana.fox@example.com'),
  member('Fay Lund', 'fay.lund@example.com'),
  member('Hana Sato', 'hana.sato@example.org', 'invited'),
  member('Emil Roth', 'emil.roth@example.com', 'removed'),
];

process.exitCode = await migrate({
  clients: {
    oldUsers: inPages(() => oldUsers),
    newUsers: inPages(() => newUsers),
    members: inPages(() => members),
    async setMail(id, mail) {
      print(`  (new IdP) ${id}: mail is now ${mail}\n`);
      const index = newUsers.findIndex((user) => user.id === id);
      const user = newUsers[index];
      if (user === undefined) throw new Error(`the new IdP has no user ${id}`);
      newUsers[index] = { ...user, mail };
    },
    async resetConnection() {
      print('\n  (app) connection reset: everybody is signed out\n');
    },
  },
  reportFile: report,
  mayCorrect: correct,
  print,
});

function options(): { readonly correct: boolean; readonly report: string } {
  try {
    return parseArgs({
      options: {
        correct: { type: 'boolean', default: false },
        report: { type: 'string', default: join(tmpdir(), 'rehearsal-report.json') },
      },
    }).values;
  } catch (error) {
    print(`${error instanceof Error ? error.message : error}\n`);
    // Left alone it would be 1, which says that the gate is closed.
    process.exit(EXIT.unanswered);
  }
}

/** Three a page; the second page is asked to wait, once, as APIs do. */
function inPages<Item>(list: () => readonly Item[]): FetchPage<Item> {
  let isBusy = true;
  return async (cursor) => {
    const start = Number(cursor ?? 0);
    if (start === 3 && isBusy) {
      isBusy = false;
      throw new Throttled(20);
    }
    const end = start + 3;
    return { items: list().slice(start, end), next: end < list().length ? String(end) : null };
  };
}

function okta(
  firstName: string,
  lastName: string,
  email: string,
  ids: Partial<Pick<OldUser['profile'], 'employeeNumber' | 'hrPersonId'>>,
  groups: readonly string[],
): OldUser {
  const profile = { login: email, email, firstName, lastName, employeeNumber: null, hrPersonId: null, ...ids };
  return { status: 'ACTIVE', profile, groups };
}

function entra(id: string, displayName: string, mail: string, more: Partial<NewUser> = {}): NewUser {
  return {
    id,
    accountEnabled: true,
    userPrincipalName: `${id}@example.onmicrosoft.com`,
    mail,
    displayName,
    employeeId: null,
    hrPersonId: null,
    proxyAddresses: [],
    groups: ['Everyone'],
    ...more,
  };
}

function member(name: string, email: string, status: Member['status'] = 'active'): Member {
  return { email, name, status };
}
