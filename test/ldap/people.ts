/** An entry as it is loaded: every attribute with its values, in order; bytes where they are no text. */
export type Entry = Readonly<Record<string, readonly (string | Uint8Array)[]>>;

export const BASE = 'dc=example,dc=org';
const PEOPLE = `ou=people,${BASE}`;

/** What holds the people, and a group of them: nobody. */
export const AROUND: Readonly<Record<string, Entry>> = {
  [BASE]: { objectClass: ['dcObject', 'organization'], dc: ['example'], o: ['Example'] },
  [PEOPLE]: { objectClass: ['organizationalUnit'], ou: ['people'] },
  [`cn=Staff,${BASE}`]: { objectClass: ['groupOfNames'], cn: ['Staff'], member: [`uid=aino,${PEOPLE}`] },
};

function person(uid: string, cn: string, sn: string, more: Entry): Entry {
  return { objectClass: ['inetOrgPerson', 'anchored'], uid: [uid], cn: [cn], sn: [sn], displayName: [cn], ...more };
}

const guid = (first: number) => Uint8Array.from({ length: 16 }, (_, index) => (first + index * 37) % 256);

/** Invented people, by dn. */
export const DIRECTORY: Readonly<Record<string, Entry>> = {
  [`uid=aino,${PEOPLE}`]: person('aino', 'Aino Väisänen', 'Väisänen', {
    mail: ['aino.vaisanen@example.org'],
    employeeNumber: ['0071'],
    objectGUID: [guid(0)],
  }),
  [`uid=boris,${PEOPLE}`]: person('boris', 'Борис Дубов', 'Дубов', {
    mail: ['Boris.Dubov@Example.org'],
    employeeNumber: ['72'],
    objectGUID: [guid(200)],
  }),
  [`uid=chiyo,${PEOPLE}`]: person('chiyo', '花村 千代', '花村', {
    'cn;lang-en': ['Chiyo Hanamura'],
    mail: ['chiyo@example.org', 'c.hanamura@example.org', 'chiyo.hanamura@example.net'],
    employeeNumber: ['73'],
  }),
  // Bytes that are letters of ASCII, which nobody may take for a text.
  [`uid=dana,${PEOPLE}`]: person('dana', 'Dana 😀 Doe', 'Doe', {
    mail: ['dana@example.org'],
    objectGUID: [Uint8Array.from(Buffer.from('ABCDEFGHIJKLMNOP'))],
    proxyAddresses: ['SMTP:dana@example.org', 'smtp:d.doe@example.org'],
  }),
  [`employeeNumber=75+uid=eve,${PEOPLE}`]: person('eve', 'Roe\\, Eve "E"', 'Roe', {
    mail: ['eve@example.org'],
    employeeNumber: ['75'],
    description: [
      'x'.repeat(75),
      'long '.repeat(60),
      ' begins with a space',
      'ends with one ',
      ': < # -',
      'two\nlines',
      'ö'.repeat(90),
    ],
    jpegPhoto: [Uint8Array.from({ length: 600 }, (_, index) => (index * 7) % 256)],
  }),
  [`uid=fadi,${PEOPLE}`]: person('fadi', 'Fadi', 'Fadi', { employeeNumber: ['76'] }),
  [`uid=gøril,${PEOPLE}`]: person('gøril', 'Gøril Ås', 'Ås', {
    mail: [`${'g'.repeat(64)}@a-long-name-of-a-department.example.org`],
    userAccountControl: ['514'],
  }),
};

/** LDIF for ldapadd: in base64 whatever is no plain word. */
export function asLdif(entries: Readonly<Record<string, Entry>>): string {
  const line = (name: string, value: string | Uint8Array) =>
    typeof value === 'string' && /^[\w@.=,+-]+$/.test(value)
      ? `${name}: ${value}\n`
      : `${name}:: ${Buffer.from(value).toString('base64')}\n`;
  const blocks = Object.entries(entries).map(([dn, entry]) => {
    const lines = Object.entries(entry).flatMap(([name, values]) => values.map((value) => line(name, value)));
    return line('dn', dn) + lines.join('');
  });
  return blocks.join('\n');
}
