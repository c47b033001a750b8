/** Somebody of a company that does not exist. */
export interface Somebody {
  readonly number: string;
  readonly given: string;
  readonly family: string;
  readonly department: string;
  /** The address that the old IdP sends. */
  readonly address: string;
}

const DEPARTMENTS: Readonly<Record<string, readonly string[]>> = {
  Management: ['Sunniva Brekkhaug', 'Tobiah Ravensworthy'],
  Sales: [
    'Jorunn Skarpenes',
    'Emeka Obiakonwa',
    'Livia Castelmonti',
    'Per-Anders Vikbolund',
    'Chandra Pillaimadom',
    'Maud Thistleby',
    'Gintaras Vaitkupis',
    'Ofelia Quintarroyo',
    'Bram Oosterhuizema',
    'Yusra Alhamadani',
  ],
  Finance: ['Kirsten Lundevold', 'Anselm Greifenhagel', 'Wanjiku Mugothirae', 'Piers Loxleigh', 'Renata Bochnievska'],
  Design: [
    'Ilse Vandermolenaar',
    'Hiroto Kamiyanagi',
    'Saoirse Ballyconneely',
    'Dragan Petrovarac',
    'Noemi Szentgalyi',
    'Caspian Wetherfold',
  ],
  Support: [
    'Nilufar Qodirbekova',
    'Fergus MacIlwhannel',
    'Adaeze Nwokorobia',
    'Lauri Kivisaaresto',
    'Bettina Aumuellner',
  ],
  Engineering: [
    'Vikram Sethuramani',
    'Astrid Hollenfjeld',
    'Oluwaseun Adebanjoko',
    'Marek Zielonogorski',
    'Thandeka Mthwalume',
    'Rhys Penllergaer',
    'Ximena Arredolanda',
    'Jens-Erik Tofteholm',
    'Priyanka Deshmukhar',
    'Colm Ardnagreevy',
  ],
  Data: ['Farida Benyoussefi', 'Ansgar Wolkenhauer', 'Mei-Lin Tsaowang', 'Bartholomew Quayside'],
  Production: [
    'Harald Stubbekjaer',
    'Zuzana Hrabovecka',
    'Delroy Ashbourneau',
    'Inga Ludviksdal',
    'Tamas Kerekgyartos',
    'Siobhan Kilbrannock',
  ],
};

/** Everybody who works there when the migration begins, by number; 48 people. */
export const ROSTER: readonly Somebody[] = Object.entries(DEPARTMENTS)
  .flatMap(([department, names]) => names.map((name) => ({ department, name })))
  .map(({ department, name }, index) => somebody(1001 + index, name, department));

/** Has left; their address and their account are still there. */
export const LEFT = somebody(1090, 'Jonas Wintersteen', 'Sales', 'j.wintersteen@example.com');
/** Join while the migration is being prepared. */
export const JOINER = somebody(1101, 'Jette Wintersteen', 'Sales', 'jette.wintersteen@example.com');
export const LATE_JOINER = somebody(1102, 'Nadim Khouraneh', 'Design');
/** No human: the account that the build server has in Console. */
export const ROBOT = somebody(1900, 'Build Server', 'Build', 'build@example.com');

/** Who is called so. */
export function called(family: string): Somebody {
  const found = ROSTER.find((one) => one.family === family);
  if (found === undefined) throw new Error(`nobody is called ${family}`);
  return found;
}

function somebody(number: number, name: string, department: string, address?: string): Somebody {
  const [given = '', family = ''] = name.split(' ');
  return {
    number: String(number),
    given,
    family,
    department,
    address: address ?? `${given}.${family}@example.com`.toLowerCase(),
  };
}
