import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ran, runCommand } from '../support/command.ts';
import { shellWords } from '../support/shell-words.ts';
import { Workplace } from './workplace.ts';

const CHECK = 'check --config idp-preflight.yaml --certificate certificate.json';
const START = 'runbook start --certificate certificate.json --organization Claude --organization Console';
const JOURNAL = 'idp-preflight.journal.jsonl';

let place: Workplace;
/** Runs a command line so many minutes into the day of the migration. */
const at = (minutes: number, command: string): Promise<Ran> =>
  place.inside(() => runCommand(shellWords(command), new Date(Date.UTC(2026, 4, 9, 6, minutes)).toISOString()));
const statuses = async (minutes: number, ...commands: string[]) => {
  const found: number[] = [];
  for (const command of commands) found.push((await at(minutes, command)).status);
  return found;
};

beforeEach(() => {
  place = new Workplace('idp-preflight.yaml');
});

afterEach(() => place.remove());

describe('exports that nobody has put right', () => {
  it('get no certificate, and nothing begins without', async () => {
    expect(await at(0, CHECK)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('a closed gate is not certified'),
    });
    expect((await at(0, START)).status).not.toBe(0);
    expect((await at(0, 'runbook next')).status).toBe(2);
    expect(await place.inside(async () => [existsSync('certificate.json'), existsSync(JOURNAL)])).toEqual([
      false,
      false,
    ]);
  });

  it('never get past step 2, not with a certificate of others, whatever is tried', async () => {
    place.copy('entra-users.csv', 'unfixed.csv');
    place.copy('entra-users-fixed.csv', 'entra-users.csv');
    expect(await statuses(0, CHECK, START, 'runbook done 1')).toEqual([0, 0, 0]);
    place.copy('certificate.json', 'spare.json');
    place.copy('unfixed.csv', 'entra-users.csv');
    const both = ['Claude', 'Console'].map((name) => `runbook done 2 --organization ${name}`);
    expect(await statuses(61, ...both)).toEqual([0, 0]);
    const journal = place.read(JOURNAL);

    const refused = await statuses(
      62,
      'runbook next',
      'runbook done 3',
      CHECK,
      'runbook renew --certificate certificate.json',
      'runbook renew --certificate spare.json',
      'runbook done 3',
      'runbook done 4',
      'gate verify certificate.json',
    );
    // The check that found the gate closed has taken the certificate away: there is none to renew with, or to verify.
    expect(refused).toEqual([1, 1, 1, 2, 1, 1, 1, 2]);
    expect((await at(62, 'runbook done 3 --override-wait hurry')).status).toBe(2);
    expect(place.read(JOURNAL)).toBe(journal);
    expect((await at(63, 'runbook status')).stdout).toContain('Next: Step 3 (delete-directory)');

    // The same with the exports put right: it was nothing else that stood in the way.
    place.copy('entra-users-fixed.csv', 'entra-users.csv');
    expect(await statuses(64, CHECK, 'runbook renew --certificate certificate.json', 'runbook done 3')).toEqual([
      0, 0, 0,
    ]);
  });
});
