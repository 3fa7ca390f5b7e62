// The words of what a pack's file proves, and of what stands in the way: one table each, complete by type.

import BadgeCheck from '@lucide/svelte/icons/badge-check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import CircleHelp from '@lucide/svelte/icons/circle-question-mark';
import CircleX from '@lucide/svelte/icons/circle-x';
import Package from '@lucide/svelte/icons/package';
import type { Component } from 'svelte';
import type { KeyCame, LookedPack, NotUsed, PackHindrance, PackState, PackVerdict, StatementRefused } from '../../api';
import type { Tone } from '../../shared/components/Tag.svelte';
import { t, type MessageId } from '../../shared/text';

interface Mark {
  tone: Tone;
  icon: Component;
  word: MessageId;
}

export const VERDICTS: Record<PackVerdict, Mark> = {
  signed: { tone: 'good', icon: BadgeCheck, word: 'packs-tag-signed' },
  unknown: { tone: 'info', icon: CircleHelp, word: 'packs-tag-unknown' },
  revoked: { tone: 'bad', icon: CircleX, word: 'packs-tag-revoked' },
  replaced: { tone: 'info', icon: CircleHelp, word: 'packs-tag-replaced' },
  changed: { tone: 'bad', icon: CircleX, word: 'packs-tag-changed' },
  unsigned: { tone: 'plain', icon: CircleDashed, word: 'packs-tag-unsigned' },
  notAPack: { tone: 'plain', icon: CircleDashed, word: 'packs-tag-other' },
  newer: { tone: 'info', icon: CircleHelp, word: 'packs-tag-newer' },
};

/** The one sentence. */
export function verdict({ verdict: kind, signer }: LookedPack): string {
  const name = signer?.name ?? '';
  switch (kind) {
    case 'signed':
      return t('packs-signed', { name });
    case 'unknown':
      return t('packs-unknown');
    case 'revoked':
      return name === '' ? t('packs-revoked-unknown') : t('packs-revoked', { name });
    case 'replaced':
      return t('packs-replaced', { name });
    case 'changed':
      return t('packs-changed');
    case 'unsigned':
      return t('packs-unsigned');
    case 'notAPack':
      return t('packs-other');
    case 'newer':
      return t('packs-newer');
  }
}

/** What stands in the way, and what to do. */
export function hindrance(what: PackHindrance): string {
  switch (what.kind) {
    case 'notSound':
      return t('packs-way-changed');
    case 'unsigned':
      return t('packs-way-unsigned');
    case 'namesNoKey':
      return t('packs-way-no-key');
    case 'unknownKey':
      return t('packs-way-unknown');
    case 'replacedKey':
      return t('packs-way-replaced');
    case 'revokedKey':
      return t('packs-way-revoked');
    case 'problems':
      return t('packs-way-problems');
    case 'older':
      return t('packs-way-older', { highest: what.highest });
    case 'same':
      return t('packs-way-same');
    case 'sameVersion':
      return t('packs-way-same-version');
  }
}

export const UNUSED: Record<NotUsed, MessageId> = {
  damaged: 'packs-unused-damaged',
  revokedKey: 'packs-unused-revoked',
  unknownKey: 'packs-unused-unknown',
  unsigned: 'packs-unused-unsigned',
  problems: 'packs-unused-problems',
};

export const STATES: Record<PackState['kind'], Mark> = {
  shipped: { tone: 'plain', icon: Package, word: 'packs-state-shipped' },
  signed: { tone: 'good', icon: BadgeCheck, word: 'packs-state-signed' },
  signedBefore: { tone: 'good', icon: BadgeCheck, word: 'packs-state-signed-before' },
  unsigned: { tone: 'plain', icon: CircleDashed, word: 'packs-tag-unsigned' },
  notUsed: { tone: 'bad', icon: CircleX, word: 'packs-state-unused' },
};

export const CAME: Record<KeyCame, MessageId> = {
  compared: 'packs-key-compared',
  administrator: 'packs-key-administrator',
  change: 'packs-key-change',
  revocation: 'packs-key-revocation',
};

export const REFUSED: Record<StatementRefused, MessageId> = {
  notOne: 'packs-said-not-one',
  newer: 'packs-said-newer',
  unknownKey: 'packs-said-unknown',
  notSigned: 'packs-said-not-signed',
  revoked: 'packs-said-revoked',
  replaced: 'packs-said-replaced',
  known: 'packs-said-known',
};

/** Only numbers that are something. */
export function changes({ change }: LookedPack): string[] {
  if (!change) return [];
  const lines: [number, string][] = [
    [change.modulesAdded.length, t('packs-modules-added', { count: change.modulesAdded.length })],
    [change.modulesRemoved.length, t('packs-modules-removed', { count: change.modulesRemoved.length })],
    [change.modulesChanged.length, t('packs-modules-changed', { count: change.modulesChanged.length })],
    [change.questionsAdded, t('packs-questions-added', { count: change.questionsAdded })],
    [change.questionsRemoved, t('packs-questions-removed', { count: change.questionsRemoved })],
    [change.questionsChanged, t('packs-questions-changed', { count: change.questionsChanged })],
  ];
  return lines.filter(([count]) => count > 0).map(([, words]) => words);
}
