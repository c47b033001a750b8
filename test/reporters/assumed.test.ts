import { describe, expect, it } from 'vitest';
import { checkReport, runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';

const OKTA = 'login,firstName,lastName,email\nann@example.com,Ann,Lee,ann@example.com\n';
const OTHER = 'userPrincipalName,mail,id\nann@example.com,ann@example.com,7\n';

/** The lines of the text report on what was assumed, and on what the emails were read from. */
async function told(...args: string[]): Promise<{ assumed: string[]; read: string[] }> {
  const { old, next } = tempFiles({ old: OKTA, next: OTHER });
  const { stdout } = await runCommand(['check', '--old', old, '--new', next, ...args]);
  const lines = stdout.split('\n').map((line) => line.replaceAll(/\/\S+\/(old|next)/g, '$1').trim());
  return {
    assumed: lines.filter((line) => /^- (?:the (?:old|new) IdP|the app) /.test(line)),
    read: lines.flatMap((line) => line.match(/^.*mail from [^;]*/) ?? []),
  };
}

describe('what was assumed, since nobody said it', () => {
  it('is both attributes of both sides', async () => {
    expect(await told()).toEqual({
      assumed: [
        '- the old IdP sends “email” as SSO and SCIM email (old)',
        '- the new IdP sends “mail” as SSO and SCIM email (next)',
      ],
      read: [
        'SSO email from “email”, SCIM email from “email” (assumed)',
        'SSO email from “mail”, SCIM email from “mail” (assumed)',
      ],
    });
  });

  it('is the one attribute whose column nobody named', async () => {
    expect(await told('--old-map', 'sso=email', '--new-map', 'scim=userPrincipalName')).toEqual({
      assumed: ['- the old IdP sends “email” as SCIM email (old)', '- the new IdP sends “mail” as SSO email (next)'],
      read: [
        'SSO email from “email” (as you said), SCIM email from “email” (assumed)',
        'SSO email from “mail” (assumed), SCIM email from “userPrincipalName” (as you said)',
      ],
    });
  });

  it('is nothing of what is not sent at all', async () => {
    const args = ['--mode', 'jit', '--old-map', 'sso=email', '--old-map', 'scim=-', '--new-map', 'sso=mail'];
    expect(await told(...args)).toEqual({
      assumed: [],
      read: [
        'SSO email from “email”, SCIM email from nowhere (as you said)',
        'SSO email from “mail”, no SCIM email in jit mode (as you said)',
      ],
    });
  });

  it('is told to programs by attribute', async () => {
    const { old, next } = tempFiles({ old: OKTA, next: OTHER });
    const maps = ['--old-map', 'sso=email', '--new-map', 'sso=mail', '--new-map', 'scim=mail'];
    const { report } = await checkReport(['--old', old, '--new', next, '--app', old, ...maps]);
    expect(report.inputs.map(({ side, assumed, mappingConfirmed }) => [side, assumed, mappingConfirmed])).toEqual([
      ['old', ['scim'], false],
      ['new', [], true],
      ['app', ['sso'], false],
    ]);
  });
});
