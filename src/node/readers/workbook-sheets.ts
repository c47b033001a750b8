import { unescaped } from './workbook-xml.ts';

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  /** Its place among the tabs, from 0 on. */
  readonly index: number;
  readonly isHidden: boolean;
  /** The relation that leads to its part. */
  readonly relation: string;
}

const SHEET = /<(?:\w+:)?sheet\s((?:[^>"']|"[^"]*"|'[^']*')*)\/?>/g;
const ATTRIBUTE = /([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

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
    const relation = [...said].find(([key, value]) => key.endsWith(':id') && value !== '')?.[1];
    if (name === '' || relation === undefined) continue;
    const state = said.get('state') ?? 'visible';
    sheets.push({ name, index: sheets.length, isHidden: state !== 'visible', relation });
  }
  return sheets;
}
