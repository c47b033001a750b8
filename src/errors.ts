/** What the process says with its exit status. */
export const EXIT_STATUS = {
  /** The gate is open, or the command is done. */
  open: 0,
  /** The gate is closed. */
  closed: 1,
  /** The question could not be answered: usage, unreadable input, unwritable output, internal fault. */
  unanswered: 2,
  /** Stopped by SIGINT. */
  interrupted: 130,
} as const;

/** Stable codes of everything this package throws. */
export type ErrorCode =
  | 'ERR_USAGE'
  | 'ERR_INPUT_UNREADABLE'
  | 'ERR_INPUT_EMPTY'
  | 'ERR_INPUT_BINARY'
  | 'ERR_INPUT_HEADER'
  | 'ERR_INPUT_RECORD'
  | 'ERR_UNKNOWN_COLUMN'
  | 'ERR_UNKNOWN_PROFILE'
  | 'ERR_UNKNOWN_SERVICE_PROVIDER'
  | 'ERR_UNKNOWN_POLICY'
  | 'ERR_UNKNOWN_FORMAT'
  | 'ERR_NO_EMAIL_COLUMN'
  | 'ERR_NO_SCIM_COLUMN'
  | 'ERR_COLUMN_WITHOUT_VALUE'
  | 'ERR_OUTPUT_UNWRITABLE'
  | 'ERR_GATE_CLOSED'
  | 'ERR_INTERNAL';

/** Where a fault lies, as far as it is known. */
export interface ErrorPlace {
  /** The file as the user named it. */
  readonly file?: string;
  /** Physical line in that file, 1-based. */
  readonly line?: number;
  /** Header text of the column. */
  readonly column?: string;
  readonly cause?: unknown;
}

/** The one class of error that this package throws; `code` is stable, `message` is for people. */
export class PreflightError extends Error {
  override readonly name: string = 'PreflightError';
  readonly code: ErrorCode;
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;

  constructor(code: ErrorCode, message: string, place: ErrorPlace = {}) {
    super(message, place.cause === undefined ? undefined : { cause: place.cause });
    this.code = code;
    if (place.file !== undefined) this.file = place.file;
    if (place.line !== undefined) this.line = place.line;
    if (place.column !== undefined) this.column = place.column;
  }
}

/** Thrown by `assertGateOpen`; `reasons` are the verdict's. */
export class GateClosedError extends PreflightError {
  override readonly name = 'GateClosedError';
  readonly reasons: readonly { readonly code: string; readonly count: number; readonly message: string }[];

  constructor(reasons: GateClosedError['reasons']) {
    const first = reasons.map((reason) => reason.message).join('; ');
    super('ERR_GATE_CLOSED', `The gate is closed: ${first}`);
    this.reasons = reasons;
  }
}

/** Makes a coded error of whatever was thrown: a fault of our own is ERR_INTERNAL and keeps its cause. */
export function toPreflightError(fault: unknown): PreflightError {
  if (fault instanceof PreflightError) return fault;
  const detail = fault instanceof Error ? fault.message : String(fault);
  return new PreflightError('ERR_INTERNAL', `Internal fault, no verdict was reached: ${detail}`, { cause: fault });
}
