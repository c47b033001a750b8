import type { Export } from './export.ts';

/** Of groups of the directories in the fixtures. */
const group = (name: string) => `CN=${name},OU=Groups,DC=corp,DC=example,DC=com`;

export const DIRECTORIES: readonly Export[] = [
  {
    file: 'ad-get-aduser-csv/windows-powershell.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 10,
    mapping: { sso: 'EmailAddress', 'immutable-id': 'ObjectGUID', status: 'Enabled', groups: null, aliases: null },
    people: {
      3: ['aud.vestergren@example.com', 'avestergren@example.com', 'Aud Vestergren', '00311', true],
      5: ['Cosima.Rau@example.com', 'crau@example.com', 'Cosima Rau', '00313', true],
      6: ['delwyn.prosser@example.com', 'dprosser@example.com', 'Delwyn Prosser', '00314', false],
      7: ['enzo.calabresi@example.com', 'ecalabresi@example.com', 'Enzo Calabresi', null, true],
      8: [null, 'fhoekstra@example.com', 'Fenna Hoekstra', '00316', true],
    },
    more: { 3: { ids: { 'immutable-id': '00000001-4d2e-4f6a-8b1c-0000000003f5' }, aliases: [], groups: [] } },
  },
  {
    file: 'ad-get-aduser-csv/use-culture.csv',
    encoding: 'utf-16le',
    delimiter: ';',
    users: 3,
    mapping: { groups: 'MemberOf', aliases: 'proxyAddresses' },
    people: {
      2: ['katlin.maatta@example.com', 'kmaatta@example.com', 'Katlin Määttä', '00341', true],
      3: ['ludo.verbruggen@example.com', 'lverbruggen@example.com', 'Ludo Verbruggen', '00342', true],
      4: ['morwenna.tregear@example.com', 'mtregear@example.com', 'Morwenna Tregear', null, false],
    },
    more: {
      2: { aliases: ['kati@example.com'], groups: [group('Sales'), group('Everyone')] },
      3: { aliases: ['ludo@example.com', 'l.verbruggen@example.com'], groups: [group('Everyone')] },
    },
  },
  {
    file: 'ad-get-aduser-csv/default-columns.csv',
    encoding: 'utf-8',
    delimiter: ',',
    users: 3,
    map: { sso: 'UserPrincipalName', scim: 'UserPrincipalName' },
    people: { 4: ['bkuipers@example.com', 'bkuipers@example.com', 'Bram Kuipers-Oost', null, true] },
  },
  {
    file: 'ad-csvde/unicode.csv',
    encoding: 'utf-16le',
    delimiter: ',',
    users: 10,
    notPeople: 4,
    mapping: { sso: 'mail', username: 'userPrincipalName', 'immutable-id': 'objectGUID', groups: 'memberOf' },
    people: {
      3: ['nils.akermark@example.com', 'nakermark@example.com', 'Nils Åkermark', '00501', true],
      4: ['odile.marchetoux@example.com', 'omarchetoux@example.com', 'Odile Marchetoux', '00502', false],
      5: ['per.ostby@example.com', 'postby@example.com', 'Per Østby', '00503', true],
      7: ['Rurik.Haggblom@example.com', 'rhaggblom@example.com', 'Rurik Häggblom', '00505', false],
      11: [null, 'vmyklebost@example.com', 'Vidar Myklebost', '00509', true],
    },
    more: {
      3: {
        ids: { 'immutable-id': "X'290000002e4d6a4f8b1c00000000a23d'" },
        aliases: ['nils@example.com'],
        groups: [group('Sales'), group('Oslo')],
      },
      5: { aliases: ['per@example.com', 'p.ostby@example.com'], groups: [] },
      6: { groups: [group('Sales\\, Retail')] },
    },
  },
  {
    file: 'ad-csvde/users-only-ansi.csv',
    encoding: 'windows-1252',
    delimiter: ',',
    users: 3,
    people: {
      2: ['xenia.lofstrom@example.net', 'xlofstrom@example.com', 'Xenia Löfström', null, true],
      3: ['yngve.baerum@example.net', 'ybaerum@example.com', 'Yngve Bærum', null, false],
    },
  },
  {
    file: 'ldif/ldifde.ldf',
    format: 'ldif',
    encoding: 'utf-8',
    delimiter: null,
    users: 10,
    notPeople: 3,
    mapping: {
      sso: 'mail',
      'immutable-id': 'mS-DS-ConsistencyGuid, else objectGUID',
      groups: 'memberOf',
      aliases: 'proxyAddresses + otherMailbox',
    },
    people: {
      7: ['annikki.virtanen@example.com', 'avirtanen@example.com', 'Annikki Virtanen', '00601', true],
      31: ['bjorn.tyrfingsson@example.com', 'btyrfingsson@example.com', 'Björn Tyrfingsson', '00602', true],
      52: ['cecylia.wojt@example.com', 'cwojt@example.com', 'Cecylia Wójt', '00603', false],
      108: [null, 'fnilsby@example.com', 'Frode Nilsby', '00606', true],
      145: ['henk.zijlstra@example.com', 'hzijlstra@example.com', 'Henk Zijlstra', null, false],
    },
    more: {
      7: {
        // The bytes of 00000065-4d2e-4f6a-8b1c-000000018fa9.
        ids: { 'immutable-id': 'ZQAAAC5Nak+LHAAAAAGPqQ==' },
        aliases: ['annikki@example.com'],
        groups: [group('Everyone in the Office of Helsinki and its Surroundings'), group('Sales')],
      },
      31: { aliases: ['bjorn@example.com'], groups: [] },
      // The bytes of 000003e7-4d2e-4f6a-8b1c-0000000f7113, her ms-DS-ConsistencyGuid.
      71: { ids: { 'immutable-id': '5wMAAC5Nak+LHAAAAA9xEw==' } },
      125: { aliases: ['g.puw@example.com'] },
    },
  },
  {
    file: 'ldif/ldapsearch.ldif',
    format: 'ldif',
    encoding: 'utf-8',
    delimiter: null,
    users: 6,
    notPeople: 1,
    mapping: { sso: 'mail', username: 'uid', aliases: 'mailLocalAddress' },
    people: {
      10: ['knut.lervag@example.org', 'knut.lervag@example.org', 'Knut Lervåg', '7101', true],
      19: ['lina.mogster@example.org', 'lina', 'Lina Møgster', '7102', true],
      29: ['mehmet.oral@example.org', 'mehmet.oral@example.org', 'Mehmet Oral', '7103', false],
      39: ['ndeye.paye@example.org', 'ndeye.paye@example.org', 'Ndèye Paye', '7104', false],
      // Locked for a time, perhaps over: not known.
      49: ['otto.quade@example.org', 'otto.quade@example.org', 'Otto Quade', '7105', false],
    },
    more: { 59: { aliases: ['paavo@example.org'] } },
  },
];
