/** Configs that say what they should. */
export const CONFIGS: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'two files', text: 'old:\n  files: a.csv\nnew:\n  files: [b.csv]\n' },
  { name: 'JSON', text: '{"$schema": "x", "old": {"files": ["a.csv"]}, "mode": "jit"}' },
  { name: 'JSON with tabs', text: '{\n\t"old": {\n\t\t"files": "a.csv"\n\t}\n}\n' },
  { name: 'dates and words of YAML 1.1', text: `${waiverText({ expires: '2026-12-31', reason: 'no', owner: 'on' })}` },
  { name: 'a date in quotes', text: waiverText({ expires: '"2026-12-31"' }) },
  {
    name: 'everything',
    text: `
old:
  files: [a.csv, b.csv]
  profile: okta-api-users
  map: { sso: mail, scim: "-", employee-id: employeeNumber }
  only: department=Sales*
  exclude: ["type=service", "department="]
new: { files: "-", profile: generic }
app: { files: [app.csv], map: { email: Email } }
mode: scim
service-provider: claude
compare: exact
crosswalk: crosswalk.csv
crosswalk-template: next.csv
report: [text, json=out/report.json]
all: true
severities: { unexpected-in-new: info, round-count: error }
waivers:
  - id: bob-leaves
    kind: [missing-in-new, inactive-in-new]
    outcome: loses-access
    person: ["employee-id:00123", bob@example.com]
    pattern: "*@old.example.com"
    reason: |
      leaves in February
    owner: it@example.com
    expires: 2026-02-28
  - { kind: record-rejected, file: a.csv, line: 12, reason: a test row, owner: it, expires: 2026-02-28 }
budgets:
  - { outcome: loses-access, count: 0, reason: nobody, owner: hr, expires: 2026-02-28 }
  - id: seats
    outcome: new-account
    percent: 2.5
    of: owners
    minimum-population: 200
    reason: as many seats as were bought
    owner: hr
    expires: 2026-02-28
coverage: { threshold: 90 }
require: [app, crosswalk, confirmed-mapping, old-scim, old-status, new-status]
verified-domains: [example.com, Bücher.example.org]
`,
  },
  {
    name: 'several apps',
    text: `
old: { files: a.csv }
new: { files: b.csv }
severities: { round-count: error }
coverage: { threshold: 85 }
require: [confirmed-mapping]
verified-domains: [example.com]
applications:
  - name: Claude
    app: { files: [app.csv], profile: generic, map: { email: Email } }
  - name: Wiki
    service-provider: claude
    mode: jit
    compare: unicode-lower
    old: { map: { sso: login }, only: department=Sales*, exclude: ["type=service"] }
    new: { map: { sso: userPrincipalName } }
    severities: { round-count: info }
    budgets: [{ outcome: duplicate-account, count: 3, reason: r, owner: o, expires: 2026-02-28 }]
    coverage: { threshold: 70 }
    require: [old-scim]
    verified-domains: [example.org]
    waivers:
      - { kind: record-rejected, file: a.csv, line: 12, reason: a test row, owner: it, expires: 2026-02-28 }
`,
  },
];

