import { type Arguments, type OptionName, usage } from './arguments.ts';

const HOW_TO_TALK = ['no-color', 'help', 'version'] as const;
/** The options of each command that does not take those of `check`. */
const TAKES = {
  init: [
    'old',
    'new',
    'app',
    'sheet',
    'encoding',
    'old-map',
    'new-map',
    'app-map',
    'mode',
    'config',
    'quiet',
    ...HOW_TO_TALK,
  ],
  inspect: ['sheet', 'encoding', 'report', 'all', 'quiet', 'no-progress', ...HOW_TO_TALK],
  verify: [
    ...['baseline', 'new', 'app', 'app-profile', 'app-map', 'scim', 'scim-profile', 'scim-map', 'organization'],
    ...['report', 'all', 'quiet', 'no-progress', ...HOW_TO_TALK],
  ],
  explain: HOW_TO_TALK,
  providers: HOW_TO_TALK,
  help: HOW_TO_TALK,
  'gate verify': ['key', 'old', 'new', 'app', 'crosswalk', 'config', 'quiet', ...HOW_TO_TALK],
  'gate keygen': ['sign-key', 'key', 'quiet', ...HOW_TO_TALK],
  'runbook start': ['certificate', 'organization', 'key', 'journal', 'quiet', ...HOW_TO_TALK],
  'runbook next': ['journal', ...HOW_TO_TALK],
  'runbook done': ['organization', 'note', 'override-wait', 'journal', 'quiet', ...HOW_TO_TALK],
  'runbook status': ['journal', ...HOW_TO_TALK],
  'runbook renew': ['certificate', 'journal', 'quiet', ...HOW_TO_TALK],
  'runbook render': ['journal', 'report', ...HOW_TO_TALK],
  'runbook export': ['journal', 'report', ...HOW_TO_TALK],
} as const satisfies Record<string, readonly OptionName[]>;
type Taking = keyof typeof TAKES;
/** Options of other commands that `check` has not. */
export const NOT_OF_CHECK: readonly OptionName[] = [
  ...(['key', 'journal', 'organization', 'note', 'override-wait'] as const),
  ...(['baseline', 'scim', 'scim-profile', 'scim-map'] as const),
];

/** An option that a command does not know would be ignored in silence. */
export function refuseOthers(said: Arguments, command: Taking): void {
  const takes: readonly OptionName[] = TAKES[command];
  refuseOptions(
    said,
    command,
    said.given.filter((option) => !takes.includes(option)),
  );
}

/** Says which option is none of the command. */
export function refuseOptions({ given }: Arguments, command: string, refused: readonly OptionName[]): void {
  const stray = given.find((option) => refused.includes(option));
  if (stray !== undefined) throw usage(`--${stray} is no option of ${command}.`);
}
