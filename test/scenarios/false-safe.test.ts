import { describe, expect, it } from 'vitest';
import { checkReport, runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';

/** Two exports that once opened the gate although somebody would have lost their account, or been lost themselves. */
interface Trap {
  readonly name: string;
  readonly old: string | Uint8Array;
  readonly new: string | Uint8Array;
  readonly args?: readonly string[];
  /** A finding of severity error that has to say so; or the words of an error that ends in 2. */
  readonly kind?: string;
  readonly error?: string;
}

const EMAIL = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=email', `--${side}-map`, 'scim=email']);
const MAIL = ['--old-map', 'sso=email', '--old-map', 'scim=email', '--new-map', 'sso=mail', '--new-map', 'scim=mail'];
const OKTA = 'login,firstName,lastName,email\na@example.com,A,B,a@example.com\n';

const TRAPS: readonly Trap[] = [
  {
    name: 'an LDIF entry right behind the result of a search',
    old: 'dn: cn=a\nmail: a@example.com\n\nsearch: 2\nresult: 0 Success\ndn: cn=c\nmail: c@example.com\n',
    new: 'email\na@example.com\n',
    args: ['--old-map', 'sso=mail', '--old-map', 'scim=mail', '--new-map', 'sso=email', '--new-map', 'scim=email'],
    kind: 'record-rejected',
  },
  {
    name: 'an LDIF entry of a class that nobody knows',
    old: 'dn: cn=a\nobjectClass: person\nmail: a@example.com\n\ndn: cn=c\nobjectClass: mailUser\nmail: c@example.com\n',
    new: 'email\na@example.com\n',
    args: ['--old-map', 'sso=mail', '--old-map', 'scim=mail', '--new-map', 'sso=email', '--new-map', 'scim=email'],
    kind: 'missing-in-new',
  },
  {
    name: 'people under another name in the same JSON',
    old: '{"users":[{"email":"a@example.com"}],"pending_invites":[{"email":"b@example.com"}]}',
    new: 'email\na@example.com\n',
    args: EMAIL,
    error: 'people in "pending_invites"',
  },
  {
    name: 'a page that says that there is more',
    old: '{"data":[{"email":"a@example.com"}],"has_more":true}',
    new: 'email\na@example.com\n',
    args: EMAIL,
    error: '"has_more"',
  },
  {
    name: 'two primary addresses, neither of them the one that is taken',
    old: 'User principal name,Block credential,Object Id,Display name,Proxy addresses\na@example.com,False,1,A A,SMTP:o@example.com+SMTP:p@example.com\n',
    new: 'email\na@example.com\n',
    args: ['--new-map', 'sso=email', '--new-map', 'scim=email'],
    kind: 'mapping-assumed',
  },
  {
    name: 'an address of type other as the primary or work email',
    old: 'email\na@example.com\n',
    new: '{"totalResults":1,"Resources":[{"userName":"n@example.com","active":true,"emails":[{"value":"a@example.com","type":"other"}]}]}',
    args: [
      '--old-map',
      'sso=email',
      '--old-map',
      'scim=email',
      '--new-map',
      'sso=primary or work email',
      '--new-map',
      'scim=primary or work email',
    ],
    error: 'no value for anybody',
  },
  {
    name: 'two people of one cost centre',
    old: 'email,name\na@example.com,"Lee, Ann (4711)"\n',
    new: 'email,name\na@example.com,"Ray, Bob (4711)"\n',
    args: EMAIL,
    kind: 'name-conflict',
  },
  {
    name: "Sean O'Brien and Mary O'Neil",
    old: "email,name\na@example.com,Sean O'Brien\n",
    new: "email,name\na@example.com,Mary O'Neil\n",
    args: EMAIL,
    kind: 'name-conflict',
  },
  {
    name: 'an address given to somebody else while its holder is there in another spelling',
    old: 'email,name\nhans.m@example.com,Hans Müller\n',
    new: 'email,name\nhans.m@example.com,Hanna Müller\nhans.m2@example.com,Hans Mueller\n',
    args: EMAIL,
    kind: 'name-conflict',
  },
  {
    name: 'ids that are ignored, while one that two share is on both sides',
    old: `email,employee id\n${[0, 1, 2, 3, 4].map((n) => `u${n}@example.com,o${n}\n`).join('')}s1@example.com,SH\ns2@example.com,SH\n`,
    new: `email,employee id\n${[0, 1, 2, 3, 4].map((n) => `u${n}@example.com,n${n}\n`).join('')}s1@example.com,SH\ns2@example.com,q\n`,
    args: EMAIL,
    kind: 'id-kind-ignored',
  },
  {
    name: 'a second status word that nobody knows',
    old: 'email\na@example.com\n',
    new: 'email,status,account status\na@example.com,active,on hold\n',
    args: EMAIL,
    kind: 'status-unknown',
  },
  {
    name: "a second status column beside the profile's own",
    old: 'email\na@example.com\n',
    new: 'login,firstName,lastName,email,status,isDeleted\na@example.com,A,A,a@example.com,ACTIVE,TRUE\n',
    args: EMAIL,
    kind: 'status-unknown',
  },
  {
    name: 'a list of statuses that contradict each other',
    old: 'email\na@example.com\n',
    new: '[{"email":"a@example.com","status":["active","deleted"]}]',
    args: EMAIL,
    kind: 'status-unknown',
  },
  {
    name: 'a status column that asks whether somebody is locked',
    old: 'email,account_locked\na@example.com,False\n',
    new: 'email\nA@example.com\n',
    args: [...EMAIL, '--old-map', 'status=account_locked'],
    kind: 'sso-email-mismatch',
  },
  {
    name: 'a status column that asks whether sign-in is blocked',
    old: 'email,Block sign in (Yes/No) [accountEnabled] Required\na@example.com,No\n',
    new: 'email\nA@example.com\n',
    args: [...EMAIL, '--old-map', 'status=Block sign in (Yes/No) [accountEnabled] Required'],
    kind: 'sso-email-mismatch',
  },
  {
    name: 'a new user who is deleted',
    old: 'email\na@example.com\n',
    new: 'email,Deleted\na@example.com,True\n',
    args: EMAIL,
    kind: 'inactive-in-new',
  },
  {
    name: 'nobody active among twenty old users',
    old: `email,status\n${Array.from({ length: 20 }, (_, n) => `p${n}@example.com,inactive`).join('\n')}\n`,
    new: `email,status\n${Array.from({ length: 20 }, (_, n) => `p${n}@example.com,active`).join('\n')}\n`,
    args: EMAIL,
    kind: 'coverage-low',
  },
  {
    name: 'a second status column that says the opposite',
    old: 'email\na@example.com\n',
    new: 'email,status,suspended\na@example.com,active,True\n',
    args: EMAIL,
    kind: 'status-unknown',
  },
  {
    name: 'an AD account with the disabled bit',
    old: 'email\na@example.com\n',
    new: 'email,userAccountControl\na@example.com,514\n',
    args: EMAIL,
    kind: 'inactive-in-new',
  },
  {
    name: 'two columns that differ in case',
    old: OKTA,
    new: 'login,firstName,lastName,email,Email\na@example.com,A,B,a@example.com,z@example.com\n',
    kind: 'duplicate-header',
  },
  {
    name: 'two status columns that differ in a space',
    old: 'email\na@example.com\n',
    new: 'userPrincipalName,displayName,mail,accountEnabled,Account Enabled\na@example.com,A,a@example.com,true,false\n',
    args: MAIL,
    kind: 'duplicate-header',
  },
  {
    name: 'a header that swallows a record',
    old: 'email,name,"note\nann@example.com,Ann Lee,VP"\nbob@example.com,Bob Roe,\n',
    new: 'email,name,note\nann2@example.com,Ann Lee,VP\nbob@example.com,Bob Roe,\n',
    args: EMAIL,
    error: 'header',
  },
  {
    name: 'a cell that swallows a record',
    old: 'email,name,note\nbob@example.com,Bob Roe,"see\nann@example.com,Ann Lee,VP"\ncy@example.com,Cy,\n',
    new: 'email,name,note\nann2@example.com,Ann Lee,VP\nbob@example.com,Bob Roe,\ncy@example.com,Cy,\n',
    args: EMAIL,
    kind: 'record-rejected',
  },
  {
    name: 'letters written as question marks, behind a byte order mark',
    old: '\uFEFFemail,name\nm?ller@example.com,M. M?ller\n',
    new: '\uFEFFemail,name\nm?ller@example.com,M M?ller\n',
    args: EMAIL,
    kind: 'encoding-lossy',
  },
  {
    name: 'letters written as question marks, in UTF-16',
    old: 'email\nmuller@example.com\nm?ller@example.com\n',
    new: Buffer.from('\uFEFFemail\nmuller@example.com\nm?ller@example.com\n', 'utf16le'),
    args: EMAIL,
    kind: 'encoding-lossy',
  },
  {
    name: 'a blank id column before one that is filled',
    old: 'mail,Name,EmployeeID,EmployeeNumber\nann@example.com,Ann Lee,,1001\nbob@example.com,Bob Roe,,1002\n',
    new: 'mail,Name,employeeNumber\nann@example.com,Ann Lee,2001\nbob@example.com,Bob Roe,1002\n',
    kind: 'account-takeover',
  },
  {
    name: 'an id under the other usual name',
    old: 'login,firstName,lastName,email,employeeId\na@example.com,A,B,a@example.com,1001\n',
    new: 'userPrincipalName,displayName,mail,accountEnabled,employeeNumber\na@example.com,A B,a@example.com,true,2001\n',
    args: MAIL,
    kind: 'account-takeover',
  },
  {
    name: 'a blank name column before one that is filled',
    old: 'email,name\nann@example.com,Ann Lee\n',
    new: 'email,name,displayName\nann@example.com,,Kim Park\n',
    args: EMAIL,
    kind: 'name-conflict',
  },
  {
    name: 'names flattened from SCIM',
    old: 'email,name\nann@example.com,Ann Lee\n',
    new: 'email,name.givenName,name.familyName\nann@example.com,Kim,Park\n',
    args: EMAIL,
    kind: 'name-conflict',
  },
  {
    name: 'a cut record without the column that decides on scope',
    old: 'email,name,app\na@example.com,A,claude\nb@example.com,B\n',
    new: 'email,name\na@example.com,A\nb2@example.com,B\n',
    args: [...EMAIL, '--old-only', 'app=claude*'],
    kind: 'record-rejected',
  },
  {
    name: 'a no-break space behind the word that decides on scope',
    old: 'email,dept\na@example.com,Sales\nb@example.com,Sales\u00A0\n',
    new: 'email\na@example.com\nB@example.com\n',
    args: [...EMAIL, '--old-only', 'dept=Sales'],
    kind: 'sso-email-mismatch',
  },
  {
    name: 'an Exchange address that differs from mail',
    old: OKTA,
    new: 'userPrincipalName,displayName,mail,accountEnabled,proxyAddresses\na@example.com,A B,a@example.com,true,smtp:x@example.com;SMTP:other@example.com\n',
    kind: 'mapping-assumed',
  },
  {
    name: 'a rounded id in a column that is read twice',
    old: 'email,eid\na@example.com,123456789012\nb@example.com,5\n',
    new: 'email,eid\na@example.com,1.23E+11\nb@example.com,5\n',
    args: [...EMAIL, '--old-map', 'employee-id=eid', '--new-map', 'employee-id=eid', '--new-map', 'username=eid'],
    kind: 'lossy-cell',
  },
  {
    name: 'a spreadsheet error in German where an id was',
    old: 'email,employee id\na@example.com,#NV\nb@example.com,5\n',
    new: 'email,employee id\na2@example.com,#NV\nb@example.com,5\n',
    args: EMAIL,
    kind: 'lossy-cell',
  },
  {
    name: 'a status column that was added to an Okta export',
    old: 'email,name\na@example.com,Ann Alpha\nb@example.com,Bob Beta\n',
    new: 'Login,First name,Last name,Email,Active\na@example.com,Ann,Alpha,a@example.com,true\nb@example.com,Bob,Beta,b@example.com,false\n',
    args: EMAIL,
    kind: 'inactive-in-new',
  },
  {
    name: 'a second status column that was added to an Okta export',
    old: 'email,name\na@example.com,Ann Alpha\nb@example.com,Bob Beta\n',
    new: 'Login,First name,Last name,Email,Suspended,Archived\na@example.com,Ann,Alpha,a@example.com,false,false\nb@example.com,Bob,Beta,b@example.com,false,true\n',
    args: EMAIL,
    kind: 'inactive-in-new',
  },
  {
    name: 'an employment status that says terminated',
    old: 'email,name\na@example.com,Ann Alpha\nb@example.com,Bob Beta\n',
    new: 'Work email,Employee name,Employment status\na@example.com,Ann Alpha,Active\nb@example.com,Bob Beta,Terminated\n',
    kind: 'inactive-in-new',
  },
  {
    name: 'a name under another usual name',
    old: 'email,name\nb@example.com,Bob Beta\n',
    new: 'email,realname\nb@example.com,Carla Gamma\n',
    args: EMAIL,
    kind: 'name-conflict',
  },
  {
    name: 'a date under “Deactivated” beside an active status',
    old: 'email\na@example.com\nb@example.com\n',
    new: 'email,status,deactivated\na@example.com,active,\nb@example.com,active,2026-03-01\n',
    args: EMAIL,
    kind: 'status-unknown',
  },
  {
    name: 'a scope column that stands twice',
    old: 'email\na@example.com\nb@example.com\n',
    new: 'email,dept,dept\na@example.com,Sales,x\nb@example.com,x,Sales\n',
    args: [...EMAIL, '--new-only', 'dept=Sales'],
    error: 'several columns',
  },
  {
    name: 'a status that asks whether somebody is not deleted',
    old: 'email\na@example.com\n',
    new: 'email,Not deleted\na@example.com,no\n',
    args: [...EMAIL, '--new-map', 'status=Not deleted'],
    kind: 'status-unknown',
  },
  {
    name: 'a header line that is a person',
    old: 'ann@example.com,Ann\nbob@example.com,Bob\n',
    new: 'email,name\nbob@example.com,Bob\n',
    error: 'no header',
  },
];

describe.each(TRAPS)('$name', ({ old, new: next, args = [], kind, error }) => {
  it('does not open the gate', async () => {
    const files = tempFiles({ 'old.csv': old, 'new.csv': next });
    const line = ['--old', files['old.csv'], '--new', files['new.csv'], ...args];
    if (error !== undefined) {
      const { status, stderr } = await runCommand(['check', ...line]);
      expect(stderr).toContain(error);
      expect(status).toBe(2);
      return;
    }
    const { report, status } = await checkReport(line);
    const found = [...report.inputFindings, ...report.people.flatMap(({ findings }) => findings)];
    expect(found.filter(({ severity }) => severity === 'error').map((finding) => finding.kind)).toContain(kind);
    expect(status).toBe(1);
  });
});

describe('what looks like a trap and is none', () => {
  const HARMLESS: readonly Omit<Trap, 'kind' | 'error'>[] = [
    {
      name: 'an address in a note that goes on over lines',
      old: 'email,name,note\na@example.com,Ann,"ask\nbob@example.com\nfirst"\n',
      new: 'email,name\na@example.com,Ann\n',
      args: EMAIL,
    },
    {
      name: 'a header with an example in it',
      old: 'Email (e.g. jane@example.com),name\na@example.com,Ann\n',
      new: 'email,name,manager@odata.type\na@example.com,Ann,x\n',
      args: [
        ...EMAIL.slice(4),
        '--old-map',
        'sso=Email (e.g. jane@example.com)',
        '--old-map',
        'scim=Email (e.g. jane@example.com)',
      ],
    },
    {
      name: 'blank lines, lines of delimiters, and the end mark of DOS',
      old: 'email,name\na@example.com,Ann\n,\n   \n\u001a',
      new: 'email,name\na@example.com,Ann\n',
      args: EMAIL,
    },
    {
      name: 'suspended and not archived, as GAM writes it',
      old: 'email,status\na@example.com,active\nb@example.com,inactive\n',
      new: 'email,suspended,archived\na@example.com,False,False\nb@example.com,True,False\n',
      args: EMAIL,
    },
    {
      name: 'an anchor that csvde wrote as bytes',
      old: "email,objectGUID\na@example.com,X'0102030405060708090a0b0c0d0e0f10'\n",
      new: 'email,immutableId\na@example.com,AQIDBAUGBwgJCgsMDQ4PEA==\n',
      args: EMAIL,
    },
    {
      name: 'status columns that agree',
      old: 'email\na@example.com\n',
      new: 'email,status,suspended,accountLocked\na@example.com,active,False,False\n',
      args: EMAIL,
    },
  ];

  it.each(HARMLESS)('$name', async ({ old, new: next, args = [] }) => {
    const files = tempFiles({ 'old.csv': old, 'new.csv': next });
    const { report } = await checkReport(['--old', files['old.csv'], '--new', files['new.csv'], ...args]);
    expect(report.gate).toEqual({ status: 'open', reasons: [] });
  });

  it('pages of one export are read as the whole', async () => {
    const rows = [',a@example.com,Ann Alpha', 'b@example.com,b@example.com,Bob Beta'];
    const csv = (...list: string[]) => `email,mail,name\n${list.join('\n')}\n`;
    const files = tempFiles({
      'old.csv': 'email,name\na@example.com,Ann Alpha\nb@example.com,Bob Beta\n',
      'all.csv': csv(...rows),
      'one.csv': csv(rows[0] ?? ''),
      'two.csv': csv(rows[1] ?? ''),
    });
    const check = (...sources: string[]) =>
      checkReport(['--old', files['old.csv'], ...sources.flatMap((source) => ['--new', source])]);
    const [whole, pages] = [await check(files['all.csv']), await check(files['one.csv'], files['two.csv'])];
    expect(pages.report.inputs.slice(1).map(({ mapping }) => mapping.sso)).toEqual(['email', 'email']);
    expect(pages.report.summary.outcomes).toEqual(whole.report.summary.outcomes);
    expect(pages.report.gate.status).toBe(whole.report.gate.status);
  });
});
