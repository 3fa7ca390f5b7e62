// The names of the builder's pages, complete by type.

import type { BuilderPage } from '../../api';
import type { MessageId } from '../../shared/text';
import type { Page } from './making.svelte';

export const PAGE_WORDS: Record<Page, MessageId> = {
  modules: 'make-page-modules',
  texts: 'make-page-texts',
  own: 'make-page-own',
  due: 'make-page-due',
  branding: 'make-page-branding',
  sign: 'make-page-sign',
};

/** Where a problem is mended; nowhere for what only an editor changes. */
export const MENDED: Record<BuilderPage, Page | undefined> = {
  modules: 'modules',
  texts: 'texts',
  due: 'due',
  branding: 'branding',
  file: undefined,
};

/** Languages that are one tick away; any other is typed. */
export const NEAR_LANGUAGES = ['de', 'fr', 'es', 'it', 'pl', 'ar'] as const;
