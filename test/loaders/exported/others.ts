import type { Export } from './export.ts';

export const OTHERS: readonly Export[] = [
  {
    file: 'scim2-listresponse/users.json',
    format: 'json',
    encoding: 'utf-8',
    delimiter: null,
    users: 10,
    mapping: { sso: 'primary or work email', scim: 'primary or work email', username: 'userName', status: 'active' },
    people: {
      1: ['hulda.ivarsdottir@example.com', 'hulda.ivarsdottir@example.com', 'Hulda Ívarsdóttir', '900101', true],
      2: ['ignatz.jost@example.com', 'ignatz.jost@example.com', 'Ignatz Jost', '900102', true],
      3: ['jadwiga.kepa@example.com', 'jadwiga', 'Jadwiga Kępa', '900103', true],
      4: ['Kamau.Lewis@example.com', 'kamau.lewis@example.com', 'Kamau Lewis', null, true],
      5: ['lotta.munk@example.com', 'lotta.munk@example.com', 'Lotta Munk', null, false],
      6: ['mirza.nurmagomedov@example.com', 'mirza.nurmagomedov@example.com', 'Mirza Nurmagomedov', null, false],
      7: [null, 'noor.oosthuizen@example.com', 'Noor Oosthuizen', null, true],
      // Neither primary nor of work.
      8: [null, 'olavi.pekkarinen@example.com', 'Olavi Pekkarinen', '900108', true],
      // Neither active nor not.
      9: ['pernilla.quarles@example.com', 'pernilla.quarles@example.com', 'Pernilla Quarles', null, false],
      10: ['rhona.sael@example.com', 'rhona.sael@example.com', 'Rhona Sæl', '900110', true],
    },
    more: {
      1: { ids: { 'external-id': '900101' }, aliases: [], groups: ['Tour Guides', 'Staff, North'] },
      2: { aliases: ['ignatz@example.com'], groups: ['Tour Guides'] },
      4: { aliases: [], groups: [] },
      7: { aliases: [] },
      10: { ids: { 'external-id': null } },
    },
  },
  {
    file: 'claude-members-csv/members.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 11,
    side: 'app',
    mapping: { sso: 'Email', scim: null, name: 'Name', status: 'Status' },
    people: {
      4: ['Caoimhe.Talbot@example.com', null, 'Caoimhe Talbot', null, true],
      // Inactive and pending members hold their addresses.
      6: ['eberhard.vogt@example.com', null, 'Eberhard, Vogt', null, true],
      7: ['farida.wali@example.com', null, null, null, true],
      12: ['keoni.ballard+claude@example.com', null, 'Keoni "Key" Ballard', null, true],
    },
  },
  {
    file: 'scim-flattened-csv/sap.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 10,
    mapping: { sso: 'primary or work email', username: 'userName', status: 'active' },
    people: {
      2: ['thyra.ulvestad@example.org', 'thyra.ulvestad@example.org', null, null, true],
      3: ['urban.veit@example.org', 'urban.veit@example.org', null, null, false],
      4: ['wiebke.xu@example.org', 'P000012', null, null, true],
      // A private address.
      6: [null, 'P000014', null, null, true],
      7: ['zora.alm@example.org', 'zora.alm@example.org', null, null, true],
      8: [null, 'P000016', null, null, true],
      // Neither active nor not.
      11: ['cajsa.dyhr@example.org', 'cajsa.dyhr@example.org', null, null, false],
    },
    more: { 6: { aliases: [] } },
  },
  {
    file: 'scim-flattened-csv/oracle.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 3,
    mapping: { sso: 'Work Email', username: 'User Name', aliases: null },
    people: {
      2: ['dilara.ege@example.org', 'dilara.ege@example.org', 'Dilara Ege', null, true],
      3: ['+eystein.fjeld@example.org', '+eystein.fjeld@example.org', 'Eystein -Fjeld', null, true],
      4: ["o'fia@example.org", "o'fia@example.org", "Fia O'Gara'", null, true],
    },
    more: { 2: { aliases: [] } },
  },
  {
    file: 'scim-flattened-csv/enterprise-paths.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 2,
    people: {
      2: ['gudny.hol@example.org', 'gudny.hol', 'Guðný Hol', '0551', true],
      3: ['hamza.ibra@example.org', 'hamza.ibra', 'Hamza Ibra', '0552', false],
    },
  },
];
