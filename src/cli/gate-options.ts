import type { FileRole } from '../gate/certificate/certified-files.ts';
import { type Arguments, unknownVerb, usage } from './arguments.ts';
import { refuseOthers } from './taken-options.ts';

/** What the command line of `gate` says. */
export type GateCommand =
  | {
      readonly does: 'verify';
      readonly certificate: string;
      /** The public key by which it has to be signed; null where it need not be. */
      readonly key: string | null;
      /** The files in a role, in place of those that the certificate names. */
      readonly files: { readonly [role in FileRole]?: readonly string[] };
      readonly quiet: boolean;
    }
  | {
      readonly does: 'keygen';
      readonly privateKey: string;
      readonly publicKey: string;
      readonly quiet: boolean;
    };

const VERBS = ['verify', 'keygen'] as const;
const USUAL_PRIVATE = 'idp-preflight.key.pem';
const USUAL_PUBLIC = 'idp-preflight.pub.pem';

/**
 * Reads the options of `gate`.
 *
 * @throws PreflightError ERR_USAGE
 */
export function gateCommand(said: Arguments, [verb, ...rest]: readonly string[]): GateCommand {
  const { values } = said;
  const quiet = values.quiet === true;
  if (verb === 'keygen') {
    refuseOthers(said, 'gate keygen');
    if (rest.length > 0)
      throw usage(`Unexpected argument "${rest[0]}". Name the files with --sign-key FILE and --key FILE.`);
    const { 'sign-key': privateKey = USUAL_PRIVATE, key: publicKey = USUAL_PUBLIC } = values;
    return { does: 'keygen', privateKey, publicKey, quiet };
  }
  if (verb === 'verify') {
    refuseOthers(said, 'gate verify');
    const [certificate, second] = rest;
    if (certificate === undefined) throw usage('Name the certificate: idp-preflight gate verify CERTIFICATE.');
    if (second !== undefined) throw usage(`Unexpected argument "${second}". One certificate is verified at a time.`);
    const { old, new: next, app, crosswalk, config, key = null } = values;
    return {
      does: 'verify',
      certificate,
      key,
      files: {
        ...(old === undefined ? {} : { old }),
        ...(next === undefined ? {} : { new: next }),
        ...(app === undefined ? {} : { app }),
        ...(crosswalk === undefined ? {} : { crosswalk: [crosswalk] }),
        ...(config === undefined ? {} : { config: [config] }),
      },
      quiet,
    };
  }
  throw unknownVerb('gate', verb, VERBS);
}
