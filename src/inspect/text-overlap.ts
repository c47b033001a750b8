import type { Style } from '../reporters/terminal.ts';
import { plural } from './defect.ts';
import type { EmailOverlap, IdOverlap, Overlap } from './inspection.ts';
import { clipped, harmless, labelled, table } from './layout.ts';

const LONGEST_COLUMN = 26;
const IDS = 3;
const EMAILS = 4;

/** What two sides have in common. */
export function overlapText({ old, new: next, ids, bestId, emails }: Overlap, all: boolean, style: Style): string {
  const names = (files: readonly string[]) => files.map((file) => clipped(file, 60)).join(' + ');
  return (
    `${style.bold(`${names(old)} → ${names(next)}`)}\n` +
    idsText(ids, all, style) +
    emailsText(emails, bestId, all, style)
  );
}

function idsText(ids: readonly IdOverlap[], all: boolean, style: Style): string {
  if (ids.length === 0) return labelled('ids', 'no id column in common: people can be paired by their email alone');
  const few = all ? ids : ids.slice(0, IDS);
  const rows = few.map((id) => [couple(id), id.inBoth, id.onlyOld, id.onlyNew, id.pairs, idNote(id)]);
  return (
    table([['ids', 'in both', 'only old', 'only new', 'pairs', ''], ...rows]) + more(ids.length - few.length, style)
  );
}

function idNote({ kind, pairsPeople, inBoth }: IdOverlap): string {
  if (!pairsPeople) return "a provider's own: pairs nobody";
  if (kind === null) return 'not read as one kind: see the command';
  return inBoth === 0 ? `no ${kind} in common` : kind;
}

function emailsText(emails: readonly EmailOverlap[], bestId: IdOverlap | null, all: boolean, style: Style): string {
  if (emails.length === 0) return labelled('emails', 'no column of addresses on both sides');
  const few = all ? emails : firstFew(emails);
  const head =
    bestId === null
      ? ['emails', 'equal', 'but for spelling', 'only old', 'only new']
      : [`emails of the ${plural(bestId.pairs, 'pair')}`, 'equal', 'but for spelling', 'different', 'missing'];
  const rows = few.map((email) => [couple(email), ...numbersOf(email), email.isAssumed ? '← assumed' : '']);
  return table([[...head, ''], ...rows]) + more(emails.length - few.length, style);
}

/** What a check compares unless told otherwise, and the best of what has anything in common. */
function firstFew(emails: readonly EmailOverlap[]): readonly EmailOverlap[] {
  const common = emails.filter((email) =>
    numbersOf(email)
      .slice(0, 2)
      .some((count) => count > 0),
  );
  const assumed = emails.filter(({ isAssumed }) => isAssumed);
  const best = common.filter((email) => !assumed.includes(email)).slice(0, EMAILS - assumed.length);
  return emails.filter((email) => assumed.includes(email) || best.includes(email));
}

function numbersOf({ paired, inBoth, inBothButForSpelling, onlyOld, onlyNew }: EmailOverlap): number[] {
  if (paired === null) return [inBoth, inBothButForSpelling, onlyOld - inBothButForSpelling, onlyNew];
  return [paired.equal, paired.spelling, paired.different, paired.missing];
}

function couple({ old, new: next }: { readonly old: string; readonly new: string }): string {
  return `${clipped(old, LONGEST_COLUMN)} → ${clipped(next, LONGEST_COLUMN)}`;
}

function more(count: number, style: Style): string {
  return count > 0 ? style.dim(`  … and ${harmless(String(count))} more (--all)\n`) : '';
}
