import { type ZipMember, zipOf } from './zip.ts';

/** A cell: text, or XML as a spreadsheet would write it, of which `REF` is the place. */
export type SheetCell = string | { readonly xml: string };

/** A sheet; rows by their number, so that some can be left out. */
export interface WorkbookSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly rows: Readonly<Record<number, readonly SheetCell[]>>;
}

export const number = (value: string): SheetCell => ({ xml: `<c r="REF"><v>${value}</v></c>` });
/** A number that is shown as a date. */
export const date = (value: string): SheetCell => ({ xml: `<c r="REF" s="1"><v>${value}</v></c>` });
export const error = (value: string): SheetCell => ({ xml: `<c r="REF" t="e"><v>${value}</v></c>` });
export const truth = (value: boolean): SheetCell => ({ xml: `<c r="REF" t="b"><v>${value ? 1 : 0}</v></c>` });
export const shared = (index: number): SheetCell => ({ xml: `<c r="REF" t="s"><v>${index}</v></c>` });
export const formula = (value: string): SheetCell => ({ xml: `<c r="REF" t="str"><f>A1</f><v>${value}</v></c>` });
export const formatted: SheetCell = { xml: '<c r="REF" s="1"/>' };

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook, written by hand from ECMA-376. */
export function workbookParts(sheets: readonly WorkbookSheet[], texts: readonly string[] = []): ZipMember[] {
  const relation = (id: number, type: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const types = sheets.map(
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const list = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${index + 1}"/>`,
  );
  const n = sheets.length;
  return [
    {
      name: '[Content_Types].xml',
      content: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${types.join('')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${HEAD}<Relationships xmlns="${PACKAGE}">${relation(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships xmlns="${PACKAGE}">${sheets.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${relation(n + 1, 'sharedStrings', 'sharedStrings.xml')}${relation(n + 2, 'styles', 'styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      content: `${HEAD}<sst xmlns="${MAIN}">${texts.map((text) => (text.startsWith('<') ? `<si>${text}</si>` : `<si><t xml:space="preserve">${escaped(text)}</t></si>`)).join('')}</sst>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${HEAD}<styleSheet xmlns="${MAIN}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...sheets.map(({ rows }, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(rows) })),
  ];
}

/** A workbook as a spreadsheet saves it. */
export function workbookOf(sheets: readonly WorkbookSheet[], texts: readonly string[] = []): Buffer {
  return zipOf(workbookParts(sheets, texts));
}

function sheetXml(rows: WorkbookSheet['rows']): string {
  const list = Object.entries(rows).map(([row, cells]) => {
    const written = cells.map((cell, column) => {
      const place = `${String.fromCharCode(65 + column)}${row}`;
      if (typeof cell !== 'string') return cell.xml.replace('REF', place);
      return cell === ''
        ? ''
        : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
    });
    return `<row r="${row}">${written.join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${list.join('')}</sheetData></worksheet>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
