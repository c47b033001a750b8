import { shownPair } from '../email/shown.ts';
import { duplicateHeader } from '../findings/duplicate-header.ts';
import { encodingLossy } from '../findings/encoding-lossy.ts';
import { lossyCell } from '../findings/lossy-cell.ts';
import { recordRejected } from '../findings/record-rejected.ts';
import { isRoundCount } from '../findings/round-count.ts';
import { sheetAssumed } from '../findings/sheet-assumed.ts';
import { statusUnknown } from '../findings/status-unknown.ts';
import type { Finding } from '../model/finding.ts';
import type { LoadedInput } from '../model/input.ts';
import type { AccountResult, SyncResult, VerifiedPerson } from '../model/verification.ts';
import type { Baseline } from './baseline.ts';
import type { Draft } from './findings/define-verification.ts';
import { baselineFindings, finish, worstFirst } from './findings/index.ts';

const ENOUGH = 20;
const LEAST_SHARE = 0.8;
/** What `check` finds about files is found about these alike. */
const OF_FILES = [recordRejected, lossyCell, encodingLossy, duplicateHeader] as const;

/** What is to be said about the baseline and the lists as a whole, worst first. */
export function listFindings(
  baseline: Baseline,
  inputs: readonly LoadedInput[],
  people: readonly VerifiedPerson[],
): Finding[] {
  const found = (kind: string, drafts: readonly Draft[]) => drafts.map((draft) => finish(kind, draft));
  return worstFirst([
    ...baselineFindings(baseline),
    ...OF_FILES.flatMap(({ kind, detect }) => found(kind, detect({ inputs }))),
    ...found(sheetAssumed.kind, sheetAssumed.detect({ inputs }).map(withOneSheet)),
    ...found(statusUnknown.kind, statusUnknown.detect({ inputs }).map(withOurFlags)),
    ...found('mapping-assumed', inputs.flatMap(assumptionsOf)),
    ...found('coverage-low', coverage(people)),
    ...found('round-count', inputs.flatMap(roundCounts)),
    ...found('same-file', sameFiles(baseline, inputs)),
  ]);
}

/** How the two lists are called: `new` is what arrived. */
function listName(side: string): 'scim' | 'app' {
  return side === 'app' ? 'app' : 'scim';
}

function withOneSheet(draft: Draft): Draft {
  return { ...draft, remedy: 'Save the sheet that is meant as CSV UTF-8, or in a workbook of its own, and give that.' };
}

function withOurFlags(draft: Draft): Draft {
  return {
    ...draft,
    remedy: `Have the list exported again, or say which column tells who is active with --${listName(draft.side ?? '')}-map status=COLUMN.`,
  };
}

/** Only the address by which a list is read matters. */
function assumptionsOf({ side, file, observations }: LoadedInput): Draft[] {
  const list = listName(side);
  return observations.assumptions
    .filter(({ attribute }) => attribute === (list === 'app' ? 'sso' : 'scim'))
    .map(({ attribute, column, plausible }) => {
      const rival = plausible.filter(({ differing }) => differing > 0).sort((a, b) => b.differing - a.differing)[0];
      const example = rival === undefined ? null : shownPair(rival.exampleAssumed, rival.examplePlausible);
      return {
        severity: rival === undefined ? 'warning' : 'error',
        side,
        file,
        column,
        attribute,
        message: `Column “${column}” was taken for the address of the ${list === 'app' ? 'member list' : 'SCIM directory'}${
          rival === undefined || example === null
            ? '; nobody has said so'
            : `, and for ${rival.differing} of the active rows column “${rival.column}” holds another value (${example.old} against ${example.new}): the answer depends on a guess`
        }.`,
        remedy: `Say which column it is: --${list}-map ${list === 'app' ? 'email' : 'scim'}=COLUMN.`,
      };
    });
}

/** A list that holds far fewer than were expected of it may not be whole. */
function coverage(people: readonly VerifiedPerson[]): Draft[] {
  const measure = <Result>(results: readonly (Result | null)[], there: readonly Result[], gone: readonly Result[]) => {
    const count = (of: readonly Result[]) => results.filter((result) => result !== null && of.includes(result)).length;
    return { seen: count(there), expected: count(there) + count(gone) };
  };
  const known = people.filter(({ predicted }) => predicted !== null);
  const accounts = measure<AccountResult>(
    known.map(({ account }) => account),
    ['stayed', 'appeared', 'duplicated', 'replaced'],
    ['vanished', 'missing'],
  );
  const arrivals = measure<SyncResult>(
    known.map(({ sync }) => sync),
    ['arrived', 'otherwise', 'twice', 'inactive'],
    ['missing'],
  );
  const tooFew = ({ seen, expected }: typeof accounts) => expected >= ENOUGH && seen < expected * LEAST_SHARE;
  return [
    ...(tooFew(accounts)
      ? [
          {
            severity: 'error' as const,
            side: 'app' as const,
            message: `Only ${accounts.seen} of ${accounts.expected} accounts that were predicted are on the member list.`,
            remedy: 'Make sure first that the list is whole, that of this organisation, and exported after the switch.',
          },
        ]
      : []),
    ...(tooFew(arrivals)
      ? [
          {
            severity: 'error' as const,
            side: 'new' as const,
            message: `Only ${arrivals.seen} of ${arrivals.expected} people who were expected are in the SCIM directory.`,
            remedy: 'Make sure that the export is whole and the first full sync is through; a large one takes hours.',
          },
        ]
      : []),
  ];
}

function roundCounts({ side, file, records }: LoadedInput): Draft[] {
  if (!isRoundCount(records)) return [];
  return [
    {
      severity: 'warning',
      side,
      file,
      message: `The ${side === 'app' ? 'member list' : 'SCIM directory'} has exactly ${records} records: is it one page of a longer list?`,
      remedy: 'Compare the number with the one that the console shows, and export all pages.',
    },
  ];
}

/** A list from before the switch says nothing of after it; where nothing was to change, it may be the same all the same. */
function sameFiles(baseline: Baseline, inputs: readonly LoadedInput[]): Draft[] {
  return inputs.flatMap(({ side, file, sha256 }, index): Draft[] => {
    const twin = baseline.inputs.find((input) => input.sha256 === sha256)?.file;
    const other = inputs.slice(0, index).find((input) => input.sha256 === sha256 && input.side !== side)?.file;
    const same = twin ?? other;
    if (same === undefined) return [];
    return [
      {
        severity: other === undefined ? 'warning' : 'error',
        side,
        file,
        message:
          other === undefined
            ? `“${file}” is byte for byte “${same}”, which the baseline was made from.`
            : `“${file}” and “${same}” are the same file.`,
        remedy:
          'Give the SCIM directory with --scim and the member list with --app, each exported after the switch. Only if nothing was to change can they be what they were.',
      },
    ];
  });
}
