import type { FindingKind } from '../../src/index.ts';
import { type WorkbookSheet, workbookOf } from '../support/workbook.ts';

/** Two exports and what else is said on the command line. */
export interface Case {
  readonly old: string | Uint8Array;
  readonly new: string | Uint8Array;
  /** The app's own list. */
  readonly app?: string;
  readonly args?: readonly string[];
  /** What humans decided, as a CSV file. */
  readonly crosswalk?: string;
  /** What `--config` names, in YAML. */
  readonly config?: string;
}

/** For each kind one pair of exports that raises it, and a near miss that does not. */
export interface Cases {
  readonly raises: Case & { readonly severity: 'error' | 'warning' };
  readonly quiet: Case;
}

const HEAD = 'sso,scim,employee-id,name,status';
const MAPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=sso', `--${side}-map`, 'scim=scim']);

function table(...rows: string[]): string {
  return `${[HEAD, ...rows].join('\n')}\n`;
}

const ann = (email: string, scim = email, id = '1', name = 'Ann Lee', status = 'active') =>
  `${email},${scim},${id},${name},${status}`;
const bob = (email: string, scim = email, id = '2', name = 'Bob Roe', status = 'active') =>
  `${email},${scim},${id},${name},${status}`;

/** A sheet with the rows of a table. */
const sheet = (name: string, csv: string): WorkbookSheet => ({
  name,
  rows: Object.fromEntries(
    csv
      .trimEnd()
      .split('\n')
      .map((line, index) => [index + 1, line.split(',')]),
  ),
});

const A = 'ann@example.com';
const B = 'bob@example.com';
const GROUPS = ['old', 'new'].flatMap((side) => [`--${side}-map`, 'sso=sso', `--${side}-map`, 'groups=groups']);

/** The app's own list. */
const list = (...rows: string[]) => `${['email,name', ...rows].join('\n')}\n`;

/** A human's words on who is whom. */
const words = (...rows: string[]) => `${['decision,old email,new email,app email', ...rows].join('\n')}\n`;

const clean: Case = { old: table(ann(A), bob(B)), new: table(ann(A), bob(B)), args: MAPS };

/** `count` people who are the same on both sides, from a number on. */
function crowd(
  count: number,
  from = 100,
  render = (n: number) => `p${n}@example.com,p${n}@example.com,${n},,active`,
): string[] {
  return Array.from({ length: count }, (_, index) => render(from + index));
}

/** Bob has left, which somebody waived. */
const waived = (change: Readonly<Record<string, string>> = {}): Case => {
  const waiver = {
    kind: 'missing-in-new',
    outcome: 'loses-access',
    person: B,
    reason: 'leaves in February',
    owner: 'it@example.com',
    expires: '2026-02-28',
    ...change,
  };
  const lines = Object.entries(waiver).filter(([, value]) => value !== '');
  const config = `waivers:\n  -\n${lines.map(([key, value]) => `    ${key}: ${value}\n`).join('')}`;
  return { old: table(ann(A), bob(B)), new: table(ann(A)), args: MAPS, config };
};

