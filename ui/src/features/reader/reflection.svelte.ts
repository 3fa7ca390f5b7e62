// A reflection of a step.

import { saveReflection } from '../../api';
import { Written } from '../../shared/state/written.svelte';

interface Place {
  moduleId: string;
  stepId: string;
  reflectionId: string;
}

export class Reflection extends Written {
  constructor(place: Place, written: string) {
    super((text) => saveReflection({ ...place, text }), written);
  }
}
