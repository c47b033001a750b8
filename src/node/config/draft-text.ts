import type { Mode } from '../../model/reconciliation.ts';
import { inertJson } from '../../reporters/inert-json.ts';
import { inert } from '../../reporters/terminal.ts';
import type { DraftColumn, DraftSide } from './draft-sides.ts';

/** What a config is written from. */
export interface Draft {
  /** Old, new and, where it was given, app. */
  readonly sides: readonly (DraftSide & {
    readonly sheet?: string | undefined;
    readonly encoding?: string | undefined;
  })[];
  readonly mode: Mode;
  /** A last day for the example of a waiver, `YYYY-MM-DD`. */
  readonly expires: string;
}

const HEAD = `# What idp-preflight check compares, and how. Flags of the command line win over what stands here, and paths start at
# the folder of this file. A line that begins with #key is switched on by taking the # away.
`;

/**
 * A config with comments, as YAML. Prose is behind \`# \`, what can be switched on behind \`#\`; whatever comes from an export
 * is in quotes, or inert in a comment.
 */
export function draftText({ sides, mode, expires }: Draft): string {
  return [HEAD, ...sides.map(sideText), switchText(mode), policyText(expires)].join('\n');
}

function sideText({ side, files, profiles, columns, example, sheet, encoding }: Draft['sides'][number]): string {
  const whose = side === 'app' ? "The app's own member list." : `The exports of the ${side} IdP.`;
  const profile = profiles.map((id) => `  #profile: ${quoted(id)}\n`);
  return (
    `# ${whose}\n${side}:\n  files: [${files.map(quoted).join(', ')}]\n` +
    (sheet === undefined ? '' : `  sheet: ${quoted(sheet)}\n`) +
    (encoding === undefined ? '' : `  encoding: ${quoted(encoding)}\n`) +
    `  # The format was detected${profiles.length > 1 ? ', and differs from file to file' : ''}.\n${profile.join('')}` +
    mapText(side, columns) +
    (example === null
      ? ''
      : `  # Leave out whoever will not have the app.\n  #exclude: [${quoted(`${example}=service-*`)}]\n`)
  );
}

/** The columns that are sent: those that were named, and, switched off, those that are assumed. */
function mapText(side: DraftSide['side'], columns: readonly DraftColumn[]): string {
  const named = columns.filter(({ isNamed }) => isNamed);
  const assumed = columns.filter(({ isNamed }) => !isNamed);
  const where = side === 'app' ? 'the app' : `the app's settings in the ${side} IdP`;
  const why =
    assumed.length === 0
      ? ''
      : `  # Nobody has said which column is really ${side === 'app' ? 'the address of an account' : 'sent'}, so check goes on asking (mapping-assumed).\n` +
        `  # Look at ${where}, and say so by taking the # away.\n`;
  const off = named.length === 0 ? '#' : '';
  // A map of comments alone would have no value.
  const head = columns.some(({ columns: found }) => found.length === 1) ? `  ${off}map:\n` : '';
  const lines = [
    ...named.map(({ key, columns: [column = ''] }) => `    ${key}: ${quoted(column)}\n`),
    ...assumed.map((column) => assumedText(column, off === '#')),
  ];
  return why + head + lines.join('');
}

function assumedText({ key, columns, rivals }: DraftColumn, isWholeMapOff: boolean): string {
  const others = rivals.map(
    ({ column, differing }) => `“${inert(column)}”, which holds another value for ${users(differing)}`,
  );
  const beside = others.length === 0 ? '' : `    # It could be ${others.join('; or ')}.\n`;
  const [only] = columns;
  if (only === undefined) return `    # No column is known to be the ${key} email.\n`;
  if (columns.length > 1) {
    return `    # For ${key}, the files have ${columns.map((column) => `“${inert(column)}”`).join(' and ')}.\n${beside}`;
  }
  return `${beside}${isWholeMapOff ? '  #  ' : '    #'}${key}: ${quoted(only)}\n`;
}

function switchText(mode: Mode): string {
  return `# What provisions accounts after the switch: scim, jit or manual.
mode: ${mode}
#service-provider: claude
# How addresses are compared, if not as the service provider does: idp-preflight --help lists the ways.
#compare: exact
# Who is whom, where only a human can tell: --crosswalk-template FILE writes the file to fill in.
#crosswalk: "crosswalk.csv"
#report: ["text", "json=idp-preflight.json"]
`;
}

function policyText(expires: string): string {
  return `# Severities by kind of finding, in place of the usual ones: error closes the gate. Outcomes close it all the same.
#severities:
#  unexpected-in-new: info

# What somebody has looked at and answers for: it no longer closes the gate, and stays in every report, marked. A waiver
# names a kind of finding, an outcome or both; and a person, as an export has the address or as "employee-id:00123", or a
# pattern of addresses, or, for a fault of an export, its file. Takeovers are waived person by person.
#waivers:
#  - kind: missing-in-new
#    outcome: loses-access
#    person: "leaver@example.com"
#    reason: "leaves before the switch"
#    owner: "you@example.com"
#    expires: ${expires}

# What has to be there, or the gate stays closed: the app's own member list, every email column named by somebody, and more.
#require: [app, confirmed-mapping]
`;
}

/** JSON text is YAML; controls and format characters are written by number. */
function quoted(text: string): string {
  return inertJson(text);
}

function users(count: number): string {
  return `${count} active user${count === 1 ? '' : 's'}`;
}
