import fc from 'fast-check';
import { it } from 'vitest';
import type { Runbook } from '../../../src/gate/runbook/runbook.ts';
import { BEGIN, certificate, HOUR, Killed, MINUTE, World } from './kept.ts';

const ORGANIZATIONS = ['Claude', 'Console'];
/** What DOMAIN says of the steps, written down a second time: which, where, and which cannot be taken back. */
const STEPS = [
  { number: 1, isPerOrganization: false, isIrreversible: false },
  { number: 2, isPerOrganization: true, isIrreversible: false },
  { number: 3, isPerOrganization: false, isIrreversible: true },
  { number: 4, isPerOrganization: false, isIrreversible: true },
  { number: 5, isPerOrganization: false, isIrreversible: false },
  { number: 6, isPerOrganization: true, isIrreversible: false },
  { number: 7, isPerOrganization: true, isIrreversible: true },
];

interface Model {
  isStarted: boolean;
  /** The number of the certificate that counts, and when it expires. */
  counts: { readonly id: string; readonly expires: number } | null;
  /** Where each step is done. */
  readonly done: Map<number, Set<string>>;
  firstStepAt: number;
  lastEntryAt: number;
}

/** What the certificate in the file of that name is; the world and the model look at the same. */
const inFile = (world: World) => {
  const found = world.certificates.get('a.json');
  return found === undefined ? null : { id: found.digest.slice(0, 1), expires: Date.parse(found.expires) };
};

const isComplete = (model: Model, step: (typeof STEPS)[number]) =>
  (model.done.get(step.number)?.size ?? 0) === (step.isPerOrganization ? ORGANIZATIONS.length : 1);

/** Whether a step may be taken, by the rules and nothing else. */
function mayTake(model: Model, world: World, number: number, place: string, isOverridden: boolean): boolean {
  const step = STEPS[number - 1];
  if (step === undefined || !model.isStarted || model.done.get(number)?.has(place)) return false;
  if (!STEPS.slice(0, number - 1).every((before) => isComplete(model, before))) return false;
  if (world.now + 5 * MINUTE < model.lastEntryAt) return false;
  if (number === 2 && !isOverridden && world.now < model.firstStepAt + HOUR) return false;
  return !step.isIrreversible || holds(model, world);
}

/** An open, fresh, matching gate: the certificate that counts stands there, the files are those, and it has not expired. */
function holds(model: Model, world: World): boolean {
  const now = Math.max(world.now, model.lastEntryAt);
  const found = inFile(world);
  return world.areFilesAsChecked && found !== null && found.id === model.counts?.id && now < found.expires;
}

interface Real {
  readonly world: World;
  /** A new process each time: nothing is kept in memory. */
  runbook(): Runbook;
}
type Command = fc.AsyncCommand<Model, Real>;

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    (fault: { readonly code?: string }) => {
      if (fault instanceof Killed || fault.code === undefined) throw fault;
      return false;
    },
  );
}

const same = (what: string, found: boolean, expected: boolean) => {
  if (found !== expected) throw new Error(`${what} was ${found ? 'allowed' : 'refused'}`);
};

class Done implements Command {
  constructor(
    readonly number: number,
    readonly organization: string,
    readonly isOverridden: boolean,
  ) {}
  check = () => true;
  async run(model: Model, { world, runbook }: Real): Promise<void> {
    const place = STEPS[this.number - 1]?.isPerOrganization ? this.organization : 'once';
    const expected = mayTake(model, world, this.number, place, this.isOverridden && this.number === 2);
    const found = await succeeds(
      runbook().done(this.number, {
        ...(place === 'once' ? {} : { organization: place }),
        ...(this.isOverridden && this.number === 2 ? { overrideWait: 'it has to be' } : {}),
      }),
    );
    same(`step ${this.number} at ${place}`, found, expected);
    if (!found) return;
    note(model, world, this.number, place);
  }
  toString = () => `done(${this.number}, ${this.organization}${this.isOverridden ? ', override' : ''})`;
}

function note(model: Model, world: World, number: number, place: string): void {
  model.done.set(number, new Set([...(model.done.get(number) ?? []), place]));
  if (number === 1) model.firstStepAt = world.now;
  model.lastEntryAt = world.now;
}

/** The process is killed while it writes the line of a step: the step is done if the whole line was written, and only then. */
class KilledWhileDone implements Command {
  constructor(
    readonly number: number,
    readonly organization: string,
    readonly after: number,
  ) {}
  check = () => true;
  async run(model: Model, { world, runbook }: Real): Promise<void> {
    const place = STEPS[this.number - 1]?.isPerOrganization ? this.organization : 'once';
    const mayBeKilled = mayTake(model, world, this.number, place, false);
    world.store.killAfter = this.after;
    const isKilled = await runbook()
      .done(this.number, place === 'once' ? {} : { organization: place })
      .then(
        () => false,
        (fault: unknown) => fault instanceof Killed,
      );
    world.store.killAfter = null;
    same(`writing step ${this.number} at ${place}`, isKilled, mayBeKilled);
    if (isKilled && world.store.bytes?.at(-1) === 10) note(model, world, this.number, place);
  }
  toString = () => `killed after ${this.after} bytes of done(${this.number}, ${this.organization})`;
}

