// What the interface says of messages, judgements and cues. Ids of messages are never put together.

import CircleCheck from '@lucide/svelte/icons/circle-check';
import CircleDot from '@lucide/svelte/icons/circle-dot';
import CircleX from '@lucide/svelte/icons/circle-x';
import type { InboxDifficulty, InboxJudgement, InboxMessage, InboxNature, InboxOutcome, InboxTell } from '../../api';
import type { Tone } from '../../shared/components/Tag.svelte';
import { type MessageId, t } from '../../shared/text';

export const JUDGEMENTS: readonly InboxJudgement[] = ['report', 'verify', 'proceed', 'delete'];

export const JUDGEMENT: Record<InboxJudgement, () => string> = {
  report: () => t('inbox-report'),
  verify: () => t('inbox-verify'),
  proceed: () => t('inbox-proceed'),
  delete: () => t('inbox-delete'),
};

/** In a list, of what was done. */
export const JUDGED: Record<InboxJudgement, () => string> = {
  report: () => t('inbox-short-report'),
  verify: () => t('inbox-short-verify'),
  proceed: () => t('inbox-short-proceed'),
  delete: () => t('inbox-short-delete'),
};

interface How {
  tone: Tone;
  icon: typeof CircleCheck;
  /** The heading after a judgement. */
  says: () => string;
  /** In a list. */
  tag: () => string;
}

export const OUTCOME: Record<InboxOutcome, How> = {
  caught: { tone: 'good', icon: CircleCheck, says: () => t('inbox-caught'), tag: () => t('inbox-tag-caught') },
  missed: { tone: 'bad', icon: CircleX, says: () => t('inbox-missed'), tag: () => t('inbox-tag-missed') },
  sound: { tone: 'good', icon: CircleCheck, says: () => t('inbox-sound'), tag: () => t('inbox-tag-sound') },
  unchecked: { tone: 'info', icon: CircleDot, says: () => t('inbox-unchecked'), tag: () => t('inbox-tag-unchecked') },
  falseAlarm: { tone: 'info', icon: CircleDot, says: () => t('inbox-false-alarm'), tag: () => t('inbox-tag-false-alarm') },
};

export const NATURE: Record<InboxNature, () => string> = {
  hostile: () => t('inbox-hostile'),
  genuine: () => t('inbox-genuine'),
};

export const LEVEL: Record<InboxDifficulty, () => string> = {
  very: () => t('inbox-level-very'),
  moderate: () => t('inbox-level-moderate'),
  moderateToLeast: () => t('inbox-level-moderate-to-least'),
  least: () => t('inbox-level-least'),
};

const CUES: Record<string, MessageId> = {
  'spelling-and-grammar': 'cue-spelling-and-grammar',
  inconsistency: 'cue-inconsistency',
  'attachment-type': 'cue-attachment-type',
  'sender-name-and-address': 'cue-sender-name-and-address',
  'url-hyperlinking': 'cue-url-hyperlinking',
  'domain-spoofing': 'cue-domain-spoofing',
  'no-branding': 'cue-no-branding',
  'logo-imitation': 'cue-logo-imitation',
  'unprofessional-design': 'cue-unprofessional-design',
  'security-indicators': 'cue-security-indicators',
  'legal-language': 'cue-legal-language',
  'distracting-detail': 'cue-distracting-detail',
  'requests-sensitive-information': 'cue-requests-sensitive-information',
  'sense-of-urgency': 'cue-sense-of-urgency',
  'threatening-language': 'cue-threatening-language',
  'generic-greeting': 'cue-generic-greeting',
  'lack-of-signer-details': 'cue-lack-of-signer-details',
  'humanitarian-appeals': 'cue-humanitarian-appeals',
  'too-good-to-be-true': 'cue-too-good-to-be-true',
  'you-are-special': 'cue-you-are-special',
  'limited-time-offer': 'cue-limited-time-offer',
  'mimics-business-process': 'cue-mimics-business-process',
  'poses-as-somebody-known': 'cue-poses-as-somebody-known',
};

/** What a cue of the scale is called; its own name where it is one that this version does not know. */
export function cueName(slug: string): string {
  const id = CUES[slug];
  return id ? t(id as 'cue-inconsistency') : slug;
}

/** What a telling spot does in a message of this nature. */
export function tellKind(tell: InboxTell, nature: InboxNature): string {
  if (tell.cue) {
    const cue = cueName(tell.cue);
    return nature === 'hostile' ? t('inbox-walk-cue', { cue }) : t('inbox-walk-alarming', { cue });
  }
  return nature === 'genuine' ? t('inbox-walk-sign') : t('inbox-walk-bait');
}

/** The words of a paragraph, links included. */
export function paragraphWords(message: InboxMessage, index: number): string {
  const pieces = message.body[index] ?? [];
  return pieces
    .map((piece) => (piece.kind === 'words' ? piece.text : (message.links.find((link) => link.id === piece.id)?.text ?? '')))
    .join('');
}

const MOST_CHARACTERS = 70;

/** The beginning of a longer text, cut between words. */
export function beginning(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const cut = text.slice(0, MOST_CHARACTERS);
  const space = cut.lastIndexOf(' ');
  return `${space > 20 ? cut.slice(0, space) : cut} …`;
}

/** A spot of a message in words. */
export function spotName(message: InboxMessage, spot: string): string {
  if (spot === 'from') return t('inbox-spot-from', { words: `${message.from.name} <${message.from.address}>` });
  if (spot === 'reply-to') {
    const { name, address } = message.replyTo ?? { name: '', address: '' };
    return t('inbox-spot-reply-to', { words: `${name} <${address}>` });
  }
  if (spot === 'subject') return t('inbox-spot-subject', { words: message.subject });
  const link = message.links.find(({ id }) => id === spot);
  if (link) return t('inbox-spot-link', { words: link.text });
  const file = message.files.find(({ id }) => id === spot);
  if (file) return t('inbox-spot-file', { words: file.name });
  const number = Number(spot.slice(1));
  return t('inbox-spot-paragraph', { number, words: beginning(paragraphWords(message, number - 1)) });
}
