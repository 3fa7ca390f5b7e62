// The practice question of the quiz feature, which is built beside this one. Until it is there a step
// simply does not show the question.

import type { Component } from 'svelte';
import type { PracticeProps } from '../../features/reader/practice';

const FOUND = import.meta.glob<{ default: Component<PracticeProps> }>('../../features/quiz/PracticeQuestion.svelte');

export async function practiceQuestion(): Promise<Component<PracticeProps> | undefined> {
  const load = Object.values(FOUND)[0];
  return load && (await load()).default;
}
