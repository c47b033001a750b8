import type { Export } from './export.ts';

const SMTP_ELSE_UPN = 'Proxy addresses (primary, SMTP:), else User principal name';

export const MICROSOFT: readonly Export[] = [
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
    file: 'm365-admin-export-users/current.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 11,
    mapping: { sso: SMTP_ELSE_UPN, scim: SMTP_ELSE_UPN, status: 'Block credential', aliases: 'Proxy addresses' },
    people: {
      2: ['brynhild.tosse@example.com', 'brynhild.tosse@example.com', 'Brynhild Tøsse', null, true],
      3: ['casimir.dubiecki@example.com', 'cdubiecki@example.com', 'Casimir Dubiecki', null, true],
      4: ['dunja+hr@example.com', 'dunja@example.com', 'Dunja Hrastovec', null, true],
      5: ['eskil.ronnqvist@example.com', 'eskil.ronnqvist@example.com', 'Eskil Rönnqvist', null, true],
      6: ['fatou.diallo@example.com', 'fatou.diallo@example.com', 'Fatou Diallo-Kerr', null, false],
      7: ['grigor.m@example.com', 'grigor.m@example.com', 'Grigor Mkhitaryants', null, true],
      8: ['hyacinth.omara@example.com', 'hyacinth.omara@example.com', 'Hyacinth O’Mara', null, true],
      9: ['Ismael.Cruzado@example.com', 'ismael.cruzado@example.com', 'Ismael Cruzado', null, true],
      10: ['jelka@example.org', 'jelka_example.org#EXT#@example.onmicrosoft.com', 'Jelka Pustoslemšek', null, true],
      13: ['room.fjord@example.com', 'room.fjord@example.com', 'Meeting Room Fjord', null, false],
    },
    more: {
      2: { aliases: ['b.tosse@example.com'] },
      3: { aliases: ['cdubiecki@example.onmicrosoft.com'] },
      4: { aliases: ['dunja.hrastovec@example.com'] },
      5: { aliases: [] },
      7: { aliases: ['grigor@example.com', 'g.mkhitaryants@example.com'] },
      8: { aliases: ['hy@example.com'] },
    },
  },
  {
    file: 'm365-admin-export-users/2021-alphabetical.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 3,
    mapping: { sso: SMTP_ELSE_UPN, status: 'Block credential' },
    people: {
      3: ['mahsa.tavakkoli@example.net', 'mahsa@example.net', 'Mahsa Tavakkoli', null, true],
      4: ['nuno.esparteiro@example.net', 'nuno.esparteiro@example.net', 'Nuno Esparteiro', null, false],
    },
    more: { 3: { aliases: ['mahsa@example.net'] } },
  },
  {
    file: 'entra-get-mguser-csv/lists-lost.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 11,
    // The two lists are type names throughout, so that there is no column of aliases.
    mapping: { sso: 'Mail', 'employee-id': 'EmployeeId', 'immutable-id': 'OnPremisesImmutableId', aliases: null },
    people: {
      2: ['solveig.mardh@example.com', 'solveig.mardh@example.com', 'Solveig Mårdh', '7001', true],
      3: ['ruairi.macgiolla@example.com', 'rmacgiolla@example.com', 'Ruairí Mac Giolla', '7002', true],
      5: [null, 'vendula.sichova@example.com', 'Vendula Šíchová', '7004', true],
      6: ['wahid.sultanzoy@example.com', 'wahid.sultanzoy@example.com', 'Wahid Sultanzoy', '7005', false],
      8: ['yusra@example.org', 'yusra_example.org#EXT#@example.onmicrosoft.com', 'Yusra El-Khatib Meir', null, true],
      9: ['zoltan.nagypataki@example.com', 'zoltan.nagypataki@example.com', 'Zoltan Nagypataki', '0007008', true],
      11: [null, 'sync_svc@example.onmicrosoft.com', 'Directory Synchronization Service', null, false],
    },
    // The bytes of 6f3b1c52-91d4-4e0a-8a67-0c1d2e3f4a5b, whose first three groups are little-endian.
    more: { 2: { ids: { 'immutable-id': 'Uhw7b9SRCk6KZwwdLj9KWw==' } }, 3: { ids: { 'immutable-id': null } } },
  },
  {
    file: 'entra-get-mguser-csv/lists-joined.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 3,
    mapping: { aliases: 'ProxyAddresses + OtherMails' },
    people: {
      2: ['ana.horvatincic@example.com', 'ana.horvatincic@example.com', 'Ana Horvatinčić', null, true],
      3: ['bo.ljungkrantz@example.com', 'bo.ljungkrantz@example.com', 'Bo Ljungkrantz', null, true],
      // No AccountEnabled: not known, which on the new side is inactive.
      4: ['cleo.papa@example.com', 'cleo.papa@example.com', 'Cleo Papathanasiou', null, false],
    },
    more: {
      2: { aliases: ['ana@example.com', 'ana.private@example.net'] },
      3: { aliases: ['bo@example.com', 'bo.l@example.com'] },
    },
  },
  {
    file: 'entra-get-azureaduser-csv/type-line.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 10,
    mapping: { sso: 'Mail', 'immutable-id': 'ImmutableId', status: 'AccountEnabled', aliases: null },
    people: {
      3: ['hedda.kolbein@example.com', 'hedda.kolbein@example.com', 'Hedda Kolbein', null, true],
      4: ['joerg.ohnesorg@example.com', 'joerg.ohnesorg@example.com', 'J?rg Ohnesorg', null, true],
      5: ['kirsi.vuorela@example.com', 'kvuorela@example.com', 'Kirsi Vuorela', null, true],
      6: ['lorcan.tuohy@example.com', 'lorcan.tuohy@example.com', 'Lorcan Tuohy', null, false],
      7: [null, 'mairead.nidhalaigh@example.com', 'Mairead Ni Dhalaigh', null, true],
      10: ['paulo@example.org', 'paulo_example.org#EXT#@example.onmicrosoft.com', 'Paulo Quaresma-Dias', null, true],
    },
    // The bytes of 0a7e6f10-3c2d-4b59-a1f8-5566778899aa.
    more: { 3: { ids: { 'immutable-id': 'EG9+Ci08WUuh+FVmd4iZqg==' }, aliases: [] } },
  },
  {
    file: 'entra-graph-users/selected.json',
    format: 'json',
    encoding: 'utf-8',
    delimiter: null,
    users: 10,
    mapping: { sso: 'mail', status: 'accountEnabled', aliases: 'proxyAddresses + otherMails' },
    people: {
      1: ['ragna.skoglund@example.com', 'ragna.skoglund@example.com', 'Ragna Skoglund', '8101', true],
      2: ['stipe.tomasovic@example.com', 'stomasovic@example.com', 'Stipe Tomasović', '8102', true],
      3: ['Thandeka.Uys@example.com', 'thandeka.uys@example.com', 'Thandeka Uys', '8103', false],
      4: [null, 'ulrik.vester@example.com', 'Ulrik Vester', '8104', true],
      5: ['violeta@example.org', 'violeta_example.org#EXT#@example.onmicrosoft.com', 'Violeta Wagemans', null, true],
      6: ['wojtek.xenakis@example.com', 'wojtek.xenakis@example.com', 'Wojtek Xenakis', '8106', false],
      8: ['ase.bratvold@example.com', 'ase.bratvold@example.com', 'Åse Bratvold', '8108', true],
      9: ['lilac@example.com', 'lilac@example.com', 'Conf Room Lilac', null, false],
    },
    more: {
      1: { aliases: ['ragna@example.com', 'ragna@example.net'] },
      2: { aliases: ['stipe@example.com', 's.tomasovic@example.com'], ids: { 'immutable-id': null } },
      5: { aliases: [] },
      6: { aliases: [] },
      8: { aliases: ['åse@example.com'] },
    },
  },
  {
    file: 'entra-graph-users/default.json',
    format: 'json',
    encoding: 'utf-8',
    delimiter: null,
    users: 3,
    mapping: { sso: 'mail', status: null, 'employee-id': null, aliases: null },
    people: {
      2: ['gulnara@example.net', 'ghasanova@example.net', 'Gulnara Hasanova', null, true],
      3: [null, 'admin@example.onmicrosoft.com', 'MOD Administrator', null, true],
    },
  },
  {
    file: 'm365-admin-export-users/german.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 3,
    mapping: {
      sso: 'Proxyadressen (primary, SMTP:), else Benutzerprinzipalname',
      username: 'Benutzerprinzipalname',
      status: 'Anmeldeinformationen blockieren',
      aliases: 'Proxyadressen',
    },
    people: {
      2: ['luise.matthes@example.org', 'luise.matthes@example.org', 'Luise Matthes', null, true],
      3: ['moritz@example.org', 'moritz.naegele@example.org', 'Moritz Nägele', null, false],
      4: ['nele.oppermann@example.org', 'nele.oppermann@example.org', 'Nele Oppermann', null, true],
    },
    more: { 2: { aliases: ['l.matthes@example.org'] } },
  },
];
