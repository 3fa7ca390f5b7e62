// One sentence pair for each error code. The table is complete by its type: a new code without its
// words does not pass the type check.

import type { ErrorCode } from './bindings';
import type { MessageId } from '../shared/text/messages';

export interface ErrorWords {
  /**
   * `blocked`: the person cannot go on with this. `warning`: they can, after doing something.
   * `correct`: what they entered needs to change; shown beside the field.
   */
  severity: 'blocked' | 'warning' | 'correct';
  /** What happened. */
  title: MessageId;
  /** What was kept, and what to do. May name `$path`, `$seconds` and `$time`. */
  advice: MessageId;
}

export const ERRORS: Record<ErrorCode, ErrorWords> = {
  StoreTooNew: { severity: 'blocked', title: 'error-store-too-new', advice: 'error-store-too-new-advice' },
  StoreDamaged: { severity: 'blocked', title: 'error-store-damaged', advice: 'error-store-damaged-advice' },
  StoreBusy: { severity: 'blocked', title: 'error-store-busy', advice: 'error-store-busy-advice' },
  DiskFull: { severity: 'warning', title: 'error-disk-full', advice: 'error-disk-full-advice' },
  StoreReadOnly: { severity: 'blocked', title: 'error-store-read-only', advice: 'error-store-read-only-advice' },
  StoreOnNetwork: { severity: 'blocked', title: 'error-store-on-network', advice: 'error-store-on-network-advice' },
  PackInvalid: { severity: 'blocked', title: 'error-pack-invalid', advice: 'error-pack-invalid-advice' },
  AttemptClosed: { severity: 'warning', title: 'error-attempt-closed', advice: 'error-attempt-closed-advice' },
  NoTriesLeft: { severity: 'warning', title: 'error-no-tries-left', advice: 'error-no-tries-left-advice' },
  PauseRunning: { severity: 'warning', title: 'error-pause-running', advice: 'error-pause-running-advice' },
  AnswerCommitted: { severity: 'warning', title: 'error-answer-committed', advice: 'error-answer-committed-advice' },
  NotFound: { severity: 'warning', title: 'error-not-found', advice: 'error-not-found-advice' },
  ResponseInvalid: { severity: 'correct', title: 'error-response-invalid', advice: 'error-response-invalid-advice' },
  NameTaken: { severity: 'correct', title: 'error-name-taken', advice: 'error-name-taken-advice' },
  AssignmentInvalid: { severity: 'correct', title: 'error-assignment-invalid', advice: 'error-assignment-invalid-advice' },
  NameInvalid: { severity: 'correct', title: 'error-name-invalid', advice: 'error-name-invalid-advice' },
  TrainerLocked: { severity: 'warning', title: 'error-trainer-locked', advice: 'error-trainer-locked-advice' },
  WrongPassphrase: { severity: 'correct', title: 'error-wrong-passphrase', advice: 'error-wrong-passphrase-advice' },
  PassphraseWait: { severity: 'correct', title: 'error-passphrase-wait', advice: 'error-passphrase-wait-advice' },
  PassphraseWeak: { severity: 'correct', title: 'error-passphrase-weak', advice: 'error-passphrase-weak-advice' },
  RecoveryCodeMistyped: { severity: 'correct', title: 'error-recovery-mistyped', advice: 'error-recovery-mistyped-advice' },
  WrongRecoveryCode: { severity: 'correct', title: 'error-recovery-wrong', advice: 'error-recovery-wrong-advice' },
  NoRecoveryCode: { severity: 'warning', title: 'error-recovery-none', advice: 'error-recovery-none-advice' },
  GroupSizeInvalid: { severity: 'correct', title: 'error-group-size', advice: 'error-group-size-advice' },
  PersonsNotShown: { severity: 'warning', title: 'error-persons-not-shown', advice: 'error-persons-not-shown-advice' },
  PolicyForbids: { severity: 'warning', title: 'error-policy-forbids', advice: 'error-policy-forbids-advice' },
  PolicyUnread: { severity: 'warning', title: 'error-policy-unread', advice: 'error-policy-unread-advice' },
  TooLongForPaper: { severity: 'warning', title: 'error-too-long-for-paper', advice: 'error-too-long-for-paper-advice' },
  FileNotWritable: { severity: 'warning', title: 'error-file-not-writable', advice: 'error-file-not-writable-advice' },
  DraftLost: { severity: 'warning', title: 'error-draft-lost', advice: 'error-draft-lost-advice' },
  DraftChanged: { severity: 'warning', title: 'error-draft-changed', advice: 'error-draft-changed-advice' },
  QuestionsRefused: { severity: 'correct', title: 'error-questions-refused', advice: 'error-questions-refused-advice' },
  PictureRefused: { severity: 'correct', title: 'error-picture-refused', advice: 'error-picture-refused-advice' },
  KeyMissing: { severity: 'correct', title: 'error-key-missing', advice: 'error-key-missing-advice' },
  KeyInvalid: { severity: 'correct', title: 'error-key-invalid', advice: 'error-key-invalid-advice' },
  FileStands: { severity: 'warning', title: 'error-file-stands', advice: 'error-file-stands-advice' },
  PackTooLarge: { severity: 'blocked', title: 'error-pack-too-large', advice: 'error-pack-too-large-advice' },
  EraseUnfinished: { severity: 'warning', title: 'error-erase-unfinished', advice: 'error-erase-unfinished-advice' },
  Internal: { severity: 'warning', title: 'error-internal', advice: 'error-internal-advice' },
};
