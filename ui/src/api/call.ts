// The only door to the other side. Everything that goes wrong there arrives here as a Failure, so
// that no view ever has to guess what it was given.

import { invoke } from '@tauri-apps/api/core';
import type { ErrorCode, UserError } from './bindings';
import { ERRORS } from './errors';

/** A refused or failed command, with everything the page needs to speak of it. */
export class Failure extends Error {
  readonly code: ErrorCode;
  /** The technical chain, for "Details". */
  readonly detail: string;
  /** A file or folder that the sentence names. */
  readonly path: string | null;
  /** Seconds to wait, for `PassphraseWait`. */
  readonly seconds: number | null;
  /** A moment to wait for, for `PauseRunning`. */
  readonly opensAt: string | null;
  /** The command that failed. */
  readonly command: string;

  constructor(command: string, error: Omit<UserError, 'opensAt'> & Partial<UserError>) {
    super(`${command}: ${error.code}: ${error.detail}`);
    this.name = 'Failure';
    this.command = command;
    this.code = error.code;
    this.detail = error.detail;
    this.path = error.path;
    this.seconds = error.seconds;
    this.opensAt = error.opensAt ?? null;
  }
}

function isUserError(value: unknown): value is UserError {
  if (typeof value !== 'object' || value === null || !('code' in value)) return false;
  return typeof value.code === 'string' && Object.hasOwn(ERRORS, value.code);
}

/** Makes a Failure of whatever was thrown; what is not known is a fault of ours. */
export function asFailure(thrown: unknown, command = 'page'): Failure {
  if (thrown instanceof Failure) return thrown;
  if (isUserError(thrown)) {
    return new Failure(command, {
      code: thrown.code,
      detail: thrown.detail ?? '',
      path: thrown.path ?? null,
      seconds: thrown.seconds ?? null,
      opensAt: thrown.opensAt ?? null,
    });
  }
  const detail =
    thrown instanceof Error
      ? `${thrown.name}: ${thrown.message}`
      : typeof thrown === 'string'
        ? thrown
        : (JSON.stringify(thrown) ?? String(thrown));
  return new Failure(command, { code: 'Internal', detail, path: null, seconds: null });
}

/** Calls a command. Rejects with a Failure and with nothing else. */
export async function call<T>(name: string, payload?: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(name, payload);
  } catch (thrown) {
    throw asFailure(thrown, name);
  }
}
