import type { Attribute, Side } from '../model/user.ts';
import type { IdMaps } from './id-maps.ts';
import type { Question } from './inspection.ts';
import type { Inspected, InspectedSide } from './population.ts';
import { sentColumn } from './sent-columns.ts';

/** Which list each file is, which nothing but their order tells. */
export function fileQuestions(sides: readonly InspectedSide[]): Question[] {
  const filesOf = (side: Side | null) =>
    sides.filter((one) => one.side === side).flatMap(({ files }) => files.map(({ look }) => look.table.file));
  const [old, next] = [filesOf('old'), filesOf('new')];
  const named = (files: readonly string[]) => files.map((file) => `“${file}”`).join(' and ');
  return [
    ...(next.length > 0
      ? [ask('which-side', null, `Is ${named(old)} the old IdP? It is a guess, from the order of files.`)]
      : []),
    ...(next.length === 0 && old.length > 0
      ? [
          ask(
            'other-file',
            null,
            `Is ${named(old)} the old IdP? Then name the export of the new one as well: --new FILE.`,
          ),
        ]
      : []),
    ...(old.length === 0
      ? [ask('other-file', null, 'Where are the exports of the old and the new IdP? This is a list of members.')]
      : []),
    ...filesOf('app').map((file) =>
      ask('which-side', file, `Is “${file}” the app's own list of members? It looks like one.`),
    ),
    ...(sides.some(({ files }) => files.some(({ look }) => look.table.file === '-'))
      ? [ask('other-file', '-', 'Can what was read from standard input (-) be piped into the next command again?')]
      : []),
    ...filesOf(null).map((file) => ask('unused-file', file, `Which side is “${file}”? It is not in the command.`)),
  ];
}

/** Which of several columns is sent, where it makes a difference. */
export function attributeQuestions(side: 'old' | 'new', files: readonly Inspected[]): Question[] {
  return files.flatMap(({ look }) => {
    if (look.emailFoundBy !== 'header') return [];
    const byText = new Map<string, Attribute[]>();
    for (const { attribute, column, plausible } of look.input.observations.assumptions) {
      const rivals = plausible.filter(({ differing }) => differing > 0).sort((a, b) => b.differing - a.differing);
      if (rivals.length === 0) continue;
      const said = rivals.map(({ column: rival, differing }) =>
        rival.startsWith(`${column} (`)
          ? `another value of it (${users(differing)} ${differing === 1 ? 'has' : 'have'} several)`
          : `“${rival}” (differs for ${users(differing)})`,
      );
      const text = `“${column}” or ${said.join(' or ')}`;
      byText.set(text, [...(byText.get(text) ?? []), attribute]);
    }
    return [...byText].map(([text, attributes]) => {
      const which = attributes.map((attribute) => (attribute === 'sso' ? 'SSO' : 'SCIM')).join(' and ');
      return ask(
        'which-attribute',
        look.table.file,
        `Which attribute does the app's ${which} setup in the ${side} IdP read: ${text}?`,
      );
    });
  });
}

/** Which column holds the email, where its header does not tell. */
export function columnQuestions(side: Side, files: readonly Inspected[]): Question[] {
  const [first] = files;
  if (first === undefined) return [];
  const { file } = first.look.table;
  const { text, isDefault } = sentColumn(files, 'sso');
  if (isDefault) return [];
  if (text === null)
    return [ask('which-column', file, `Which column of “${file}” is sent as the email? None holds addresses.`)];
  const why = first.look.emailFoundBy === 'header' ? 'the usual column is empty' : 'no header says so';
  const key = side === 'app' ? 'email' : 'email that is sent';
  return [ask('which-column', file, `Is “${text}” the ${key} in “${file}”? It holds most addresses, and ${why}.`)];
}

export function idQuestion({ kind, overlap }: IdMaps): Question {
  return ask(
    'which-id',
    null,
    `Are “${overlap.old}” and “${overlap.new}” the same ids (${kind})? They have ${overlap.inBoth} in common, and are mapped on that guess.`,
  );
}

function ask(about: Question['about'], file: string | null, message: string): Question {
  return { about, file, message };
}

function users(count: number): string {
  return `${count} active user${count === 1 ? '' : 's'}`;
}
