// What a practice question is given, wherever it is drawn.

import type { Block } from '../../api';

export interface PracticeProps {
  moduleId: string;
  stepId: string;
  block: Extract<Block, { kind: 'check' }>;
  /** The answer has been saved. */
  onanswered?: () => void;
}