/** Configs that do not, and what is said of them, with line and column. */
export const FAULTY: readonly {
  readonly name: string;
  readonly text: string;
  readonly says: string;
  readonly line?: number;
  readonly column?: number;
  /** Whether the JSON Schema is enough to see it. */
  readonly isSeenBySchema?: boolean;
}[] = [
  { name: 'an empty file', text: '', says: 'empty' },
  { name: 'nothing but comments', text: '# mode: jit\n', says: 'empty' },
  { name: 'text', text: 'mode', says: 'keys of its own', line: 1, column: 1, isSeenBySchema: true },
  { name: 'a list', text: '- mode: jit\n', says: 'keys of its own', line: 1, column: 1, isSeenBySchema: true },
  {
    name: 'an unknown key',
    text: 'mode: jit\nmodus: jit\n',
    says: 'no key “modus” here. Did you mean mode?',
    line: 2,
    column: 1,
    isSeenBySchema: true,
  },
  {
    name: 'a key of the prototype',
    text: '__proto__: { mode: jit }\n',
    says: 'no key “__proto__”',
    line: 1,
    column: 1,
  },
  {
    name: 'an unknown key of a side',
    text: 'old:\n  file: a.csv\n',
    says: 'in “old”. Did you mean files',
    line: 2,
    column: 3,
    isSeenBySchema: true,
  },
  {
    name: 'an unknown key of a map',
    text: 'old:\n  map: { ssso: x }\n',
    says: 'Did you mean sso?',
    line: 2,
    column: 10,
    isSeenBySchema: true,
  },
  {
    name: 'a side without its keys',
    text: 'old: a.csv\n',
    says: 'has keys of its own',
    line: 1,
    column: 6,
    isSeenBySchema: true,
  },
  { name: 'no value', text: 'old:\nmode: jit\n', says: '“old” has no value', line: 1, isSeenBySchema: true },
  {
    name: 'no value in a list',
    text: 'old:\n  files: [a.csv, ]\n  only: [~]\n',
    says: '“old / only / item 1” has no value',
    line: 3,
    column: 10,
    isSeenBySchema: true,
  },
  { name: 'no file', text: 'old:\n  files: []\n', says: 'empty list', line: 2, column: 10, isSeenBySchema: true },
  {
    name: 'an id that one app alone maps',
    text: 'applications:\n  - name: Wiki\n    old: { map: { employee-id: x } }\n',
    says: 'Known: sso, scim, groups',
    line: 3,
    column: 19,
    isSeenBySchema: true,
  },
  {
    name: 'two apps whose names look the same',
    text: 'applications:\n  - name: Wiki\n  - name: "wiki "\n',
    says: 'This name looks like that of an earlier application, “Wiki”.',
    line: 3,
    column: 11,
  },
  {
    name: 'an unknown mode',
    text: 'mode: jti\n',
    says: '“jti”. Did you mean jit? Known: scim, jit, manual.',
    line: 1,
    column: 7,
    isSeenBySchema: true,
  },
  {
    name: 'a list of modes',
    text: 'mode: [jit]\n',
    says: 'is one of scim, jit, manual.',
    line: 1,
    column: 7,
    isSeenBySchema: true,
  },
  {
    name: 'an unknown profile',
    text: 'old: { profile: okta-api-user }\n',
    says: 'Did you mean okta-api-users',
    line: 1,
    column: 17,
    isSeenBySchema: true,
  },
  {
    name: 'an unknown compare policy',
    text: 'compare: lower\n',
    says: 'Did you mean unicode-lower',
    line: 1,
    column: 10,
    isSeenBySchema: true,
  },
  {
    name: 'a rule without a glob',
    text: 'new:\n  exclude: [department]\n',
    says: 'Write COLUMN=GLOB',
    line: 2,
    column: 13,
    isSeenBySchema: true,
  },
  {
    name: 'an unknown report',
    text: 'report:\n  - json\n  - pdf=x.pdf\n',
    says: 'the formats are text, json',
    line: 3,
    column: 5,
    isSeenBySchema: true,
  },
  {
    name: 'yes for true',
    text: 'all: yes\n',
    says: '“all” is yes: write true or false.',
    line: 1,
    column: 6,
    isSeenBySchema: true,
  },
  {
    name: 'a number for text',
    text: 'crosswalk: 5\n',
    says: 'write "5" in quotes',
    line: 1,
    column: 12,
    isSeenBySchema: true,
  },
  {
    name: 'a severity of an unknown kind',
    text: 'severities:\n  sso-email-mismach: info\n',
    says: 'Did you mean sso-email-mismatch?',
    line: 2,
    column: 3,
    isSeenBySchema: true,
  },
  {
    name: 'an unknown severity',
    text: 'severities:\n  tombstone: fatal\n',
    says: 'Known: error, warning, info.',
    line: 2,
    column: 14,
    isSeenBySchema: true,
  },
  {
    name: 'waivers that are no list',
    text: 'waivers:\n  kind: tombstone\n',
    says: 'is a list',
    line: 2,
    column: 3,
    isSeenBySchema: true,
  },
  {
    name: 'a waiver without owner',
    text: waiverText({ owner: '' }),
    says: 'A waiver needs "owner".',
    line: 2,
    column: 5,
    isSeenBySchema: true,
  },
  {
    name: 'a waiver without a reason in it',
    text: waiverText({ reason: '" "' }),
    says: 'is empty',
    line: 5,
    column: 13,
    isSeenBySchema: true,
  },
  {
    name: 'a waiver of an unknown kind',
    text: waiverText({ kind: 'missing-in-nwe' }),
    says: 'Did you mean missing-in-new?',
    line: 2,
    column: 11,
    isSeenBySchema: true,
  },
  {
    name: 'a waiver with an outcome for a kind',
    text: waiverText({ kind: 'loses-access' }),
    says: 'write it under "outcome"',
    line: 2,
    column: 11,
    isSeenBySchema: true,
  },
  {
    name: 'a waiver of an unknown outcome',
    text: waiverText({ outcome: 'lose-access' }),
    says: 'Did you mean loses-access?',
    line: 3,
    column: 14,
    isSeenBySchema: true,
  },
  {
    name: 'an id without quotes',
    text: waiverText({ person: '00123' }),
    says: 'write "00123" in quotes',
    line: 4,
    column: 13,
    isSeenBySchema: true,
  },
  {
    name: 'an id without quotes among others',
    text: waiverText({ person: '[a, 00123]' }),
    says: 'write "00123" in quotes',
    line: 4,
    column: 17,
    isSeenBySchema: true,
  },
  {
    name: 'a day that there is not',
    text: waiverText({ expires: '2026-02-30' }),
    says: 'a day that there is',
    line: 7,
    column: 14,
    isSeenBySchema: true,
  },
  {
    name: 'a day in another form',
    text: waiverText({ expires: '31.12.2026' }),
    says: 'YYYY-MM-DD',
    line: 7,
    column: 14,
    isSeenBySchema: true,
  },
  {
    name: 'a year',
    text: waiverText({ expires: '2026' }),
    says: 'write "2026" in quotes',
    line: 7,
    column: 14,
    isSeenBySchema: true,
  },
  {
    name: 'line 0',
    text: 'waivers: [{ kind: record-rejected, file: a, line: 0, reason: a, owner: b, expires: 2026-12-31 }]\n',
    says: 'from 1 on',
    line: 1,
    column: 51,
    isSeenBySchema: true,
  },
  {
    name: 'a waiver of nothing',
    text: waiverText({ kind: '', outcome: '' }),
    says: 'names a "kind"',
    line: 2,
    column: 5,
  },
  {
    name: 'a takeover by pattern',
    text: waiverText({ kind: 'account-takeover', person: '', pattern: 'a*' }),
    says: 'cannot be waived by pattern',
    line: 2,
    column: 5,
  },
  {
    name: 'two waivers of one name',
    text: `${waiverText({ id: 'a' })}${waiverText({ id: 'a' }).replace('waivers:\n', '')}`,
    says: 'called "a" too',
    line: 9,
  },
  {
    name: 'a budget for takeovers',
    text: budgetText({ outcome: 'account-takeover' }),
    says: '"account-takeover" has no budget: each is somebody',
    line: 2,
    column: 5,
  },
  {
    name: 'a budget for whom nobody knows',
    text: budgetText({ outcome: 'unverified' }),
    says: '"unverified" has no budget: nothing is known',
    line: 2,
    column: 5,
  },
  {
    name: 'a budget for what everybody should come to',
    text: budgetText({ outcome: 'keeps-account' }),
    says: '"keeps-account" has no budget',
    line: 2,
    column: 5,
  },
  {
    name: 'a budget for an unknown outcome',
    text: budgetText({ outcome: 'lose-access' }),
    says: 'Did you mean loses-access?',
    line: 2,
    column: 14,
    isSeenBySchema: true,
  },
  {
    name: 'a budget of nobody’s',
    text: budgetText({ owner: '' }),
    says: 'A budget needs "owner".',
    line: 2,
    column: 5,
    isSeenBySchema: true,
  },
  {
    name: 'a percentage of nothing',
    text: budgetText({ count: '', percent: '5' }),
    says: 'the minimum population',
    line: 2,
    column: 5,
  },
  {
    name: 'a percentage of more than all',
    text: budgetText({ count: '', percent: '101' }),
    says: '“budgets / item 1 / percent” is 101: write a number up to 100.',
    line: 6,
    column: 14,
    isSeenBySchema: true,
  },
  {
    name: 'a percentage of none',
    text: budgetText({ count: '', percent: '0' }),
    says: 'is 0: write a number above 0.',
    line: 6,
    column: 14,
    isSeenBySchema: true,
  },
  {
    name: 'a percent sign',
    text: budgetText({ count: '', percent: '5%' }),
    says: 'is 5%: write a number without quotes.',
    line: 6,
    column: 14,
    isSeenBySchema: true,
  },
  {
    name: 'less than nobody',
    text: budgetText({ count: '-1' }),
    says: 'is -1: write a whole number from 0 on.',
    line: 3,
    column: 12,
    isSeenBySchema: true,
  },
  {
    name: 'half a person',
    text: budgetText({ count: '1.5' }),
    says: 'is 1.5: write a whole number from 0 on.',
    line: 3,
    column: 12,
    isSeenBySchema: true,
  },
  {
    name: 'a count in quotes',
    text: budgetText({ count: '"5"' }),
    says: 'write a whole number from 0 on.',
    line: 3,
    column: 12,
    isSeenBySchema: true,
  },
  {
    name: 'a minimum in the spelling of the library',
    text: budgetText({ count: '', percent: '5', of: 'old', minimumPopulation: '10' }),
    says: 'Did you mean minimum-population?',
    isSeenBySchema: true,
    line: 8,
    column: 5,
  },
  {
    name: 'two budgets for one outcome',
    text: `${budgetText()}${budgetText({ id: 'b' }).replace('budgets:\n', '')}`,
    says: 'An earlier budget is for "loses-access" too.',
    line: 7,
    column: 5,
  },
  {
    name: 'a budget for all of several apps',
    text: `applications: [{ name: A }]\n${budgetText()}`,
    says: 'each has its own "budgets"',
    line: 2,
    column: 1,
  },
  {
    name: 'a budget that must not stand under an app',
    text: `applications:\n  - name: A\n${budgetText({ outcome: 'unverified' }).replace(/^/gm, '    ')}`,
    says: '"unverified" has no budget',
    line: 4,
    column: 9,
  },
  {
    name: 'a coverage in percent',
    text: 'coverage: 90\n',
    says: 'has keys of its own',
    line: 1,
    column: 11,
    isSeenBySchema: true,
  },
  {
    name: 'a coverage of more than all',
    text: 'coverage: { threshold: 101 }\n',
    says: 'is 101: write a number up to 100.',
    line: 1,
    column: 24,
    isSeenBySchema: true,
  },
  {
    name: 'a coverage of nothing',
    text: 'coverage: { threshold: 0 }\n',
    says: 'write a whole number from 1 on.',
    line: 1,
    column: 24,
    isSeenBySchema: true,
  },
  {
    name: 'what nobody can give',
    text: 'require: [crosswalks]\n',
    says: 'Did you mean crosswalk? Known: app, crosswalk, confirmed-mapping, old-scim, old-status, new-status.',
    line: 1,
    column: 11,
    isSeenBySchema: true,
  },
  {
    name: 'nothing required',
    text: 'require: []\n',
    says: 'empty list',
    line: 1,
    column: 10,
    isSeenBySchema: true,
  },
  {
    name: 'an address for a domain',
    text: 'verified-domains:\n  - example.com\n  - ann@example.com\n',
    says: '“ann@example.com” is no domain. Write what stands behind the @, such as example.com.',
    line: 3,
    column: 5,
  },
  {
    name: 'a pattern of domains under an app',
    text: 'applications:\n  - name: A\n    verified-domains: ["*.example.com"]\n',
    says: '“*.example.com” is no domain. Write one without wildcards',
    line: 3,
    column: 24,
  },
  {
    name: 'a key that is there twice',
    text: 'mode: jit\n"mode": scim\n',
    says: 'The key “"mode"” is there twice',
    line: 2,
    column: 1,
  },
  {
    name: 'a pattern without quotes',
    text: waiverText({ pattern: '*@example.com' }),
    says: 'write "*@example.com" in quotes',
    line: 8,
    column: 14,
  },
  { name: 'an alias', text: 'old: &a { files: x.csv }\nnew: *a\n', says: 'anchor', line: 1, column: 9 },
  { name: 'an alias bomb', text: bomb(), says: 'anchor', line: 1 },
  { name: 'a tag', text: 'crosswalk: !file x.csv\n', says: 'tag', line: 1, column: 12 },
  { name: 'a tag of YAML itself', text: 'crosswalk: !!str 5\n', says: 'tag', line: 1 },
  { name: 'a binary', text: 'crosswalk: !!binary aGk=\n', says: 'tag', line: 1 },
  { name: 'YAML 1.1', text: '%YAML 1.1\n---\nall: no\n', says: 'directive', line: 1, column: 1 },
  { name: 'two documents', text: 'mode: jit\n---\nmode: scim\n', says: 'one document', line: 2, column: 1 },
  { name: 'a tab', text: 'old:\n\tfiles: a.csv\n', says: 'not by tabs', line: 2, column: 1 },
  { name: 'a lone dash', text: 'old:\n  map:\n    scim: -\n', says: '"-" in quotes', line: 3, column: 11 },
  { name: 'an at sign', text: 'crosswalk: @x\n', says: 'begins with @', line: 1, column: 12 },
  {
    name: 'a colon in text',
    text: waiverText({ reason: 'CHG: 1' }),
    says: 'put the text in quotes',
    line: 5,
    column: 13,
  },
  { name: 'a key that is no text', text: '1: x\n', says: 'A key is text', line: 1, column: 1 },
  { name: 'a key that is a list', text: '? [a]\n: b\n', says: 'A key is text', line: 1, column: 3 },
  { name: 'broken JSON', text: '{"mode": "jit"', says: 'neither YAML nor JSON', line: 1 },
  { name: 'JSON that goes on', text: '{"mode": "jit"} x', says: 'neither YAML nor JSON', line: 1, column: 17 },
  { name: 'brackets in brackets', text: '['.repeat(20_000), says: 'nested deeper' },
  { name: 'lists in lists', text: '- '.repeat(5_000), says: 'nested deeper' },
  { name: 'keys in keys', text: '{a: '.repeat(5_000), says: 'nested deeper' },
];

