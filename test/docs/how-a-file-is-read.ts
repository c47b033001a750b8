import {
  MAX_COLUMNS,
  MAX_HELD,
  MAX_RECORD,
  MAX_RECORDS,
  MAX_ROW,
  MAX_WHOLE,
  sizeText,
} from '../../src/node/readers/limits.ts';
import { MAX_LENGTH, MAX_WORD } from '../../src/node/readers/long-cell.ts';
import { MAX_TEXTS } from '../../src/node/readers/workbook-part.ts';

/** The part of `docs/formats.md` that is no table. */
export const HOW_A_FILE_IS_READ = `
## How a file is read

By what it holds, whatever it is called.

- **CSV**: comma, semicolon or tab; any line ends, also mixed; quoted cells may hold line ends. \`sep=;\`, \`#TYPE …\` and \`version:v1.0\` before the header are passed. Cells are taken
  as they stand, white space included. A place in it is its physical line: \`okta.csv:6\`.
- **JSON**: a list of users, or an object with such a list under \`value\`, \`users\`, \`Users\`, \`results\`, \`result\`, \`_embedded.users\`, \`data\`, \`response\`, \`Resources\` or \`members\`; an export of ZITADEL (\`data_orgs.orgs[].humanUsers\`); one object a
  line; pages one behind the other, with or without a line end between them, or in a list. A page that points to a further one has to be followed by it. A place in it is the number of the
  record: \`okta.json record 6\`.
- **Workbooks** (\`.xlsx\`): the first sheet that is not hidden, or \`--sheet [SIDE=]NAME\`; where others hold something and nobody named one, \`sheet-assumed\` says so, as an error if people may be on them. The report tells which was read. Cells are taken as they are stored, white space and \`#N/A\` included; a place is the number of its row. A spreadsheet turns texts into
  numbers and dates as it reads a CSV: ids that have become dates, or numbers of more than 15 digits (\`1.23E+17\`), are an error (\`lossy-cell\`), other ids that are numbers a warning: their zeros in
  front are gone. Workbooks with a password, \`.xls\`, \`.xlsb\` and \`.ods\` are refused; so are more than ${MAX_TEXTS.toLocaleString('en')} different texts, which fit into CSV: what is accepted is read in less than 500 MB of memory.
- **gzip, and zip with one file in it**, of any of these: unpacked on the way. Size and hash in the report are those of the file as given. Several files in a zip, an encrypted one, or one
  that is packed once more are an error that says so.
- **LDIF** as slapcat, ldapsearch and ldifde write it, folded lines and base64 included.

Text is UTF-8, or UTF-16 by its byte order mark or its zeros; what is neither is Windows-1252. The report says which it was; \`--encoding [SIDE=]NAME\` overrules the guess, with any name of the
[Encoding Standard](https://encoding.spec.whatwg.org/#names-and-labels).

Several files of a side are one list. The same record again, identical in every cell, is left out and counted (\`same-record-again\`), also from file to file.

Memory grows with the users, not with the file. Above ${sizeText(MAX_WHOLE)} a file is read piece by piece; it has to stay as it is meanwhile. Of a cell that holds a picture or the like only size
and hash are kept (more than ${MAX_LENGTH.toLocaleString('en')} characters; in JSON and LDIF a word of more than ${MAX_WORD.toLocaleString('en')}); mapped to anything, it is a \`lossy-cell\`. What has to be held as a whole may be ${sizeText(MAX_HELD)}: a stream, what comes out of gzip or zip, and text in another encoding than UTF-8. Beyond these limits there is an
error (\`ERR_INPUT_TOO_LARGE\`, exit status 2), and never half a list: ${sizeText(MAX_ROW)} a record of CSV, ${sizeText(MAX_RECORD)} a value of JSON or a line of LDIF, ${MAX_COLUMNS.toLocaleString('en')} columns, ${MAX_RECORDS.toLocaleString('en')} records.
A quote that is never closed is a rejected record, however much it swallows.
`;
