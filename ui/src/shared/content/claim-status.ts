// How sure a claim is, in a word and an icon. Complete by its type.

import BadgeCheck from '@lucide/svelte/icons/badge-check';
import CircleQuestionMark from '@lucide/svelte/icons/circle-question-mark';
import CircleX from '@lucide/svelte/icons/circle-x';
import MessageSquareQuote from '@lucide/svelte/icons/message-square-quote';
import type { ClaimStatus } from '../../api';
import type { MessageId } from '../text';
import type { Tone } from '../components/Tag.svelte';

export const CLAIM_STATUS: Record<ClaimStatus, { word: MessageId; tone: Tone; icon: typeof BadgeCheck }> = {
  confirmed: { word: 'claim-confirmed', tone: 'good', icon: BadgeCheck },
  claimed: { word: 'claim-claimed', tone: 'info', icon: MessageSquareQuote },
  disputed: { word: 'claim-disputed', tone: 'plain', icon: CircleQuestionMark },
  disproved: { word: 'claim-disproved', tone: 'bad', icon: CircleX },
};
