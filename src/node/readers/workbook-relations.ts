import { attributesOf } from './workbook-xml.ts';

/** What a part of a workbook says of another part. */
export interface Relation {
  readonly id: string;
  /** The end of its type, such as `worksheet`. */
  readonly kind: string;
  /** The name of the other part in the archive. */
  readonly part: string;
}

/** A workbook has a few for each of its sheets. */
const MOST = 10_000;
const OTHER = /^(?:\?xml[^<>]*\?>|\/?(?:[\w.-]+:)?Relationships(?:\s[^<>]*)?>|\/(?:[\w.-]+:)?Relationship\s*>)\s*$/;
const RELATION = /^(?:[\w.-]+:)?Relationship(\s[^<>]*?)\/?>\s*$/;

/**
 * The relations that a part lists. Nothing in it may be understood in two ways: whoever reads the workbook has to come to
 * the same parts.
 *
 * @param folder - of the part that has the relations, such as `xl`
 * @returns null where anything else stands in the list
 * @see ECMA-376 part 2, section 8.5
 */
export function relationsOf(xml: string, folder: string): Relation[] | null {
  const [before = '', ...tags] = xml.replace(/^\uFEFF/, '').split('<');
  if (before.trim() !== '') return null;
  if (tags.length > MOST) return null;
  const relations: Relation[] = [];
  for (const tag of tags) {
    if (OTHER.test(tag)) continue;
    const said = attributesOf(RELATION.exec(tag)?.[1]);
    if (said === null) return null;
    const [id, type, target] = [said.get('Id'), said.get('Type'), said.get('Target')];
    if (id === undefined || type === undefined || target === undefined) return null;
    if (relations.some((relation) => relation.id === id)) return null;
    relations.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), part: partNamed(target, folder) });
  }
  return relations;
}

function partNamed(target: string, folder: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter(Boolean);
  for (const step of target.split('/').filter(Boolean)) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
