import { USUAL_COVERAGE } from '../model/policy.ts';
import type { CoverageMeasure } from '../model/reconciliation.ts';
import { type Draft, defineFinding } from './define-finding.ts';
import type { Evidence } from './evidence.ts';

const ENOUGH = 20;

export const coverageLow = defineFinding({
  kind: 'coverage-low',
  about: 'input',
  explanation:
    'Too few people of one side are found on the other: one export may not be whole, or too much of the new side is in scope.',
  detect(evidence) {
    const drafts: Draft[] = [];
    const { ownership, tables } = evidence.world;
    const old = tables.old.length;
    if (old >= ENOUGH && evidence.active.old === 0) {
      drafts.push({
        severity: 'error',
        side: 'old',
        message: `None of the ${old} users of the old IdP is active, so nobody has an account that could be lost.`,
        remedy: 'Check which column says who is active: --old-map status=COLUMN, or --old-map status=- for everybody.',
      });
    }
    const listed = ownership.app === null ? null : ownership.claimed;
    if (listed?.accounts === 0 && (ownership.app?.length ?? 0) >= ENOUGH) {
      drafts.push({
        severity: 'error',
        side: 'app',
        message: "No row of the app's list is an account, so nobody has an account that could be lost.",
        remedy: 'Check which column says who was removed: --app-map status=COLUMN, or --app-map status=- for nobody.',
      });
    }
    const low = measureCoverage(evidence).filter(({ found, of }) => found * 100 < of * USUAL_COVERAGE);
    return [
      ...drafts,
      ...low.map(({ side, message, remedy }): Draft => ({ severity: 'error', side, message, remedy })),
    ];
  },
});

/** Every share that is measured, whether or not it is too little: which is too little, a policy may say. */
export function measureCoverage(evidence: Evidence): CoverageMeasure[] {
  let owners = 0;
  let pairedOwners = 0;
  let active = 0;
  let pairedActive = 0;
  for (const person of evidence.people) {
    const isActiveNew = evidence.isActive('new', person.new);
    // An account that nobody claims is measured below.
    if (person.owner && (person.old >= 0 || person.new >= 0)) {
      owners += 1;
      if (isActiveNew) pairedOwners += 1;
    }
    if (isActiveNew) {
      active += 1;
      if (person.old >= 0) pairedActive += 1;
    }
  }
  const { app, claimed } = evidence.world.ownership;
  const ofOwners: CoverageMeasure = {
    side: 'new',
    found: pairedOwners,
    of: owners,
    message: `Only ${pairedOwners} of ${owners} people who have an account today are paired with an active user of the new IdP.`,
    remedy:
      'Check that the new export is whole (all pages, all users, the right tenant), and that both sides carry ids that agree.',
  };
  const ofAccounts: CoverageMeasure = {
    side: 'app',
    found: claimed.byOld,
    of: claimed.accounts,
    message: `Only ${claimed.byOld} of ${claimed.accounts} accounts of the app belong to a user of the old IdP.`,
    remedy:
      'Check that the old export is whole, and that the member list is that of the organisation whose IdP is switched.',
  };
  const ofNew: CoverageMeasure = {
    side: 'old',
    found: pairedActive,
    of: active,
    message: `Only ${pairedActive} of ${active} active users of the new IdP are paired with a user of the old one.`,
    remedy:
      'Check that the old export is whole; if the new one holds people who will not have the app, leave them out with --new-only or --new-exclude.',
  };
  return [ofOwners, app === null ? ofNew : ofAccounts].filter(({ of }) => of >= ENOUGH);
}
