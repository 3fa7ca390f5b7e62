// Which sentence belongs to what.

import type { DeliveryTrouble, SetAsideWhy, StatementState, StatementVerb, StoreRefused } from '../../api';
import type { MessageId } from '../../shared/text';

export const TROUBLE: Record<DeliveryTrouble, MessageId> = {
  noConnection: 'trouble-no-connection',
  tooSlow: 'trouble-slow',
  broken: 'trouble-broken',
  notSafe: 'trouble-not-safe',
  address: 'trouble-address',
  proxy: 'trouble-proxy',
  credentials: 'trouble-credentials',
  notThere: 'trouble-not-there',
  redirect: 'trouble-redirect',
  busy: 'trouble-busy',
  fault: 'trouble-fault',
  unreadable: 'trouble-unreadable',
  unexpected: 'trouble-unexpected',
  version: 'trouble-version',
  elsewhere: 'trouble-elsewhere',
  circle: 'trouble-circle',
};

export const VERB: Record<StatementVerb, MessageId> = {
  initialized: 'statement-initialized',
  answered: 'statement-answered',
  completed: 'statement-completed',
  passed: 'statement-passed',
  failed: 'statement-failed',
  terminated: 'statement-terminated',
};

export const STATE: Record<StatementState, MessageId> = {
  waiting: 'statement-waiting',
  delivered: 'statement-delivered',
  setAside: 'statement-aside',
};

export const WHY = {
  refused: 'sending-why-refused',
  tooLarge: 'sending-why-large',
  conflict: 'sending-why-conflict',
} as const satisfies Record<SetAsideWhy, MessageId>;

/** The field that a refusal is about. */
export const FIELD: Record<StoreRefused, 'address' | 'name' | 'password'> = {
  notAnAddress: 'address',
  notHttps: 'address',
  hasLogin: 'address',
  hasQuery: 'address',
  thisComputer: 'address',
  noName: 'name',
  noPassword: 'password',
};

export const REFUSED: Record<StoreRefused, MessageId> = {
  notAnAddress: 'delivery-refused-address',
  notHttps: 'delivery-refused-https',
  hasLogin: 'delivery-refused-login',
  hasQuery: 'delivery-refused-query',
  thisComputer: 'delivery-refused-here',
  noName: 'delivery-refused-name',
  noPassword: 'delivery-refused-password',
};
