/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** Its place among the tabs, from 0 on. */
  readonly index: number;
  readonly isHidden: boolean;
}

const SHEET = /<(?:\w+:)?sheet\s((?:[^>"']|"[^"]*"|'[^']*')*)\/?>/g;
const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/**
 * The sheets that a workbook lists, in the order of their tabs.
 *
 * @param xml - `xl/workbook.xml`
 * @see ECMA-376 part 1, section 18.2.19
 */
export function sheetsOf(xml: string): Sheet[] {
  const sheets: Sheet[] = [];
  for (const [, attributes = ''] of xml.matchAll(SHEET)) {
    const said = new Map<string, string>();
    for (const [, name = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
      said.set(name, unescaped(double ?? single ?? ''));
    }
    const name = said.get('name') ?? '';
    const isLinked = [...said].some(([key, value]) => key.endsWith(':id') && value !== '');
    if (name === '' || !isLinked) continue;
    const state = said.get('state') ?? 'visible';
    sheets.push({ name, index: sheets.length, isHidden: state !== 'visible' });
  }
  return sheets;
}

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
