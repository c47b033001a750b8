import type { Export } from './export.ts';

export const GOOGLE: readonly Export[] = [
  {
    file: 'google-admin-download-users/all-columns.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 11,
    mapping: { sso: 'Email Address [Required]', status: 'Status [READ ONLY]', aliases: null, groups: null },
    people: {
      2: ['oda.brekkhus@example.com', null, 'Oda Brekkhus-Vik', '000418', true],
      4: ['Nneoma.Azikiwe@example.com', null, 'Nneoma Azikiwe-Bell', '000420', true],
      5: ['ferenc.szarazhazi@example.com', null, 'Ferenc Szárazházi', null, true],
      6: ['aylin.gokcedag@example.com', null, 'Aylin Gökçedağ', '000423', false],
      7: ['lennart.wiik@example.com', null, 'Lennart Ahlström Wiik', '000424', false],
      10: ['pilar.etxandi@example.com', null, 'Pilar Etxandi, Ruiz', '000427', true],
      13: ['isidora.vukasinovic+crm@example.com', null, 'Isidora Vukašinović', 'A-77', true],
    },
    more: { 2: { aliases: [] }, 3: { aliases: [] }, 4: { aliases: [] } },
  },
  {
    file: 'google-admin-download-users/2020-semicolon.csv',
    encoding: 'utf-8',
    delimiter: ';',
    users: 3,
    people: {
      2: ['ragnheidur.soebeck@example.org', null, 'Ragnheiður Söebeck', '31', true],
      3: ['dov.benezri@example.org', null, 'Dov Ben-Ezri', '32', false],
    },
  },
  {
    file: 'google-admin-download-users/selected-columns.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 3,
    mapping: { 'employee-id': null },
    people: { 3: ['quentin.dhaesebrouck@example.org', null, 'Quentin d’Haesebrouck', null, false] },
  },
  {
    file: 'gam-print-users-csv/allfields.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 11,
    mapping: {
      sso: 'primaryEmail',
      'employee-id': 'externalIds of type organization',
      'external-id': null,
      aliases: 'aliases.N + nonEditableAliases.N + emails.N.address',
    },
    people: {
      2: ['signe.aaberg@example.com', null, 'Signe Aaberg', '4401', true],
      5: ['vito.dellacorte@example.com', null, 'Vito Della Corte', '4404', false],
      6: ['wanda.eichel@example.com', null, 'Wanda Eichel', '4405', false],
      // Neither suspended nor not.
      7: ['xander.fokker@example.com', null, 'Xander Fokker', '4406', false],
      8: ['yara.ghanem@example.com', null, 'Yara Ghanem', null, true],
      9: ['Zdenek.Hora@example.com', null, 'Zdeněk Hora', '4408', true],
      10: ['abla.idowu@example.com', null, 'Abla Idowu, MD', '4409', true],
    },
    more: {
      2: { aliases: ['signe@example.com', 's.aaberg@example.com'] },
      3: { aliases: ['tomek@example.com'] },
      4: { aliases: ['ulla@example.org'] },
      5: { aliases: [] },
      11: { aliases: ['bence.jozsa@sub.example.com'] },
    },
  },
  {
    file: 'gam-print-users-csv/groups.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 3,
    mapping: { groups: 'Groups' },
    people: { 3: ['elke.moll@example.org', null, null, null, false] },
    more: { 2: { groups: ['all-staff@example.org', 'sales@example.org'] }, 4: { groups: [] } },
  },
];