export const CASES: Readonly<Record<FindingKind, Cases>> = {
  'sso-email-mismatch': {
    raises: { old: table(ann(A)), new: table(ann('Ann@example.com', A)), args: MAPS, severity: 'error' },
    quiet: { old: table(ann(A)), new: table(ann(A, 'Ann@example.com')), args: MAPS },
  },
  'scim-email-mismatch': {
    raises: { old: table(ann(A)), new: table(ann(A, 'Ann@example.com')), args: MAPS, severity: 'error' },
    quiet: { old: table(ann(A)), new: table(ann(A, 'Ann@example.com')), args: [...MAPS, '--mode', 'jit'] },
  },
  'sso-scim-divergence': {
    raises: { old: table(ann(A)), new: table(ann(A, 'lee@example.com')), args: MAPS, severity: 'error' },
    quiet: { old: table(ann(A, 'lee@example.com')), new: table(ann(A)), args: MAPS },
  },
  'baseline-divergence': {
    raises: {
      old: table(ann(A, 'lee@example.com')),
      new: table(ann(A, 'lee@example.com')),
      args: MAPS,
      severity: 'warning',
    },
    quiet: { old: table(ann(A)), new: table(ann(A, 'lee@example.com')), args: MAPS },
  },
  'email-missing': {
    raises: { old: table(ann(A), bob(B)), new: table(ann(A, ''), bob(B)), args: MAPS, severity: 'error' },
    quiet: {
      old: table(ann(A), bob(B)),
      new: table(ann(A), bob('', '', '2', 'Bob Roe', 'inactive')),
      args: MAPS,
    },
  },
  'email-invalid': {
    raises: { old: table(ann('ann')), new: table(ann('ann')), args: MAPS, severity: 'error' },
    quiet: { old: table(ann('änn+x@bücher.example')), new: table(ann('änn+x@bücher.example')), args: MAPS },
  },
  'account-takeover': {
    raises: { old: table(ann(A), bob(B)), new: table(ann(B), bob(A)), args: MAPS, severity: 'error' },
    quiet: { old: table(ann(A), bob(B)), new: table(ann('ann.lee@example.com'), bob(B)), args: MAPS },
  },
  'account-email-drift': {
    raises: {
      old: table(ann(A)),
      new: table(ann(A)),
      app: list('Ann@example.com,Ann Lee'),
      args: MAPS,
      severity: 'error',
    },
    quiet: { old: table(ann(A)), new: table(ann(A)), app: list(`${A},Ann Lee`), args: MAPS },
  },
  'orphan-account': {
    raises: {
      old: table(ann(A)),
      new: table(ann(A)),
      app: list(`${A},Ann Lee`, `${B},Bob Roe`),
      args: MAPS,
      severity: 'error',
    },
    quiet: { old: table(ann(A), bob(B)), new: table(ann(A)), app: list(`${A},Ann Lee`, `${B},Bob Roe`), args: MAPS },
  },
  'unconfirmed-correlation': {
    raises: {
      old: table(ann(A, A, '')),
      new: table(ann('ann@example.org', 'ann@example.org', '', '"Lee, Ann"')),
      args: MAPS,
      severity: 'error',
    },
    quiet: {
      old: table(ann(A, A, '')),
      new: table(ann('ann@example.org', 'ann@example.org', '', 'Ann Moe')),
      args: MAPS,
    },
  },
  'possible-same-person': {
    raises: {
      old: table(ann(A, A, '')),
      new: table(ann('lee@example.org', 'lee@example.org', '', '"Lee, Ann"')),
      args: MAPS,
      severity: 'error',
    },
    quiet: { old: table(ann(A)), new: table(ann('lee@example.org', 'lee@example.org', '3')), args: MAPS },
  },
  'group-missing': {
    raises: {
      old: `sso,groups\n${A},Sales;Staff\n`,
      new: `sso,groups\n${A},staff\n`,
      args: [...GROUPS, '--mode', 'jit'],
      severity: 'warning',
    },
    quiet: {
      old: `sso,groups\n${A},Sales;Staff\n`,
      new: `sso,groups\n${A},"CN=Staff,OU=Groups,DC=example;CN=Sales,DC=example"\n`,
      args: [...GROUPS, '--mode', 'jit'],
    },
  },
  'missing-in-new': {
    raises: { old: table(ann(A), bob(B)), new: table(ann(A)), args: MAPS, severity: 'error' },
    quiet: { old: table(ann(A), bob(B, B, '2', 'Bob Roe', 'suspended')), new: table(ann(A)), args: MAPS },
  },
  'inactive-in-new': {
    raises: {
      old: table(ann(A)),
      new: table(ann(A, A, '1', 'Ann Lee', 'disabled')),
      args: MAPS,
      severity: 'error',
    },
    quiet: {
      old: table(ann(A), bob(B, B, '2', 'Bob Roe', 'deprovisioned')),
      new: table(ann(A), bob(B, B, '2', 'Bob Roe', 'disabled')),
      args: MAPS,
    },
  },
  'unexpected-in-new': {
    raises: { old: table(ann(A)), new: table(ann(A), bob(B)), args: MAPS, severity: 'warning' },
    quiet: { old: table(ann(A)), new: table(ann(A), bob(B, B, '2', 'Bob Roe', 'false')), args: MAPS },
  },
  'reactivated-in-new': {
    raises: {
      old: table(ann(A), bob(B, B, '2', 'Bob Roe', 'suspended')),
      new: table(ann(A), bob(B)),
      args: MAPS,
      severity: 'warning',
    },
    quiet: { old: table(ann(A)), new: table(ann(A), bob(B)), args: MAPS },
  },
  'address-reused': {
    raises: {
      old: table(ann(A), bob(B, B, '2', 'Bob Roe', 'suspended')),
      new: table(ann(A), bob(B, B, '3', 'Bob Roe')),
      args: [...MAPS, '--mode', 'manual'],
      severity: 'error',
    },
    quiet: {
      old: table(ann(A), bob(B, B, '2', 'Bob Roe', 'suspended')),
      new: table(ann(A), bob(B)),
      args: [...MAPS, '--mode', 'manual'],
    },
  },
  'duplicate-email': {
    raises: { old: table(ann(A), bob(B)), new: table(ann(A), bob(A)), args: MAPS, severity: 'error' },
    quiet: { old: table(ann(A), bob(B)), new: table(ann(A), bob('Ann@example.com')), args: MAPS },
  },
  'near-duplicate-email': {
    raises: { old: table(ann(A), bob(B)), new: table(ann(A), bob('Ann@example.com')), args: MAPS, severity: 'warning' },
    quiet: { old: table(ann(A), bob(B)), new: table(ann(A), bob(A)), args: MAPS },
  },
  'ambiguous-correlation': {
    raises: {
      old: table(ann(A, A, '', '')),
      new: table(ann(A, A, '', ''), ann('Ann@example.com', A, '', '')),
      args: MAPS,
      severity: 'error',
    },
    quiet: {
      old: table(ann(A, A, '', '')),
      new: table(ann(A, A, '', ''), ann(A, A, '', '', 'inactive')),
      args: MAPS,
    },
  },
  'name-conflict': {
    raises: { old: table(ann(A, A, '')), new: table(ann(A, A, '', 'Cem Ito')), args: MAPS, severity: 'error' },
    quiet: { old: table(ann(A, A, '')), new: table(ann(A, A, '', 'Lee Anne')), args: MAPS },
  },
  'duplicate-id': {
    raises: { old: table(ann(A), bob(B)), new: table(ann(A), bob(B, B, '01')), args: MAPS, severity: 'error' },
    quiet: {
      old: table(ann(A), bob(B)),
      new: table(ann(A), bob(B), bob('c@example.com', '', '2', 'Bob Roe', 'inactive')),
      args: MAPS,
    },
  },
  'guest-account': {
    raises: {
      old: table(ann('ann_example.net#EXT#@example.com')),
      new: table(ann('ann_example.net#EXT#@example.com')),
      args: MAPS,
      severity: 'warning',
    },
    quiet: clean,
  },
  'fallback-domain': {
    raises: {
      old: table(ann(A)),
      new: table(ann('ann@contoso.OnMicrosoft.com')),
      args: MAPS,
      severity: 'warning',
    },
    quiet: { old: table(ann('ann@notonmicrosoft.com')), new: table(ann('ann@notonmicrosoft.com')), args: MAPS },
  },
  tombstone: {
    raises: {
      old: table(ann(A)),
      new: table(ann(`${'0123456789abcdef'.repeat(2)}ann@example.com`)),
      args: MAPS,
      severity: 'warning',
    },
    quiet: {
      old: table(ann(`${'0123456789abcdef'.repeat(2)}@example.com`)),
      new: table(ann(`${'0123456789abcdef'.repeat(2)}@example.com`)),
      args: MAPS,
    },
  },
  'domain-not-in-baseline': {
    raises: {
      old: table(ann(A)),
      new: table(ann('ann@example.org')),
      args: MAPS,
      config: 'verified-domains: [example.com]\n',
      severity: 'error',
    },
    quiet: { old: table(ann('ann@EXAMPLE.org')), new: table(ann('ann@example.org')), args: MAPS },
  },
  'crosswalk-conflict': {
    raises: {
      old: table(ann(A), bob(B)),
      new: table(ann(A), bob(B)),
      crosswalk: words(`same,${A},${B}`),
      args: MAPS,
      severity: 'error',
    },
    quiet: {
      old: table(ann(A), bob(B)),
      new: table(ann(A), bob(B)),
      crosswalk: words(`same,${A},${B}`, `same,${B},${A}`),
      args: MAPS,
    },
  },
  'crosswalk-unknown': {
    raises: {
      old: table(ann(A)),
      new: table(ann(A)),
      crosswalk: words(`same,${A},lee@example.com`),
      args: MAPS,
      severity: 'error',
    },
    // Nothing is decided about the one who is gone.
    quiet: { old: table(ann(A)), new: table(ann(A)), crosswalk: words(`,${A},lee@example.com`), args: MAPS },
  },
  'crosswalk-stale': {
    raises: {
      old: table(ann(A)),
      new: table(ann(A)),
      crosswalk: words(`same,${A},${A}`),
      args: MAPS,
      severity: 'warning',
    },
    quiet: {
      old: table(ann(A, A, '')),
      new: table(ann(A, A, '', 'Cem Ito')),
      crosswalk: words(`same,${A},${A}`),
      args: MAPS,
    },
  },
  'record-rejected': {
    raises: { old: table(ann(A), bob(B)), new: table(ann(A), bob(B), 'x@example.com'), args: MAPS, severity: 'error' },
    quiet: { old: table(ann(A)), new: `${table(ann(A)).trimEnd()},,\n`, args: MAPS },
  },
  'sheet-assumed': {
    raises: {
      old: table(ann(A), bob(B)),
      new: workbookOf([sheet('Users', table(ann(A))), sheet('More', table(bob(B)))]),
      args: MAPS,
      severity: 'error',
    },
    quiet: {
      old: table(ann(A)),
      new: workbookOf([
        sheet('Users', table(ann(A))),
        { name: 'Empty', rows: {} },
        { ...sheet('Before', table(bob(B))), state: 'hidden' },
      ]),
      args: MAPS,
    },
  },
  'lossy-cell': {
    raises: {
      old: table(ann(A)),
      new: table(ann(A, A, '1.23457E+11')),
      args: MAPS,
      severity: 'error',
    },
    quiet: { old: table(ann(A)), new: table(ann(A, A, '1', 'System Ann')), args: MAPS },
  },
  'encoding-lossy': {
    raises: { old: table(ann(A)), new: table(ann('an\uFFFDn@example.com')), args: MAPS, severity: 'error' },
    // A byte that only Windows-1252 has is read as that, and nothing is lost.
    quiet: {
      old: table(ann(A)),
      new: Buffer.from(table(ann(A, A, '1', 'Ann L\u00E9e')), 'latin1'),
      args: MAPS,
    },
  },
  'duplicate-header': {
    raises: {
      old: table(ann(A)),
      new: `sso,scim,sso,employee-id,name,status\n${A},${A},${A},1,Ann Lee,active\n`,
      args: MAPS,
      severity: 'error',
    },
    quiet: { old: table(ann(A)), new: `sso,scim,SSO,,\n${A},${A},${A},,\n`, args: MAPS },
  },
  'mapping-assumed': {
    raises: {
      old: table(ann(A)),
      new: `email,username\n${A},ann\n`,
      args: MAPS.slice(0, 4),
      severity: 'error',
    },
    quiet: clean,
  },
  'id-kind-ignored': {
    raises: {
      old: table(...crowd(6)),
      new: table(...crowd(6, 100, (n) => `p${n}@example.com,p${n}@example.com,${n + 1},,active`)),
      args: MAPS,
      severity: 'error',
    },
    quiet: {
      old: table(...crowd(4)),
      new: table(...crowd(4, 100, (n) => `p${n}@example.com,p${n}@example.com,${n + 1},,active`)),
      args: MAPS,
    },
  },
  'status-unknown': {
    raises: {
      old: table(ann(A)),
      new: table(ann(A, A, '1', 'Ann Lee', 'on leave')),
      args: MAPS,
      severity: 'error',
    },
    quiet: { old: table(ann(A)), new: table(ann(A, A, '1', 'Ann Lee', 'Password_Expired')), args: MAPS },
  },
  'coverage-low': {
    raises: { old: table(...crowd(20)), new: table(...crowd(15)), args: MAPS, severity: 'error' },
    quiet: { old: table(...crowd(20)), new: table(...crowd(16)), args: MAPS },
  },
  'round-count': {
    raises: { old: table(...crowd(100)), new: table(...crowd(101)), args: MAPS, severity: 'warning' },
    quiet: { old: table(...crowd(101)), new: table(...crowd(102)), args: MAPS },
  },
  'scope-unmatched': {
    raises: {
      ...clean,
      args: [...MAPS, '--old-exclude', 'name=Bob', '--old-exclude', 'name=Rob*'],
      severity: 'warning',
    },
    // Each matches on its side, the one of them whoever has no name.
    quiet: {
      old: table(ann(A), bob(B, B, '2', '')),
      new: table(ann(A), bob(B)),
      args: [...MAPS, '--old-exclude', 'name=', '--new-exclude', 'name=BOB*'],
    },
  },
  'same-file': {
    raises: { old: table(ann(A)), new: table(ann(A)), args: MAPS, severity: 'warning' },
    quiet: { old: table(ann(A)), new: `${table(ann(A))}\n`, args: MAPS },
  },
  'waiver-expired': {
    raises: { ...waived({ expires: '2026-01-01' }), severity: 'warning' },
    quiet: waived({ expires: '2026-01-02' }),
  },
  'waiver-over-broad': {
    raises: { ...waived({ person: '' }), severity: 'warning' },
    quiet: waived({ person: '', pattern: 'bob@*' }),
  },
  'waiver-unused': {
    raises: { ...waived({ person: '[bob@example.com, Bob@example.com]' }), severity: 'warning' },
    quiet: waived(),
  },
};
