const SEPARATOR = /[^\p{L}\p{N}]+/u;
/** Inside a word it joins: O'Brien is one part, as OBrien is. */
const APOSTROPHE = /(?<=\p{L})['’ʼ‘`´](?=\p{L})/gu;
const ASCII = /^[\u0000-\u007F]*$/;
/** Letters that NFKD leaves whole, as they are written without them. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ı: 'i',
  ð: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
};
/** How German and the Scandinavian languages write a letter where it cannot be had. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
const NEEDS_PLAIN = /[øđħłŧıðßæœþ]/g;
const CAN_BE_WRITTEN_OUT = /[äöüåø]/g;

/** The parts of a full name as they stand there: NFKD, marks removed, lower case. */
export function nameParts(name: string | null): readonly string[] {
  return name === null ? [] : split(fold(name));
}

/** The same parts, in the same order, in plain letters: Müller as muller, Søren as soren, Groß as gross. */
export function plainParts(name: string | null): readonly string[] {
  if (name === null || ASCII.test(name)) return nameParts(name);
  return split(plain(fold(name)));
}

/** The same parts, in the same order, with umlauts written out: Müller as mueller, Søren as soeren. */
export function writtenOutParts(name: string | null): readonly string[] {
  if (name === null || ASCII.test(name)) return nameParts(name);
  const writtenOut = name
    .normalize('NFC')
    .toLowerCase()
    .replace(CAN_BE_WRITTEN_OUT, (letter) => WRITTEN_OUT[letter] ?? letter);
  return split(plain(fold(writtenOut)));
}

function split(folded: string): string[] {
  return folded
    .replace(APOSTROPHE, '')
    .split(SEPARATOR)
    .filter((part) => part !== '');
}

function fold(name: string): string {
  if (ASCII.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '');
}

function plain(folded: string): string {
  return folded.replace(NEEDS_PLAIN, (letter) => PLAIN[letter] ?? letter);
}
