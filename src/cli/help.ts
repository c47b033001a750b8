import { COMPARE_POLICIES } from '../email/compare.ts';
import { PROFILE_IDS } from '../loaders/profiles/index.ts';
import { SERVICE_PROVIDER_IDS } from '../matcher/service-providers/index.ts';
import { APP_MAP_KEYS, MAP_KEYS } from '../model/input.ts';
import { MODES } from '../model/reconciliation.ts';
import { REPORT_FORMATS } from '../node/writers/index.ts';

/** Where a line begins that explains a flag, and where it should end. */
const INDENT = 32;
const WIDTH = 110;

/** Words under one another where an explanation stands, as many on a line as fit. */
function inColumn(words: readonly string[]): string {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && INDENT + last.length + 1 + word.length <= WIDTH)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => ' '.repeat(INDENT) + line).join('\n');
}

/** What `--help` prints. */
export const HELP = `idp-preflight: before you switch your identity provider, who keeps their account?

  idp-preflight check --old FILE --new FILE [options]
  idp-preflight check --config FILE [options]
  idp-preflight inspect FILE...      what each export is, what it lacks, and the check to type next
  idp-preflight init --old FILE --new FILE [--app FILE] [--config FILE]
                                     writes a config with comments from the files at hand
  idp-preflight gate verify CERTIFICATE [--key FILE] [--old FILE] [--new FILE] [--app FILE] ...
  idp-preflight gate keygen [--sign-key FILE] [--key FILE]
  idp-preflight runbook start --certificate FILE --organization NAME... [--key FILE] [--journal FILE]
  idp-preflight runbook next | done STEP | status | renew | render | export
  idp-preflight verify --baseline FILE [--app FILE] [--scim FILE]
                                     after the switch: whether what happened is what was predicted
  idp-preflight explain [KIND]       what a finding or an outcome means, and how to put it right
  idp-preflight help                 this text
  idp-preflight providers [ID]       which apps are known, by what each finds an account, and where that is documented

check reads the user exports of the old and the new identity provider, pairs the people, compares what
will be sent as SSO and SCIM email, and says what happens to each of them at the switch.

Inputs (repeat a flag for several files of one side; - is standard input)
  --old FILE                    export of the old identity provider
  --new FILE                    export of the new one
  --app FILE                    the app's own member list, if you have it: then nothing else counts as an account
  --old-profile ID, --new-profile ID, --app-profile ID
                                its format; default: detected. ID:
${inColumn(PROFILE_IDS)}
  --sheet [SIDE=]NAME           the sheet of a workbook (.xlsx); default: the first that is not hidden.
                                SIDE: old, new, app; without it, of every file that is named .xlsx
  --encoding [SIDE=]NAME        what the files are written in, such as windows-1250; default: found out by their bytes
  --old-map KEY=COLUMN, --new-map KEY=COLUMN
                                which column is really sent, or holds what; - is "not sent".
                                KEY: ${MAP_KEYS.join(' ')}
  --app-map KEY=COLUMN          the same for the member list. KEY: ${APP_MAP_KEYS.join(' ')}
  --old-only COLUMN=GLOB, --old-exclude COLUMN=GLOB, --new-only ..., --new-exclude ...
                                who is in scope; * and ? are wildcards, letter case does not matter;
                                COLUMN= is an empty cell

The switch
  --mode MODE                   what provisions accounts afterwards: ${MODES.join(', ')}; default scim
  --service-provider ID         the app; default claude. Repeat it for several apps; a config lists them with their own
                                lists and columns (sso, scim, groups). ID:
${inColumn(SERVICE_PROVIDER_IDS)}
  --compare POLICY              ${COMPARE_POLICIES.join(', ')}; default: the service provider's own

Who is whom
  --crosswalk-template FILE     writes a CSV with one row for every two records of which a human has to say whether
                                they are one person; fill in "same" (to be linked) or "different" (not to be: two
                                people, or a former record of one)
  --crosswalk FILE              what was filled in; it outweighs all evidence. It is one for all apps; a row about an
                                account names its app in the column application, where there are several

Config
  --config FILE                 YAML or JSON: what flags say, under their names, and severities, waivers, budgets and
                                what is required besides. Flags win; - is standard input. init writes it:
                                idp-preflight.yaml, if not said

Behind the gate
  --certificate FILE            check writes it if the gate is open and nobody has to guess which columns are
                                sent: what was checked, with the SHA-256 of every file, and no word about anybody
  --valid-for TIME              how long it holds: 90m, 24h, 2d; default 24h
  --sign-key FILE               the private key by which it is signed, which gate keygen makes
  gate verify                   whether it holds now: digest, waivers, time, and every file as it is now, or those
                                named with --old, --new, --app, --crosswalk, --config; exit status 0 or 1
  --key FILE                    the public key by which it has to be signed
  runbook start                 begins the migration of an app whose steps are known (claude), with a certificate
  --organization NAME           a connected organization; repeat it for all of them
  --journal FILE                where it is written what was done; default idp-preflight.journal.jsonl
  runbook next                  what to do now; exit status 1 where it must not be done yet
  runbook done STEP             records that a step, by its number or id, was taken: refused (1) out of order,
                                before its time, while an organization is behind, or, where it cannot be taken
                                back, unless the certificate holds at that moment
  --note TEXT, --override-wait REASON
                                what is worth remembering; why step 2 is taken before an hour has passed
  runbook renew                 goes on with another --certificate, where the first one has expired
  runbook status, render, export
                                how far it is; the plan for people; what was done (--report markdown, json)

After the switch (verify)
  --baseline FILE               the report that was made before: check ... --all --report json=FILE
  --app FILE                    the app's member list now; also --app-profile, --app-map
  --scim FILE                   an export of the app's SCIM directory now; also --scim-profile, --scim-map, of which
                                the key scim is the address. One of the two lists is needed
  --new FILE                    the export of the new identity provider that the baseline was made from: for groups
  --organization NAME           what the lists are of; of a baseline on several apps, which one. Verify one at a time

Reports
  --report FORMAT[=FILE]        ${REPORT_FORMATS.join(', ')}; default: text on standard output;
                                notify is a CSV for a mail merge: whom to tell what before the switch
  --all                         everyone in a json or ndjson report, everybody of each finding in text
  --quiet                       nothing on standard error but errors: neither the verdict nor, with csv, ndjson and
                                notify, which records were left out
  --no-color, --no-progress
  -h, --help, -v, --version

Exit status
  0  the gate is open; what happened is what was predicted
  1  the gate is closed; it does not verify
  2  the question could not be answered: usage, config, unreadable or empty input, unwritable output, fault
  130  interrupted
`;
