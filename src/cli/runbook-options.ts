import { type Arguments, unknownVerb, usage } from './arguments.ts';
import { type ReportTarget, reportTargets } from './report-targets.ts';
import { refuseOthers } from './taken-options.ts';

const VERBS = ['start', 'next', 'done', 'status', 'renew', 'render', 'export'] as const;
type Verb = (typeof VERBS)[number];

const RENDER_FORMATS = ['markdown'] as const;
const EXPORT_FORMATS = ['markdown', 'json'] as const;
type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Where the journal is, if nobody says. */
export const USUAL_JOURNAL = 'idp-preflight.journal.jsonl';

/** What the command line of `runbook` says. */
export type RunbookCommand = { readonly journal: string; readonly quiet: boolean } & (
  | {
      readonly does: 'start';
      readonly certificate: string;
      readonly organizations: readonly string[];
      /** The public key by which certificates have to be signed; null where they need not be. */
      readonly key: string | null;
    }
  | { readonly does: 'next' | 'status' }
  | {
      readonly does: 'done';
      readonly step: string;
      readonly organization: string | undefined;
      readonly note: string | undefined;
      readonly overrideWait: string | undefined;
    }
  | { readonly does: 'renew'; readonly certificate: string }
  | { readonly does: 'render' | 'export'; readonly reports: readonly ReportTarget<ExportFormat>[] }
);

/**
 * Reads the options of `runbook`.
 *
 * @throws PreflightError ERR_USAGE, ERR_UNKNOWN_FORMAT
 */
export function runbookCommand(said: Arguments, [word, ...rest]: readonly string[]): RunbookCommand {
  const verb = VERBS.find((known) => known === word);
  if (verb === undefined) throw unknownVerb('runbook', word, VERBS);
  refuseOthers(said, `runbook ${verb}`);
  const { values } = said;
  const { journal = USUAL_JOURNAL, certificate, organization = [] } = values;
  if (journal === '' || journal === '-') throw usage('--journal names a file.');
  const common = { journal, quiet: values.quiet === true };
  const [argument] = verb === 'done' ? rest.slice(1) : rest;
  if (argument !== undefined) throw usage(unexpected(verb, argument));
  switch (verb) {
    case 'start':
      return {
        ...common,
        does: verb,
        certificate: requireCertificate(certificate, verb),
        organizations: organization,
        key: values.key ?? null,
      };
    case 'renew':
      return { ...common, does: verb, certificate: requireCertificate(certificate, verb) };
    case 'done': {
      const [step] = rest;
      if (step === undefined)
        throw usage('Say which step is done, by its number or id: idp-preflight runbook done STEP.');
      if (organization.length > 1) {
        throw usage('A step is done at one organization at a time: each has a line of its own in the journal.');
      }
      return {
        ...common,
        does: verb,
        step,
        organization: organization[0],
        note: values.note,
        overrideWait: values['override-wait'],
      };
    }
    case 'render':
      return { ...common, does: verb, reports: reportTargets(values.report, RENDER_FORMATS, 'markdown') };
    case 'export':
      return { ...common, does: verb, reports: reportTargets(values.report, EXPORT_FORMATS, 'markdown') };
    default:
      return { ...common, does: verb };
  }
}

function requireCertificate(certificate: string | undefined, verb: Verb): string {
  if (certificate !== undefined && certificate !== '' && certificate !== '-') return certificate;
  throw usage(
    `Name the certificate: idp-preflight runbook ${verb} --certificate FILE. check --certificate FILE writes it.`,
  );
}

function unexpected(verb: Verb, argument: string): string {
  if (verb === 'start') return `Unexpected argument "${argument}". Each organization has --organization before it.`;
  if (verb === 'done') return `Unexpected argument "${argument}". One step is done at a time.`;
  return `Unexpected argument "${argument}".`;
}
