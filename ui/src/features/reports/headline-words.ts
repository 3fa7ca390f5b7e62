// A headline in the language of the interface.

import { t } from '../../shared/text';
import type { Headline } from './headlines';

export function headlineWords(headline: Headline): string {
  switch (headline.key) {
    case 'overview-headline-nobody-began':
    case 'overview-headline-everybody-done':
      return t(headline.key, headline.args);
    case 'overview-headline-done':
      return t(headline.key, headline.args);
    case 'overview-headline-not-started':
      return t(headline.key, headline.args);
    case 'overview-headline-done-help':
      return t(headline.key, headline.args);
    case 'council-headline':
      return t(headline.key, headline.args);
    case 'council-headline-few':
      return t(headline.key, headline.args);
    case 'questions-headline-none':
    case 'questions-headline-none-here':
      return t(headline.key);
    case 'questions-headline-too-few':
      return t(headline.key, headline.args);
    case 'questions-headline-wording':
      return t(headline.key, headline.args);
    case 'questions-headline-hard':
      return t(headline.key, headline.args);
    case 'questions-headline-fine':
      return t(headline.key, headline.args);
  }
}
