import { dirname, isAbsolute, join } from 'node:path';
import type { Config } from '../../model/config.ts';

const STANDARD_INPUT = '-';

/**
 * The same config, with its paths as they are named from the current directory: in a config they start at its own
 * folder.
 *
 * @param file - the path of the config; `-` is in the current directory
 */
export function withPaths(config: Config, file: string): Config {
  const folder = file === STANDARD_INPUT ? '.' : dirname(file);
  const from = (path: string) => (path === STANDARD_INPUT || isAbsolute(path) ? path : join(folder, path));
  const files = <Side extends { readonly files?: string | readonly string[] | undefined }>(side: Side): Side =>
    side.files === undefined ? side : { ...side, files: [side.files].flat().map(from) };
  /** What an app has of its own. */
  const ofApplication = <Part extends Pick<Config, 'app' | 'waivers'>>(part: Part): Part => ({
    ...part,
    ...(part.app === undefined ? {} : { app: files(part.app) }),
    ...(part.waivers === undefined
      ? {}
      : {
          waivers: part.waivers.map((waiver) =>
            waiver.file === undefined ? waiver : { ...waiver, file: from(waiver.file) },
          ),
        }),
  });
  const report = (entry: string) => {
    const at = entry.indexOf('=');
    return at < 0 ? entry : `${entry.slice(0, at)}=${from(entry.slice(at + 1))}`;
  };
  return {
    ...ofApplication(config),
    ...(config.old === undefined ? {} : { old: files(config.old) }),
    ...(config.new === undefined ? {} : { new: files(config.new) }),
    ...(config.crosswalk === undefined ? {} : { crosswalk: from(config.crosswalk) }),
    ...(config['crosswalk-template'] === undefined ? {} : { 'crosswalk-template': from(config['crosswalk-template']) }),
    ...(config.report === undefined ? {} : { report: [config.report].flat().map(report) }),
    ...(config.applications === undefined ? {} : { applications: config.applications.map(ofApplication) }),
  };
}
