// The messages of each language, bundled as they stand in locales/.

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { DEFAULT_LANGUAGE, type Language } from './locales';

const FILES = import.meta.glob<string>('../../../locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function addCatalogue(bundle: FluentBundle, folder: string) {
  for (const [path, source] of Object.entries(FILES)) {
    if (!path.includes(`/locales/${folder}/`)) continue;
    const problems = bundle.addResource(new FluentResource(source));
    if (problems.length > 0) throw new Error(`${path}: ${problems.map(String).join('; ')}`);
  }
}

/** The language's own messages, and behind them the English ones. */
export function bundlesFor(language: Language): FluentBundle[] {
  const own = new FluentBundle(language.intl, { transform: language.transform ?? ((text) => text) });
  addCatalogue(own, language.catalogue);
  if (language.catalogue === DEFAULT_LANGUAGE.catalogue) return [own];
  const english = new FluentBundle(DEFAULT_LANGUAGE.intl);
  addCatalogue(english, DEFAULT_LANGUAGE.catalogue);
  return [own, english];
}