class Start implements Command {
  check = () => true;
  async run(model: Model, { world, runbook }: Real): Promise<void> {
    const found = inFile(world);
    const expected = !model.isStarted && world.areFilesAsChecked && found !== null && world.now < found.expires;
    same('start', await succeeds(runbook().start({ certificate: 'a.json', organizations: ORGANIZATIONS })), expected);
    if (!expected) return;
    model.isStarted = true;
    model.counts = found;
    model.lastEntryAt = world.now;
  }
  toString = () => 'start';
}

class Renew implements Command {
  check = () => true;
  async run(model: Model, { world, runbook }: Real): Promise<void> {
    const found = inFile(world);
    const now = Math.max(world.now, model.lastEntryAt);
    const expected = model.isStarted && world.areFilesAsChecked && found !== null && now < found.expires;
    same('renew', await succeeds(runbook().renew('a.json')), expected);
    if (!expected) return;
    model.counts = found;
    model.lastEntryAt = world.now;
  }
  toString = () => 'renew';
}

class Next implements Command {
  check = (model: Model) => model.isStarted;
  async run(model: Model, { world, runbook }: Real): Promise<void> {
    const { current, refusals } = await runbook().next();
    const wanted = STEPS.find((step) => !isComplete(model, step));
    if (current?.step.number !== wanted?.number)
      throw new Error(`next is ${current?.step.number}, not ${wanted?.number}`);
    if (wanted === undefined) return;
    const place = wanted.isPerOrganization
      ? (ORGANIZATIONS.find((name) => !model.done.get(wanted.number)?.has(name)) ?? '')
      : 'once';
    same(`next, step ${wanted.number}`, refusals.length === 0, mayTake(model, world, wanted.number, place, false));
  }
  toString = () => 'next';
}

class Happens implements Command {
  constructor(
    readonly what: string,
    readonly happens: (world: World) => void,
  ) {}
  check = () => true;
  async run(_: Model, { world }: Real): Promise<void> {
    this.happens(world);
  }
  toString = () => this.what;
}

const step = fc.integer({ min: 1, max: 7 });
const organization = fc.constantFrom(...ORGANIZATIONS);
/** The next step in order comes up often, so that most runs get somewhere. */
class DoneInOrder extends Done {
  override async run(model: Model, real: Real): Promise<void> {
    const wanted = STEPS.find((one) => !isComplete(model, one)) ?? STEPS[6];
    const place = ORGANIZATIONS.find((name) => !model.done.get(wanted?.number ?? 7)?.has(name)) ?? 'Claude';
    await new Done(wanted?.number ?? 7, place, this.isOverridden).run(model, real);
  }
  override toString = () => `done(in order${this.isOverridden ? ', override' : ''})`;
}

const commands = [
  fc.constant(new Start()),
  fc.tuple(step, organization, fc.boolean()).map((args) => new Done(...args)),
  fc.boolean().map((isOverridden) => new DoneInOrder(1, '', isOverridden)),
  fc.boolean().map((isOverridden) => new DoneInOrder(1, '', isOverridden)),
  fc.tuple(step, organization, fc.integer({ min: 1, max: 500 })).map((args) => new KilledWhileDone(...args)),
  fc.constant(new Renew()),
  fc.constant(new Next()),
  fc.constantFrom(1, 30, 61, 24 * 60).map(
    (minutes) =>
      new Happens(`clock +${minutes}`, (world) => {
        world.now += minutes * MINUTE;
      }),
  ),
  fc.constantFrom(1, 4, 10, 24 * 60).map(
    (minutes) =>
      new Happens(`clock -${minutes}`, (world) => {
        world.now -= minutes * MINUTE;
      }),
  ),
  fc.boolean().map(
    (are) =>
      new Happens(are ? 'files as checked' : 'files changed', (world) => {
        world.areFilesAsChecked = are;
      }),
  ),
  fc
    .constantFrom('a', 'b', 'c')
    .map(
      (id) =>
        new Happens(`certificate ${id}`, (world) =>
          world.certificates.set('a.json', certificate({ id, created: world.now, expires: world.now + 24 * HOUR })),
        ),
    ),
  fc.constant(new Happens('certificate gone', (world) => world.certificates.delete('a.json'))),
];

let irreversible = 0;

it('no sequence of calls, crashes and clock moves reaches an irreversible step without an open, fresh, matching gate', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.option(fc.nat({ max: 8 })),
      fc.commands(commands, { maxCommands: 60, size: 'max' }),
      async (stepsBefore, sequence) => {
        const world = new World();
        const real: Real = { world, runbook: () => world.runbook() };
        const model: Model = { isStarted: false, counts: null, done: new Map(), firstStepAt: BEGIN, lastEntryAt: 0 };
        // Some begin in the middle, so that the last steps come up as often as the first.
        if (stepsBefore !== null) await new Start().run(model, real);
        for (let taken = 0; taken < (stepsBefore ?? 0); taken += 1) await new DoneInOrder(1, '', true).run(model, real);
        const before = countIrreversible(model);
        await fc.asyncModelRun(() => ({ model, real }), sequence);
        irreversible += countIrreversible(model) - before;
      },
    ),
    { numRuns: 800 },
  );
});

it('and irreversible steps were reached, many times', () => {
  if (irreversible < 150) throw new Error(`only ${irreversible} times`);
});

function countIrreversible({ done }: Model): number {
  return STEPS.reduce(
    (sum, { number, isIrreversible }) => sum + (isIrreversible ? (done.get(number)?.size ?? 0) : 0),
    0,
  );
}
