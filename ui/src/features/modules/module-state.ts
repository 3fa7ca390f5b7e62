// Where a module stands, in words and with an icon. Complete by its type.

import Check from '@lucide/svelte/icons/check';
import CircleDashed from '@lucide/svelte/icons/circle-dashed';
import Eye from '@lucide/svelte/icons/eye';
import ListChecks from '@lucide/svelte/icons/list-checks';
import MapPin from '@lucide/svelte/icons/map-pin';
import type { ModuleCard, ModuleState } from '../../api';
import type { Tone } from '../../shared/components/Tag.svelte';
import { number, t } from '../../shared/text';

export const MODULE_STATE: Record<ModuleState, { tone: Tone; icon: typeof Check; words: (card: ModuleCard) => string }> = {
  notStarted: { tone: 'plain', icon: CircleDashed, words: () => t('module-not-started') },
  started: {
    tone: 'accent',
    icon: MapPin,
    words: (card) => t('module-started', { done: card.stepsDone, of: card.steps }),
  },
  stepsDone: { tone: 'accent', icon: ListChecks, words: () => t('module-steps-done') },
  known: { tone: 'good', icon: Eye, words: () => t('module-known') },
  completed: {
    tone: 'good',
    icon: Check,
    words: ({ best }) =>
      best ? t('module-completed-points', { points: number(best.points), of: best.of }) : t('module-completed'),
  },
};
