/** How a command of the page has to end, and what has to be said; written by hand, from what should happen. */
export interface Expected {
  /** How it begins. */
  readonly command: string;
  readonly status: 0 | 1;
  readonly says: RegExp;
}

const NEXT = 'runbook next';
const CHECK = 'check --config idp-preflight.yaml';
const CERTIFY = `${CHECK} --all --report json=before.json`;

const expected = (command: string, status: 0 | 1, says: RegExp): Expected => ({ command, status, says });

/** Every command of the page, in order. */
export const EXPECTED: readonly Expected[] = [
  expected('inspect okta-users.csv entra-users.csv', 0, /employeeNumber → employeeId/),
  expected(
    CHECK,
    1,
    /Console: 9 of 15 keep[\s\S]*Claude: 30 of 43 keep[\s\S]*gate closed \(Console closed, Claude closed\)/,
  ),
  expected(
    CHECK,
    0,
    /Console: 15 of 15 keep[\s\S]*Claude: 41 of 43 keep[\s\S]*waived by leavers[\s\S]*gate open \(Console open, Claude open\)/,
  ),
  expected(`${CHECK} --report notify=notices.csv`, 0, /gate open/),
  expected('gate keygen', 0, /wrote idp-preflight\.key\.pem/),
  expected(CERTIFY, 0, /wrote certificate\.json/),
  expected('gate verify certificate.json --key', 0, /^VERIFIES[\s\S]*signed by the key/),
  expected('runbook start', 0, /Before you begin/),
  expected(NEXT, 0, /^STEP 1 /),
  expected('runbook done 1', 0, /next: Step 2/),
  expected(NEXT, 1, /^NOT YET: step 2[\s\S]*from 2026-05-09T07:10:00/),
  expected('runbook done 2 --organization Claude', 1, /not now[\s\S]*from 2026-05-09T07:10:00/),
  expected(NEXT, 0, /^STEP 2 [\s\S]*done 2 --organization Claude[\s\S]*done 2 --organization Console/),
  expected('runbook done 2 --organization Claude', 0, /next: Step 2 \(set-manual\) at Console,/),
  expected('runbook done 3', 1, /not done at Console/),
  expected('runbook done 2 --organization Console', 0, /next: Step 3/),
  expected(NEXT, 1, /^NOT YET: step 3[\s\S]*entra-users\.csv is not the file that was checked[\s\S]*runbook renew/),
  expected(CERTIFY, 0, /wrote certificate\.json/),
  expected(NEXT, 1, /^NOT YET: step 3[\s\S]*Another certificate/),
  expected('runbook renew --certificate certificate.json', 0, /until 2026-05-10T07:21/),
  expected(NEXT, 0, /^STEP 3 .*\nCANNOT BE TAKEN BACK/),
  expected('runbook done 3', 0, /next: Step 4/),
  expected(NEXT, 0, /^STEP 4 .*\nCANNOT BE TAKEN BACK/),
  expected('runbook done 4', 0, /next: Step 5/),
  expected(NEXT, 0, /^STEP 5 /),
  expected('runbook done 5', 0, /next: Step 6/),
  expected(NEXT, 0, /^STEP 6 /),
  expected('verify --baseline before.json --organization Claude --scim claude-synced.csv', 0, /^VERIFIED \(Claude\)/),
  expected(
    'verify --baseline before.json --organization Console --scim console-synced.csv',
    1,
    /^DOES NOT VERIFY[\s\S]*Mei-Lin/,
  ),
  expected('runbook done 6 --organization Claude', 0, /next: Step 6 .* at Console,/),
  expected('runbook done 7 --organization Claude', 1, /step 6 .* not done at Console/),
  expected('runbook status', 0, /part {2}6[\s\S]*Console: open[\s\S]*open {2}7/),
  expected(
    'verify --baseline before.json --organization Console --scim console-synced-again.csv',
    0,
    /^VERIFIED \(Console\)/,
  ),
  expected('runbook done 6 --organization Console', 0, /next: Step 7/),
  expected(NEXT, 0, /^STEP 7 .*\nAt Claude, Console\.\nCANNOT BE TAKEN BACK/),
  expected('runbook done 7 --organization Claude', 0, /next: Step 7 .* at Console,/),
  expected('runbook done 7 --organization Console', 0, /all steps are done/),
  expected(
    'verify --baseline before.json --organization Claude --app claude-members-after.csv',
    0,
    /^VERIFIED \(Claude\)[\s\S]*41 {2}have their account[\s\S]* 2 {2}got an account[\s\S]* 2 {2}lost their account/,
  ),
  expected(
    'verify --baseline before.json --organization Console --app console-members-after.csv',
    0,
    /^VERIFIED \(Console\)[\s\S]*15 {2}have their account/,
  ),
  expected(NEXT, 0, /^ALL STEPS ARE DONE/),
  expected('runbook export', 0, /state \| all steps are done/),
];
