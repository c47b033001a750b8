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
    file: 'scim2-listresponse/flattened.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 3,
    mapping: { sso: 'primary or work email', username: 'userName' },
    people: {
      2: ['thyra.ulvestad@example.org', 'thyra.ulvestad@example.org', null, null, true],
      3: ['urban.veit@example.org', 'urban.veit@example.org', null, null, false],
      4: ['wiebke.xu@example.org', 'P000012', null, null, true],
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
];
