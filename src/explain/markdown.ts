import type { Advice, Example, Explanation, Topic } from './explanation.ts';
import { EXAMPLE_OPTIONS } from './explanation.ts';
import {
  FINDING_EXPLANATIONS,
  OUTCOME_EXPLANATIONS,
  type Sense,
  sensesOf,
  VERIFICATION_EXPLANATIONS,
} from './index.ts';
import { filesOf } from './text.ts';

const INTRODUCTION = `# Findings and outcomes, one by one

What each of them means, how it arises in which identity provider, how it is put right there, and an example. \`idp-preflight explain KIND\` prints
the same. [findings.md](../findings.md) is the table on one page. These pages are made from the code (\`npm run docs\`).

The examples are what \`check\` says: \`sso\` and \`scim\` are the columns that are sent as SSO and SCIM email, by
\`${EXAMPLE_OPTIONS}\`, unless a page says otherwise.
`;

/** The page of one kind or outcome. */
export function explainMarkdown(topic: Topic): string {
  const senses = sensesOf(topic);
  const title = `# \`${topic}\`\n\n`;
  const [only] = senses;
  if (senses.length === 1 && only !== undefined) {
    return `${title}*${only.is === 'finding' ? 'A finding' : 'An outcome'}.* ${body(only, 2)}`;
  }
  return title + senses.map((sense) => `## The ${sense.is}\n\n${body(sense, 3)}`).join('\n');
}

/** The page that lists all pages. */
export function indexMarkdown(): string {
  return `${INTRODUCTION}\n## Findings\n\n${table('finding', FINDING_EXPLANATIONS)}\n## Outcomes\n\n${table('outcome', OUTCOME_EXPLANATIONS)}\n## Found by \`verify\`, after the switch\n\n${table('finding', VERIFICATION_EXPLANATIONS)}`;
}

function table(head: string, explanations: Readonly<Record<string, Explanation>>): string {
  const rows = Object.entries(explanations).map(([name, { brief }]) => `| ${link(name)} | ${cell(brief)} |\n`);
  return `| ${head} | |\n|---|---|\n${rows.join('')}`;
}

function body({ explanation }: Sense, depth: number): string {
  const { meaning, arises, fix, example, seeAlso } = explanation;
  const heading = (text: string) => `${'#'.repeat(depth)} ${text}\n\n`;
  return [
    `${marked(meaning.join(' '))}\n`,
    `${heading('How it arises')}${list(arises)}`,
    `${heading('How to fix it')}${list(fix)}`,
    ...(example === null ? [] : [`${heading('Example')}${exampleBody(example)}`]),
    `${heading('See also')}${seeAlso.map((topic) => `- ${link(topic)}: ${marked(briefOf(topic))}\n`).join('')}`,
  ].join('\n');
}

function briefOf(topic: Topic): string {
  return sensesOf(topic)[0]?.explanation.brief ?? '';
}

function list(advice: readonly Advice[]): string {
  return advice.map(({ where, how }) => `- **${where}**: ${marked(how)}\n`).join('');
}

function exampleBody(example: Example): string {
  const files = filesOf(example).map(
    ({ name, lines }) => `\`${name}\`\n\n${block(name.endsWith('.yaml') ? 'yaml' : 'csv', lines)}`,
  );
  const options = example.options === undefined ? '' : `With \`${example.options}\`:\n\n`;
  const report = example.report.map((line) => (line === '' ? '…' : line));
  return `${marked(example.shows)}\n\n${files.join('\n')}\n${options}The report says\n\n${block('text', report)}`;
}

function block(language: string, lines: readonly string[]): string {
  return `\`\`\`${language}\n${lines.join('\n')}\n\`\`\`\n`;
}

function link(name: string): string {
  return `[\`${name}\`](${name}.md)`;
}

function cell(text: string): string {
  return marked(text).replaceAll('|', '\\|');
}

/** Nothing outside a literal is taken for HTML or for emphasis. */
function marked(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[<>*_[\]]/g, '\\$&')))
    .join('');
}
