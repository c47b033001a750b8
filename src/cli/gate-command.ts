import { EXIT_STATUS } from '../errors.ts';
import { bodiesOf, certifiedFiles } from '../gate/certificate/certified-files.ts';
import type { CertificateCheck } from '../gate/certificate/check.ts';
import { verifyCertificateFile } from '../node/gate/certificate-file.ts';
import { generateKeys, readKey } from '../node/gate/keys.ts';
import { writeTo } from '../node/writers/standard-output.ts';
import { type StagedFile, stageFile } from '../node/writers/whole-file.ts';
import { inert } from '../reporters/terminal.ts';
import type { CommandLine } from './command-line.ts';
import type { GateCommand } from './gate-options.ts';
import { words } from './messages.ts';
import { once } from './once.ts';

/** Runs `gate`: verifies a certificate, or makes the keys to sign one. */
export function runGate(command: GateCommand, line: CommandLine): Promise<number> {
  return command.does === 'verify' ? verify(command, line) : keygen(command, line);
}

async function verify(
  { certificate, key, files, quiet }: GateCommand & { readonly does: 'verify' },
  { stdout, now }: CommandLine,
): Promise<number> {
  const verifier = key === null ? undefined : await readKey(key, 'public');
  const check = await verifyCertificateFile(certificate, {
    now: now().toISOString(),
    files,
    ...(verifier === undefined ? {} : { verifier }),
  });
  if (!quiet) await writeTo(stdout, once(check.isValid ? validText(check) : faultsText(check)));
  return check.isValid ? EXIT_STATUS.open : EXIT_STATUS.closed;
}

function validText({ certificate, isSignatureVerified }: CertificateCheck): string {
  if (certificate === null) throw new Error('nothing was read, and nothing was found wrong with it');
  const { created, expires, signature, tool } = certificate;
  const files = certifiedFiles(certificate).map(
    ({ role, file, sha256, bytes }) => `  ${role.padEnd(10)}${inert(file)}  ${bytes} bytes, SHA-256 ${sha256}\n`,
  );
  return `VERIFIES: the gate was open at ${created} for the files as they are now. The certificate holds until ${expires}.\n\n${files.join('')}\n${bodiesOf(certificate).map(groundsText).join('')}\n${signedText(signature?.keyId, isSignatureVerified)} Issued by idp-preflight ${inert(tool.version)}.\n`;
}

/** What was asked of the files, by flags that are in none of them, and what humans decided. */
function groundsText({
  application,
  serviceProvider,
  mode,
  compare,
  counts,
  inputs,
  verdict,
}: ReturnType<typeof bodiesOf>[number]): string {
  const excluded = inputs.reduce((sum, input) => sum + input.excluded, 0);
  const decisions = verdict.reasons.map(({ code, count }) => `${inert(code)} (${count})`);
  return [
    `  checked   ${application === undefined ? '' : `${inert(application)}: `}${inert(serviceProvider)}, mode ${mode}, addresses compared ${inert(compare)}; `,
    `${counts.users.old} old and ${counts.users.new} new users, ${counts.owners} account owners, ${excluded} records left out, `,
    `${inputs.some(({ side }) => side === 'app') ? 'with' : 'without'} the member list\n`,
    ...(decisions.length === 0 ? [] : [`  rests on  ${decisions.join(', ')}\n`]),
  ].join('');
}

function signedText(keyId: string | undefined, isVerified: boolean): string {
  if (keyId === undefined) return 'It is not signed.';
  return isVerified
    ? `It is signed by the key ${keyId}.`
    : `It names the key ${keyId}; whether that signed it was not verified, since no --key was given.`;
}

function faultsText({ faults }: CertificateCheck): string {
  return `DOES NOT VERIFY\n\n${faults.map(({ code, message }) => `  ${code.padEnd(16)}${words(message)}\n`).join('')}`;
}

async function keygen(
  { privateKey, publicKey, quiet }: GateCommand & { readonly does: 'keygen' },
  { stderr }: CommandLine,
): Promise<number> {
  const keys = generateKeys();
  const staged: StagedFile[] = [];
  try {
    // A key that is in use is never replaced; and a private one without its public one is of no use.
    staged.push(await stageFile(privateKey, once(keys.privateKey), true));
    staged.push(await stageFile(publicKey, once(keys.publicKey), true));
    for (const file of staged) await file.commit();
  } catch (fault) {
    await Promise.all(staged.map((file) => file.discard()));
    throw fault;
  }
  if (!quiet) {
    stderr.write(
      `idp-preflight: wrote ${inert(privateKey)}, which stays with whoever certifies (check --sign-key), and ${inert(publicKey)}, which everybody may have (gate verify --key)\n`,
    );
  }
  return EXIT_STATUS.open;
}