/** One waiver: line 2 has its kind, 3 its outcome, 4 its person, 5 to 7 reason, owner and day; more comes behind. */
export function waiverText(change: Readonly<Record<string, string>> = {}): string {
  const waiver = {
    kind: 'missing-in-new',
    outcome: 'loses-access',
    person: 'bob@example.com',
    reason: 'leaves',
    owner: 'it',
    expires: '2026-12-31',
    ...change,
  };
  const lines = Object.entries(waiver).flatMap(([key, value]) => (value === '' ? [] : [`${key}: ${value}`]));
  return `waivers:\n${lines.map((line, index) => `  ${index === 0 ? '-' : ' '} ${line}\n`).join('')}`;
}

/** One budget: line 2 has its outcome, 3 its number, then reason, owner and day; more comes behind. */
function budgetText(change: Readonly<Record<string, string>> = {}): string {
  const budget = {
    outcome: 'loses-access',
    count: '5',
    reason: 'leaves',
    owner: 'it',
    expires: '2026-12-31',
    ...change,
  };
  const lines = Object.entries(budget).flatMap(([key, value]) => (value === '' ? [] : [`${key}: ${value}`]));
  return `budgets:\n${lines.map((line, index) => `  ${index === 0 ? '-' : ' '} ${line}\n`).join('')}`;
}

function bomb(): string {
  const levels = Array.from({ length: 9 }, (_, level) => `l${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}]`);
  return `l0: &l0 [x]\n${levels.join('\n')}\n`;
}
