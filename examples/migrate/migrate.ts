// Switches an organisation to its new identity provider, and only if everybody keeps their account.
//
// idp-preflight decides; this file does the rest: it fetches the three lists, maps them, keeps the report, corrects what
// can be corrected, looks again, and takes the step that cannot be taken back. The clients are handed in, so the same
// function runs against real APIs, against the rehearsal beside this file, and in tests.
import { rename, rm, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import {
  assertGateOpen,
  evaluateGate,
  type FindingKind,
  type GateClosedError,
  type GateVerdict,
  PreflightError,
  type Reconciliation,
  reconcile,
  render,
  type UserRecord,
} from 'idp-preflight';

/** One page of a list, and the cursor of the next one; null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

export type FetchPage<Item> = (cursor: string | null) => Promise<Page<Item>>;

/** A user of the old IdP, here shaped like Okta's `GET /api/v1/users` with the names of the user's groups. */
export interface OldUser {
  readonly status: string;
  readonly profile: {
    readonly login: string;
    readonly email: string | null;
    readonly firstName: string;
    readonly lastName: string;
    readonly employeeNumber: string | null;
    readonly hrPersonId: string | null;
  };
  readonly groups: readonly string[];
}

/** A user of the new IdP, here shaped like Microsoft Graph's `GET /users` with the names of the user's groups. */
export interface NewUser {
  readonly id: string;
  readonly accountEnabled: boolean;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly displayName: string;
  readonly employeeId: string | null;
  readonly hrPersonId: string | null;
  readonly proxyAddresses: readonly string[];
  readonly groups: readonly string[];
}

/** A row of the app's own member list. */
export interface Member {
  readonly email: string;
  readonly name: string | null;
  readonly status: 'active' | 'invited' | 'removed';
}

/** Everything outside this file. */
export interface Clients {
  readonly oldUsers: FetchPage<OldUser>;
  readonly newUsers: FetchPage<NewUser>;
  readonly members: FetchPage<Member>;
  /** Corrects the address of one user of the new IdP. */
  setMail(id: string, mail: string): Promise<void>;
  /** Irreversible: drops the old connection and signs everybody out. */
  resetConnection(): Promise<void>;
}

export interface Plan {
  readonly clients: Clients;
  /** Where the JSON report is kept. */
  readonly reportFile: string;
  /** Whether addresses may be corrected in the new IdP. */
  readonly mayCorrect: boolean;
  readonly print: (text: string) => void;
}

/** The same meanings as the exit statuses of the command, and one for the worst case. */
export const EXIT = { switched: 0, closed: 1, unanswered: 2, halfway: 3 } as const;

/**
 * The whole migration.
 *
 * @returns the exit status; whatever it is but `switched` and `halfway`, the connection was not touched
 */
export async function migrate(plan: Plan): Promise<number> {
  const { clients, mayCorrect, print } = plan;
  try {
    let seen = await look(plan);
    if (seen.verdict.status !== 'open' && mayCorrect) {
      const corrections = correctionsFor(seen);
      print(`\nAddresses to correct in the new IdP: ${corrections.length}\n`);
      for (const { id, mail } of corrections) await clients.setMail(id, mail);
      print('\nLooking again.\n\n');
      // What a correction should have done is no evidence: everything is fetched and compared once more.
      seen = await look(plan);
    }
    assertGateOpen(seen.verdict);
  } catch (error) {
    if (isGateClosed(error)) {
      print(`\nNot switched: ${error.reasons.map(({ message }) => message).join('; ')}.\n`);
      return EXIT.closed;
    }
    print(`\nNot switched, because nobody knows what would happen: ${describe(error)}\n`);
    return EXIT.unanswered;
  }

  // Nothing stands between the verdict and the step that relies on it. Nothing below can be taken back.
  try {
    await clients.resetConnection();
  } catch (error) {
    print(`\nThe reset itself failed; look at the app before anything else: ${describe(error)}\n`);
    return EXIT.halfway;
  }
  print('\nSwitched.\n');
  return EXIT.switched;
}

interface Seen {
  readonly reconciliation: Reconciliation;
  readonly verdict: GateVerdict;
  readonly newUsers: readonly NewUser[];
}

/** Fetches everything, compares it, keeps the report, and prints what would happen. */
async function look({ clients, reportFile, print }: Plan): Promise<Seen> {
  // At the same time: the closer together the lists are taken, the less can change between them.
  const [oldUsers, newUsers, members] = await Promise.all([
    everyone(clients.oldUsers),
    everyone(clients.newUsers),
    everyone(clients.members),
  ]);
  const reconciliation = reconcile(
    { old: oldUsers.map(fromOldUser), new: newUsers.map(fromNewUser), app: members.map(fromMember) },
    // What provisions accounts after the switch decides what a difference leads to, so say it.
    { mode: 'scim', serviceProvider: 'claude' },
  );
  const verdict = evaluateGate(reconciliation);
  await keepReport(reportFile, reconciliation);
  const counts = Object.entries(reconciliation.summary.outcomes).filter(([, count]) => count > 0);
  print(`What would happen: ${counts.map(([outcome, count]) => `${count} ${outcome}`).join(', ')}.\n\n`);
  // Values of a directory may hold anything; the text report makes them harmless for a terminal.
  for await (const piece of render('text', reconciliation)) print(piece);
  print(`\nThe whole report: ${reportFile}\n`);
  return { reconciliation, verdict, newUsers };
}

/** All items of a list. A page that cannot be had fails the whole: half a list looks like a smaller organisation. */
async function everyone<Item>(fetchPage: FetchPage<Item>): Promise<Item[]> {
  const items: Item[] = [];
  const cursors = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await patiently(fetchPage, cursor);
    items.push(...page.items);
    cursor = page.next;
    if (cursor !== null && cursors.has(cursor)) throw new Error('a list goes round in circles and has no last page');
    if (cursor !== null) cursors.add(cursor);
  } while (cursor !== null);
  return items;
}

