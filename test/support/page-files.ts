import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import type { CopyPart, EditPart, FilePart } from './transcript.ts';

/**
 * Does in the current directory what a page tells the reader to do with files.
 *
 * @throws Error where the lines to change do not stand in the file, once
 */
export function changeFiles(part: FilePart | EditPart | CopyPart): void {
  if (part.is === 'copy') copyFileSync(part.from, part.to);
  else if (part.is === 'edit') edit(part);
  else if (part.isAdded) appendFileSync(part.name, `\n${part.text}`);
  else writeFileSync(part.name, part.text);
}

function edit({ name, before, after }: EditPart): void {
  const [head, tail, ...others] = readFileSync(name, 'utf8').split(before);
  if (tail === undefined || others.length > 0) throw new Error(`${name} does not have, once:\n${before}`);
  writeFileSync(name, `${head}${after}${tail}`);
}
