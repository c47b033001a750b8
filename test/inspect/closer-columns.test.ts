import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/node/inspect.ts';
import { tempFiles } from '../support/temp.ts';
import { exitStatus, inspectionReport, inspectionText } from './inspected.ts';

const PEOPLE = Array.from({ length: 100 }, (_, n) => n);
const address = (n: number) => `p${n}@example.com`;
const old = ['email,employeeId', ...PEOPLE.map((n) => `${address(n)},${n + 1000}`)].join('\n');

/** An export whose `workEmail` is the old address of so many, and whose `mail` that of so many. */
function newExport(agreeing: { workEmail: number; mail: number }, work = 'workEmail', id = 'employeeId'): string {
  const row = (n: number) => [
    n < agreeing.mail ? address(n) : `mail${n}@example.net`,
    n < agreeing.workEmail ? address(n) : `work${n}@example.net`,
    n + 1000,
  ];
  return [`mail,${work},${id}`, ...PEOPLE.map((n) => row(n).join(','))].join('\n');
}

async function next(newText: string, oldText = old) {
  const files = tempFiles({ 'old.csv': oldText, 'new.csv': newText });
  const { next: command } = await inspect([files['old.csv'], files['new.csv']]);
  if (command === null) throw new Error('no command');
  return command;
}

describe('columns that agree better than those of the command', () => {
  it('are told with how many they agree for, and the command leaves what is assumed', async () => {
    const { args, closer } = await next(newExport({ workEmail: 97, mail: 40 }));
    expect(args).toContain('sso=mail');
    expect(args).not.toContain('sso=workEmail');
    expect(closer).toMatchObject({
      ...{ old: 'email', new: 'workEmail', agreeing: 97, agreeingByDefault: 40, of: 100, isOfPairs: true },
    });
    expect(closer?.args.filter((word) => word.includes('='))).toEqual([
      'sso=email',
      'scim=email',
      'sso=workEmail',
      'scim=workEmail',
    ]);
    expect(closer?.line).toContain('--new-map sso=workEmail --new-map scim=workEmail');
    const { status, stderr } = await exitStatus(closer?.args ?? []);
    expect(status, stderr).toBe(1);
  });

  it('are counted by addresses where no id pairs anybody', async () => {
    const { closer } = await next(
      newExport({ workEmail: 97, mail: 40 }, 'workEmail', 'id'),
      old.replace('employeeId', 'x'),
    );
    expect(closer).toMatchObject({ agreeing: 97, agreeingByDefault: 40, of: 100, isOfPairs: false });
  });

  it.each([
    ['as well as them', { workEmail: 97, mail: 97 }],
    ['for a few more, which mistakes may decide', { workEmail: 97, mail: 88 }],
    ['less', { workEmail: 40, mail: 97 }],
    ['for less than half', { workEmail: 49, mail: 3 }],
  ])('are none where they agree %s', async (_, agreeing) => {
    expect((await next(newExport(agreeing))).closer).toBeNull();
  });

  it('are none where a name would lead to another column', async () => {
    expect((await next(newExport({ workEmail: 97, mail: 40 }, '-'))).closer).toBeNull();
  });

  it('are explained for people, who are told that agreement decides nothing', async () => {
    const files = tempFiles({ 'old.csv': old, 'new.csv': newExport({ workEmail: 97, mail: 40 }) });
    const paths = [files['old.csv'], files['new.csv']];
    const text = await inspectionText(paths);
    const [, said = ''] = text.split('Or, if other columns are sent\n');
    expect(said.replaceAll(/\s+/g, ' ')).toContain(
      '“email” on the old side and “workEmail” on the new one agree for 97 of the 100 pairs, and the columns above for 40. That does not say what is sent: the attribute mapping of each IdP does.',
    );
    expect(said).toContain('--new-map sso=workEmail --new-map scim=workEmail');
    expect((await inspectionReport(paths)).next?.closer?.agreeing).toBe(97);
    const alike = tempFiles({ 'old.csv': old, 'new.csv': newExport({ workEmail: 40, mail: 97 }) });
    expect(await inspectionText([alike['old.csv'], alike['new.csv']])).not.toContain('if other columns');
  });

  it('are told without anything that a terminal would obey', async () => {
    const files = tempFiles({
      'old.csv': old,
      'new.csv': newExport({ workEmail: 97, mail: 40 }, 'work\u001b[31mEmail'),
    });
    const text = await inspectionText([files['old.csv'], files['new.csv']]);
    expect(text).toContain('agree for 97 of the 100 pairs');
    expect(text).not.toContain('\u001b[31m');
  });
});
