import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROFILE_IDS } from '../../src/loaders/profiles/index.ts';
import { type LoadUsersOptions, loadUsers } from '../../src/node.ts';
import { ROOT } from '../architecture/sources.ts';

const EXPORTS = join(ROOT, 'fixtures/exports');

/** What is to be read from a fixture, by its own README. */
interface Export {
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly users: number;
  readonly map?: NonNullable<LoadUsersOptions['map']>;
  /** Some users by the line they start in: sso, username, name, employee id, active. */
  readonly people: Readonly<Record<number, readonly [string | null, string | null, string, string | null, boolean]>>;
}

const EXPORTED: readonly Export[] = [
  {
    file: 'okta-csv-import-template/users.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 7,
    people: {
      5: ['toene.voeglhuber@example.com', 'tvogl', 'Töne Vöglhuber', '00044', true],
      6: ['ewa.scibor-lisek@example.com', 'ewa.scibor-lisek@example.com', 'Ewa Ścibor-Lisek', '00107', true],
      7: ['Kofi.Antwiwaa@Example.com', 'kofi.antwiwaa@example.com', 'Kofi Antwiwaa', null, true],
    },
  },
  {
    file: 'okta-csv-import-template/custom-attributes.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 5,
    people: {
      2: ['ottilie.brackwater@example.com', 'ottilie.brackwater@example.com', 'Ottilie Brackwater', '00031', true],
      6: ['ewa.scibor-lisek@example.com', 'ewa.scibor-lisek@example.com', 'Ewa Ścibor-Lisek', '00107', false],
    },
  },
  {
    file: 'entra-portal-download-users/current.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 7,
    people: {
      4: ['brandur.thorgrimsson@example.com', 'brandur@example.com', 'Brandur Þorgrímsson-Hauk', null, true],
      6: [null, 'mireille.tassigny_example.org#EXT#@example.onmicrosoft.com', 'Mireille Tassigny-Ober', null, true],
      8: ['d.oyinlade@example.com', 'd.oyinlade@example.com', 'Damilola Oyinlade', null, false],
    },
  },
  {
    file: 'entra-portal-download-users/legacy-2019.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 5,
    people: {
      3: ['Ruslan.Abubakirov@example.com', 'r.abubakirov@example.com', 'Ruslan Abubakirov-Töre', null, true],
      6: ['g.villanova@example.com', 'g.villanova@example.com', 'Ginevra Villanova-Sessi', null, false],
    },
  },
  {
    file: 'generic/personalliste.csv',
    encoding: 'windows-1252',
    delimiter: ';',
    users: 6,
    map: { 'employee-id': 'Personalnummer', status: 'Konto aktiv', username: 'Anmeldename', name: 'Nachname' },
    people: {
      2: ['joerg.groesswanger@example.com', 'jgroessw', 'Größwanger', '00417', true],
      4: ['Oezlem.Muessiggang@example.com', 'omuessig', 'Müßiggang-Öttl', '00981', true],
      6: ['domenika.doerfler@example.com', 'ddoerfle', 'Dörfler "Dodo"', '01205', false],
      8: ['liesl.weissenegger@example.com', 'lweissen', 'Weißenegger', null, true],
    },
  },
  {
    file: 'generic/staff-unicode-text.txt',
    encoding: 'utf-16le',
    delimiter: '\t',
    users: 5,
    people: {
      3: ['nagisa.saotobe@example.com', null, '渚紗 早乙部', 'Q-0044', true],
      6: ['ryan.thackeray@example.com', null, 'Ryan "Rye" Thackeray-Bloom 🌾', 'Q-0053', true],
      7: ['maha.alqantarawi@example.net', null, 'مها القنطراوي', 'Q-0060', false],
    },
  },
  {
    file: 'generic/user-list-sep.csv',
    encoding: 'utf-8',
    delimiter: ';',
    users: 5,
    people: {
      3: ['linnéa.pettersholm@example.com', 'lpettersholm', 'Linnéa Pettersholm-Ask', '700113', true],
      5: ['t.faleolo@example.com', 'tfaleolo', 'Faleolo; Tavita', '700115', true],
      6: ['r.krzywda@example.com', 'rkrzywda', 'Roch Krzywda-Nowiński', '700116', false],
    },
  },
];

describe.each(EXPORTED)('$file', ({ file, encoding, delimiter, users, map, people }) => {
  it('is read as its README says', async () => {
    const loaded = await loadUsers(join(EXPORTS, file), { side: 'new', map });
    const [input] = loaded.inputs;
    expect(input).toMatchObject({ encoding, delimiter, users, records: users, rejected: 0, excluded: 0 });
    expect(input?.profile).toBe(file.slice(0, file.indexOf('/')));
    for (const [line, [sso, username, name, id, active]] of Object.entries(people)) {
      const user = loaded.users.find((candidate) => candidate.line === Number(line));
      expect(user, `line ${line}`).toMatchObject({ sso, scim: sso, username, name, active });
      expect(user?.ids?.['employee-id']).toBe(id);
    }
  });
});

it('has a fixture and its source for every profile', () => {
  for (const id of PROFILE_IDS) {
    expect(
      EXPORTED.some(({ file }) => file.startsWith(`${id}/`)),
      id,
    ).toBe(true);
    expect(readFileSync(join(EXPORTS, id, 'README.md'), 'utf8')).toMatch(/https?:\/\//);
  }
});
