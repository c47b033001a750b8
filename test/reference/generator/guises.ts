/** The ways in which one address is written in two places, and the addresses that somebody may have next. */

/** Other spellings of one address. Every compare policy folds some of them; only the normal form folds all. */
export const GUISES = [
  'case',
  'domain-case',
  'accent-case',
  'space',
  'nbsp',
  'zero-width',
  'zero-width-end',
  'byte-order-mark',
  'kelvin',
  'full-width',
  'a-label',
  'nfd',
  'mailto',
  'brackets',
  'sharp-s',
] as const;

/** Other addresses of the same person. */
export const MOVES = ['rename', 'domain', 'fresh'] as const;

export const CHANGES = ['none', ...GUISES, ...MOVES] as const;
export type Change = (typeof CHANGES)[number];

const U_LABEL = 'bücher.example';
const A_LABEL = 'xn--bcher-kva.example';

const LETTERS: { [guise in Change]?: string } = { nfd: 'é', 'accent-case': 'é', kelvin: 'k', 'sharp-s': 'ß' };

/** An address in which the guise, if there is to be one, shows. */
export function addressFor(guise: Change, local: string, domain: string): string {
  return `${LETTERS[guise] ?? ''}${local}@${guise === 'a-label' ? U_LABEL : domain}`;
}

/** The same address in another guise, or another address of the same person. */
export function altered(value: string | null, change: Change, n: number): string | null {
  if (value === null) return null;
  const [local = '', domain = ''] = value.split('@');
  switch (change) {
    case 'none':
      return value;
    case 'case':
    case 'accent-case':
      return `${local.slice(0, 1).toUpperCase()}${local.slice(1)}@${domain}`;
    case 'domain-case':
      return `${local}@${domain.slice(0, 1).toUpperCase()}${domain.slice(1)}`;
    case 'space':
      return `${value} `;
    case 'nbsp':
      return `\u00a0${value}`;
    case 'zero-width':
      return `${local.slice(0, 1)}\u200b${local.slice(1)}@${domain}`;
    case 'zero-width-end':
      return `${value}\u200b`;
    // JavaScript trims it; it is no white space.
    case 'byte-order-mark':
      return `${value}\ufeff`;
    case 'kelvin':
      return `${local.replace('k', '\u212a')}@${domain}`;
    case 'full-width':
      return value.replace(/[a-z]/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    case 'a-label':
      return `${local}@${domain.replace(U_LABEL, A_LABEL)}`;
    case 'nfd':
      return value.normalize('NFD');
    case 'mailto':
      return `mailto:${value}`;
    case 'brackets':
      return `<${value}>`;
    // Only upper case would make them one.
    case 'sharp-s':
      return value.replace('ß', 'ss');
    case 'rename':
      return `${local}.new@${domain}`;
    case 'domain':
      return `${local}@${domain === 'example.net' ? 'example.com' : 'example.net'}`;
    case 'fresh':
      return `moved${n}@example.org`;
  }
}
