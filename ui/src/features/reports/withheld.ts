// A module's counts where some of them are withheld, in words.

import type { ModuleStatus } from '../../api';
import { t } from '../../shared/text';

/** A module of which every count is shown. */
export type Counted = ModuleStatus & { completed: number; started: number; notStarted: number };

export function allShown(module: ModuleStatus): module is Counted {
  return module.completed !== null && module.started !== null && module.notStarted !== null;
}

/** What is shown, and how many people are in what is not. */
export function withheldWords(module: ModuleStatus, people: number): string[] {
  const words: string[] = [];
  let rest = people;
  const take = (count: number | null, word: (count: number) => string) => {
    if (count === null) return;
    words.push(word(count));
    rest -= count;
  };
  take(module.completed, (count) => t('council-module-completed', { count, people }));
  take(module.started, (count) => t('council-module-started', { count, people }));
  take(module.notStarted, (count) => t('council-module-not-started', { count, people }));
  if (words.length === 0) return [t('council-module-none')];
  return [...words, t('council-module-others', { count: rest })];
}