/** Thrown by a client that was told to come back later: HTTP 429 or 503, with the Retry-After header. */
export class Throttled extends Error {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super(`throttled for ${retryAfterMs} ms`);
    this.retryAfterMs = retryAfterMs;
  }
}

const MOST_TRIES = 4;

async function patiently<Item>(fetchPage: FetchPage<Item>, cursor: string | null): Promise<Page<Item>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await fetchPage(cursor);
    } catch (error) {
      if (!(error instanceof Throttled) || tries === MOST_TRIES) throw error;
      await pause(error.retryAfterMs);
    }
  }
}

/**
 * `sso` is what is asserted at sign-in, `scim` what is pushed. Which attribute that is stands in the console of the IdP,
 * in two places, and not in its user list: look it up. Here both read `email`. Values go in as they are: no trimming, no
 * lower case, since the app will not do it either.
 */
function fromOldUser({ status, profile, groups }: OldUser): UserRecord {
  return {
    sso: profile.email,
    scim: profile.email,
    username: profile.login,
    name: `${profile.firstName} ${profile.lastName}`,
    // Ids that both IdPs have from the same source. An IdP's own (00u…, a Graph id) means nothing in the other one.
    ids: { 'employee-id': profile.employeeNumber, 'external-id': profile.hrPersonId },
    active: ['ACTIVE', 'PROVISIONED', 'PASSWORD_EXPIRED', 'LOCKED_OUT', 'RECOVERY'].includes(status),
    groups,
  };
}

function fromNewUser(user: NewUser): UserRecord {
  return {
    sso: user.mail,
    scim: user.mail,
    username: user.userPrincipalName,
    name: user.displayName,
    ids: { 'employee-id': user.employeeId, 'external-id': user.hrPersonId },
    active: user.accountEnabled,
    // Further addresses are never sent, but may show that an old address is this person's.
    aliases: user.proxyAddresses,
    groups: user.groups,
  };
}

/** Nothing but these rows is an account; an invitation holds its address, a removed member does not. */
function fromMember({ email, name, status }: Member): UserRecord {
  return { sso: email, name, active: status !== 'removed' };
}

/** A report is personal data, so nobody else may read it; and half of one is a lie, so it is moved to its place whole. */
async function keepReport(file: string, reconciliation: Reconciliation): Promise<void> {
  const draft = `${file}.part`;
  try {
    const json = render('json', reconciliation, { all: true, createdAt: new Date().toISOString() });
    await writeFile(draft, json, { mode: 0o600 });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const MISMATCHES: ReadonlySet<string> = new Set<FindingKind>(['sso-email-mismatch', 'scim-email-mismatch']);
/** What may vouch for a pair before anything is written: an id, or the old address among the user's own aliases. */
const VOUCHERS = ['employee-id', 'external-id', 'alias'];

/** Gives people their old address back, where it is certain whose it is. Everything else is for a human. */
function correctionsFor({ reconciliation, newUsers }: Seen): { readonly id: string; readonly mail: string }[] {
  return reconciliation.people.flatMap((person) => {
    const { correlation, outcome, findings } = person;
    // Who is not known, or would arrive at somebody else's account, is not helped by writing an address.
    if (outcome === 'unverified' || outcome === 'account-takeover') return [];
    if (!correlation?.evidence.some((item) => VOUCHERS.includes(item))) return [];
    const mail = findings.find(({ kind }) => MISMATCHES.has(kind))?.old ?? null;
    // `line` is the number of the record in the list that was handed in, so the way back to its source is short.
    const source = person.new === null ? undefined : newUsers[person.new.line - 1];
    return mail === null || source === undefined ? [] : [{ id: source.id, mail }];
  });
}

/** By its code, which also holds where two copies of the library are loaded. */
function isGateClosed(error: unknown): error is GateClosedError {
  return error instanceof Error && 'code' in error && error.code === 'ERR_GATE_CLOSED';
}

/** A fault of the library has a stable code, and says which record where it is about one. */
function describe(error: unknown): string {
  if (error instanceof PreflightError) {
    return `${error.code}${error.line === undefined ? '' : ` at record ${error.line}`}: ${error.message}`;
  }
  return error instanceof Error ? error.message : String(error);
}
