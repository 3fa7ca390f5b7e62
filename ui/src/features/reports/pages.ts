// The pages of the trainer's area, once, in the order in which they are named above each of them.

import type { PlaceName } from '../../shared/navigation';
import { TestId } from '../../shared/testids';
import type { MessageId } from '../../shared/text';

export interface TrainerPage {
  to: PlaceName;
  word: MessageId;
  /** Other places at which this page is the current one. */
  also?: readonly PlaceName[];
  /** It shows persons: there is nothing on it where none is shown. */
  persons?: true;
  testid?: TestId;
}

export const TRAINER_PAGES: readonly TrainerPage[] = [
  { to: 'trainer', word: 'trainer-overview-link', also: ['trainer-person', 'trainer-recovery'] },
  { to: 'trainer-module', word: 'trainer-modules-link', testid: TestId.modulesLink },
  { to: 'trainer-questions', word: 'trainer-questions-link', testid: TestId.questionsLink },
  { to: 'trainer-inbox', word: 'trainer-inbox-link' },
  { to: 'trainer-ultimatum', word: 'trainer-ultimatum-link' },
  { to: 'trainer-misconceptions', word: 'trainer-misconceptions-link' },
  { to: 'trainer-lasted', word: 'trainer-lasted-link' },
  { to: 'trainer-people', word: 'trainer-people-link', also: ['trainer-import'], persons: true, testid: TestId.peopleLink },
  { to: 'trainer-assignments', word: 'trainer-assignments-link', also: ['trainer-assign'], testid: TestId.assignmentsLink },
  { to: 'trainer-collect', word: 'trainer-collect-link', testid: TestId.collectLink },
  { to: 'trainer-take', word: 'taking-link', testid: TestId.takeAwayLink },
];

/** The page above is the one that stands at this place, or that leads to it. */
export function isCurrent(page: TrainerPage, place: PlaceName): boolean {
  return page.to === place || (page.also?.includes(place) ?? false);
}
