/** What every service provider is asked: does it do to everybody what was predicted? */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reconcile, type ServiceProviderId } from '../../src/index.ts';
import { BROKEN, type Broken, PAIRS_BY_ADDRESS_ONLY } from '../broken-matchers/broken.ts';
import { loadBroken } from '../broken-matchers/load.ts';
import { visible } from '../reference/print.ts';
import { OUTCOMES, type Outcome } from '../reference/simulation.ts';
import { type Judgement, judge, type Verdict } from './judge.ts';
import type { Played } from './play.ts';
import type { ServiceProvider } from './service-provider.ts';
import { ORGANISATIONS, playSwitches, type Switches } from './switches.ts';

export interface Expectations {
  start: () => Promise<ServiceProvider>;
  serviceProvider: ServiceProviderId;
  /** Where server and model part, and of how many in a thousand predictions that may be said at most. */
  explained: Partial<Record<Verdict, number>>;
  /** What this server cannot tell, since it does not compare like that. */
  blindTo?: readonly Broken['what'][];
}

interface Told extends Judgement {
  played: Played;
}

type Reconciler = Pick<typeof import('../../src/index.ts'), 'reconcile'>;

export function expectPredictions({ start, serviceProvider, explained, blindTo = [] }: Expectations): void {
  let server: ServiceProvider;
  let switches: Switches;
  let told: Told[];

  const tell = async (library: Reconciler): Promise<Told[]> => {
    const all: Told[] = [];
    for (const played of switches.played) {
      const predict: Parameters<typeof judge>[1] = (input, options) =>
        library.reconcile(input, { ...options, serviceProvider });
      const judgements = await judge(played, predict, switches.replay(played));
      all.push(...judgements.map((judgement) => ({ ...judgement, played })));
    }
    return all;
  };
  const wrong = (all: readonly Told[]): string[] =>
    all.flatMap((one) => one.says.map((what) => describeWrong(one, what)));
  const secondAccounts = (all: readonly Told[], said?: 'untold'): number =>
    all.filter((one) => one.secondAccount !== null && one.secondAccount === (said ?? one.secondAccount)).length;
  const count = (verdict: Verdict, outcome?: Outcome): number =>
    told.filter((one) => one.verdict === verdict && (outcome === undefined || one.person.outcome === outcome)).length;

  beforeAll(async () => {
    server = await start();
    switches = await playSwitches(server);
    told = await tell({ reconcile });
  });
  afterAll(() => server.stop());

  test(`does to everybody of ${ORGANISATIONS} organisations what was predicted`, () => {
    expect(wrong(told).slice(0, 10)).toEqual([]);
    const verdicts = [...new Set(told.map(({ verdict }) => verdict))].map((verdict) => `${verdict} ${count(verdict)}`);
    const excused = told.reduce((sum, one) => sum + one.excused, 0);
    console.log(
      `${switches.played.length} switches (${switches.withoutAccounts} more without any account to list), ${told.length} predictions: ${verdicts.join(', ')}; ${excused} excused`,
    );
  });

  test.each(OUTCOMES)('%s is there at least 20 times', (outcome) => {
    expect(count(outcome === 'unverified' ? 'no claim' : 'as predicted', outcome)).toBeGreaterThanOrEqual(20);
  });

  // The drawn people often carry ids that contradict each other: these are two people to the library, and meet themselves.
  // A matcher that misses pairs beyond that would make nearly all takeovers such ones.
  test('most who are told of a takeover come to somebody else in truth', () => {
    const alarms = told.filter((one) => one.isFalseAlarm).length;
    console.log(`${alarms} of ${count('as predicted', 'account-takeover')} takeovers are false alarms`);
    expect(alarms * 2).toBeLessThan(count('as predicted', 'account-takeover'));
  });

  // Somebody who has no id in common with themselves, and other addresses, cannot be recognised; most can.
  test('most who get a second account in truth are told so', () => {
    console.log(`${secondAccounts(told, 'untold')} of ${secondAccounts(told)} are told that it is their first`);
    expect(secondAccounts(told, 'untold') * 2).toBeLessThan(secondAccounts(told));
  });

  test('what was not as predicted is explained, and rare', () => {
    const due: Verdict[] = ['as predicted', 'no claim'];
    for (const verdict of new Set(told.map((one) => one.verdict))) {
      if (due.includes(verdict)) continue;
      expect(count(verdict) * 1000, verdict).toBeLessThanOrEqual((explained[verdict] ?? 0) * told.length);
    }
    expect(switches.withoutAccounts * 20).toBeLessThanOrEqual(switches.played.length);
    for (const verdict of Object.keys(explained) as Verdict[]) expect(count(verdict), verdict).toBeGreaterThan(0);
  });

  describe('finds out a matcher', () => {
    test.each(BROKEN.filter(({ what }) => !blindTo.includes(what)))('that $what', async (broken) => {
      const found = wrong(await tell(await loadBroken(broken)));
      console.log(`${broken.what}: ${found.length} wrong predictions, such as\n${found[0]}`);
      expect(found.length).toBeGreaterThanOrEqual(10);
    });

    // Of two halves of a person each prediction is right by itself. What tells is how many do not know that they have two accounts.
    test(`that ${PAIRS_BY_ADDRESS_ONLY.what}`, async () => {
      const all = await tell(await loadBroken(PAIRS_BY_ADDRESS_ONLY));
      console.log(`${secondAccounts(all, 'untold')} of ${secondAccounts(all)} are told that it is their first`);
      expect(secondAccounts(all, 'untold') * 2).toBeGreaterThan(secondAccounts(all));
    });

    // Another comparison would be broken than this server's; if it showed, something else would be wrong.
    for (const broken of BROKEN.filter(({ what }) => blindTo.includes(what))) {
      test(`but not one that ${broken.what}`, async () => {
        expect(wrong(await tell(await loadBroken(broken)))).toEqual([]);
      });
    }
  });
}

function describeWrong({ played, person }: Told, what: string): string {
  const user = (name: string, { sso, scim, person: human, active }: Values): string =>
    `${name} ${visible(sso)} ${visible(scim)} of ${human}${active ? '' : ', inactive'}`;
  return [
    `${played.mode}, ${played.listed ? 'with' : 'without'} a list: ${what}`,
    ...(person.old === null ? [] : [user('old', person.old)]),
    ...(person.new === null ? [] : [user('new', person.new)]),
    ...(person.app === null ? [] : [`account ${visible(person.app.email)}`]),
  ].join('; ');
}

interface Values {
  sso: string | null;
  scim: string | null;
  person: string;
  active: boolean;
}
