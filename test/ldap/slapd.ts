import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BASE } from './people.ts';

const SCHEMA = '/etc/ldap/schema';
/** Debian keeps the server where only root looks. */
const PATH = `${process.env.PATH}:/usr/sbin:/sbin`;
const ADMIN = ['-x', '-D', `cn=admin,${BASE}`, '-w', 'secret'];
/** A server that has not answered by then will not. */
const TRIES = 300;

/** What a command of LDAP wrote; its status is not 0 where the server stopped early. */
export interface Written {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

/** An OpenLDAP of our own on loopback, with a configuration and a database that are gone afterwards. */
export class Slapd {
  readonly #folder: string;
  readonly #uri: string;
  readonly #server: ChildProcess;

  private constructor(folder: string, uri: string, server: ChildProcess) {
    this.#folder = folder;
    this.#uri = uri;
    this.#server = server;
  }

  /** @throws Error where it is not installed, or does not answer */
  static async start(): Promise<Slapd> {
    const folder = mkdtempSync(join(tmpdir(), 'idp-preflight-slapd-'));
    mkdirSync(join(folder, 'db'));
    writeFileSync(join(folder, 'slapd.conf'), configuration(folder));
    const uri = `ldap://127.0.0.1:${await freePort()}`;
    // With -d it stays in the foreground.
    const server = spawn('slapd', ['-f', join(folder, 'slapd.conf'), '-h', uri, '-d', '0'], {
      stdio: 'ignore',
      env: { ...process.env, PATH },
    });
    const slapd = new Slapd(folder, uri, server);
    try {
      await once(server, 'spawn');
      await slapd.#isUp();
    } catch (fault) {
      await slapd.stop();
      throw fault;
    }
    return slapd;
  }

  async #isUp(): Promise<void> {
    for (let tries = 0; tries < TRIES && this.#server.exitCode === null; tries += 1) {
      const { status } = await this.search('-LLL', '-s', 'base', '-b', '', 'objectClass=*');
      if (status === 0) return;
      await setTimeout(100);
    }
    throw new Error('slapd does not answer');
  }

  /** Loads entries; all or an error. */
  async add(ldif: string): Promise<void> {
    const { status, stderr } = await run('ldapadd', ['-H', this.#uri, ...ADMIN], ldif);
    if (status !== 0) throw new Error(`ldapadd: ${stderr.toString()}`);
  }

  search(...args: readonly string[]): Promise<Written> {
    return run('ldapsearch', ['-H', this.#uri, ...ADMIN, ...args]);
  }

  /** The database as a whole, with what the server keeps of each entry. */
  cat(): Promise<Written> {
    return run('slapcat', ['-f', join(this.#folder, 'slapd.conf')]);
  }

  async stop(): Promise<void> {
    if (this.#server.pid !== undefined && this.#server.exitCode === null && this.#server.signalCode === null) {
      const gone = once(this.#server, 'exit');
      this.#server.kill('SIGTERM');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** `anchored` has what an Active Directory gives its people, under the numbers that Microsoft gave these attributes. */
function configuration(folder: string): string {
  return `include ${SCHEMA}/core.schema
include ${SCHEMA}/cosine.schema
include ${SCHEMA}/inetorgperson.schema
attributetype ( 1.2.840.113556.1.4.2 NAME 'objectGUID' SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )
attributetype ( 1.2.840.113556.1.2.210 NAME 'proxyAddresses' SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
attributetype ( 1.2.840.113556.1.4.8 NAME 'userAccountControl' SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )
objectclass ( 1.3.6.1.4.1.4203.666.11.99 NAME 'anchored' AUXILIARY MAY ( objectGUID $ proxyAddresses $ userAccountControl ) )
pidfile ${folder}/slapd.pid
modulepath /usr/lib/ldap
moduleload back_mdb
database mdb
suffix "${BASE}"
rootdn "cn=admin,${BASE}"
rootpw secret
directory ${folder}/db
`;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}

function run(command: string, args: readonly string[], input = ''): Promise<Written> {
  return new Promise((resolve, reject) => {
    const options = { encoding: 'buffer', maxBuffer: 2 ** 26, env: { ...process.env, PATH } } as const;
    const child = execFile(command, args, options, (fault, stdout, stderr) => {
      const status = fault === null ? 0 : fault.code;
      if (typeof status === 'number') resolve({ status, stdout, stderr });
      else reject(fault);
    });
    child.stdin?.end(input);
  });
}
