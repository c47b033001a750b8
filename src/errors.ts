/** What the process says with its exit status. */
export const EXIT_STATUS = {
  /** The gate is open, what happened is what was predicted, or the command is done. */
  open: 0,
  /** The gate is closed, or what happened is not what was predicted. */
  closed: 1,
  /** The question could not be answered: usage, unreadable input, unwritable output, internal fault. */
  unanswered: 2,
  /** Stopped by SIGINT. */
  interrupted: 130,
} as const;

/** Stable codes of everything this package throws. */
export type ErrorCode =
  /** An option or a flag is not as documented. */
  | 'ERR_USAGE'
  /** A file or stream could not be read; `cause` is why. */
  | 'ERR_INPUT_UNREADABLE'
  /** A file has no records, or a list no users. */
  | 'ERR_INPUT_EMPTY'
  /** A file is no text, or text of a kind that is not read: a spreadsheet, an archive, a web page. */
  | 'ERR_INPUT_BINARY'
  /** A table has no header, or one that cannot be read. */
  | 'ERR_INPUT_HEADER'
  /** A record handed over by a program is no `UserRecord`, or none of a file can be read; `line` is its number. */
  | 'ERR_INPUT_RECORD'
  /** A file of JSON is broken, or holds no list of users. */
  | 'ERR_INPUT_JSON'
  /** A file ends before its data does. */
  | 'ERR_INPUT_TRUNCATED'
  /** A file, what is packed in it, or a record of it is larger than may be read. */
  | 'ERR_INPUT_TOO_LARGE'
  /** A column that was asked for is not in the file, or could be several; `column` is what was asked for. */
  | 'ERR_UNKNOWN_COLUMN'
  /** There is no such export format; see `ProfileId`. */
  | 'ERR_UNKNOWN_PROFILE'
  /** There is no such service provider; see `ServiceProviderId`. */
  | 'ERR_UNKNOWN_SERVICE_PROVIDER'
  /** There is no such compare policy; see `ComparePolicy`. */
  | 'ERR_UNKNOWN_POLICY'
  /** There is no such report format; see `ReportFormat`. */
  | 'ERR_UNKNOWN_FORMAT'
  /** No column of a file is known to hold the email that is sent: map one. */
  | 'ERR_NO_EMAIL_COLUMN'
  /** A policy is not as documented, or waives what cannot be waived like that. */
  | 'ERR_POLICY'
  /** A config file is not as documented; `line` and `column` say where. */
  | 'ERR_CONFIG'
  /** What is to be verified is no JSON report of `check`, or does not hold everybody. */
  | 'ERR_BASELINE'
  /** A crosswalk is not as documented; `line` says where. */
  | 'ERR_CROSSWALK'
  /** In scim mode, the new side has no SCIM column: map one, or choose another mode. */
  | 'ERR_NO_SCIM_COLUMN'
  /** A column that is read as an email holds none for anybody. */
  | 'ERR_COLUMN_WITHOUT_VALUE'
  /** Nothing can be certified: a column was assumed, or users or decisions did not come out of files. */
  | 'ERR_CERTIFICATE'
  /** A key is none of Ed25519, in PEM. */
  | 'ERR_KEY'
  /** The journal of a runbook is damaged, of another kind, or there already; `line` says where it is damaged. */
  | 'ERR_JOURNAL'
  /** Another process is writing to the journal. */
  | 'ERR_JOURNAL_LOCKED'
  /** A step of a runbook may not be taken now; thrown as `RunbookRefusedError`. */
  | 'ERR_RUNBOOK_REFUSED'
  /** A report could not be written; only the command line writes files. */
  | 'ERR_OUTPUT_UNWRITABLE'
  /** The gate is closed; thrown by `assertGateOpen` alone. */
  | 'ERR_GATE_CLOSED'
  /** A fault of this package, or of what it was handed; `cause` is what was thrown. */
  | 'ERR_INTERNAL';

/** Where a fault lies, as far as it is known. */
export interface ErrorPlace {
  /** The file as the user named it. */
  readonly file?: string;
  /** Physical line in that file, 1-based. */
  readonly line?: number;
  /** Header text of the column. */
  readonly column?: string;
  /** What was thrown first. */
  readonly cause?: unknown;
}

/**
 * The one class of error that this package throws; `code` is stable, `message` is for people. `cause`, where there is
 * one, is what was thrown first.
 */
export class PreflightError extends Error {
  /** The name of the class. */
  override readonly name: string = 'PreflightError';
  /** What went wrong, for programs. */
  readonly code: ErrorCode;
  /** The file as the user named it. */
  readonly file?: string;
  /** Physical line in that file, or the number of the record, 1-based. */
  readonly line?: number;
  /** Header text of the column. */
  readonly column?: string;

  /**
   * For this package; a program that embeds it catches these.
   *
   * @param code - what went wrong, for programs
   * @param message - what went wrong and what to do about it, for people
   * @param place - where the fault lies, as far as it is known
   */
  constructor(code: ErrorCode, message: string, place: ErrorPlace = {}) {
    super(message, place.cause === undefined ? undefined : { cause: place.cause });
    this.code = code;
    if (place.file !== undefined) this.file = place.file;
    if (place.line !== undefined) this.line = place.line;
    if (place.column !== undefined) this.column = place.column;
  }
}

/** Thrown by `assertGateOpen`, with `code` ERR_GATE_CLOSED. */
export class GateClosedError extends PreflightError {
  /** The name of the class. */
  override readonly name = 'GateClosedError';
  /** Why the gate is closed, as the verdict says it. */
  readonly reasons: readonly { readonly code: string; readonly count: number; readonly message: string }[];

  /**
   * For `assertGateOpen`; a program catches these by their `code`.
   *
   * @param reasons - why the gate is closed
   */
  constructor(reasons: GateClosedError['reasons']) {
    const first = reasons.map((reason) => reason.message).join('; ');
    super('ERR_GATE_CLOSED', `The gate is closed: ${first}`);
    this.reasons = reasons;
  }
}

/** Thrown by a runbook, with `code` ERR_RUNBOOK_REFUSED, for what may not be done now. */
export class RunbookRefusedError extends PreflightError {
  /** The name of the class. */
  override readonly name = 'RunbookRefusedError';
  /** Why, each with a stable code. */
  readonly reasons: readonly { readonly code: string; readonly message: string }[];

  /**
   * For a runbook; a program catches these by their `code`.
   *
   * @param reasons - why it may not be done now
   */
  constructor(reasons: RunbookRefusedError['reasons']) {
    super('ERR_RUNBOOK_REFUSED', `Not now: ${reasons.map((reason) => reason.message).join(' ')}`);
    this.reasons = reasons;
  }
}

/** Makes a coded error of whatever was thrown: a fault of our own is ERR_INTERNAL and keeps its cause. */
export function toPreflightError(fault: unknown): PreflightError {
  if (fault instanceof PreflightError) return fault;
  const detail = fault instanceof Error ? fault.message : String(fault);
  return new PreflightError('ERR_INTERNAL', `Internal fault, no verdict was reached: ${detail}`, { cause: fault });
}
