import type { Changed } from '../../api';
import { t } from '../../shared/text';

/** What has changed, each in a few words; nothing for what has not. */
export function changes(changed: Changed): string[] {
  const words: string[] = [];
  const { people, begun, completed, checks, needHelp } = changed;
  if (people > 0) words.push(t('changed-people', { count: people }));
  if (people < 0) words.push(t('changed-people-fewer', { count: -people }));
  if (begun > 0) words.push(t('changed-begun', { count: begun }));
  if (checks > 0) words.push(t('changed-checks', { count: checks }));
  if (completed > 0) words.push(t('changed-completed', { count: completed }));
  if (needHelp > 0) words.push(t('changed-help-more', { count: needHelp }));
  if (needHelp < 0) words.push(t('changed-help-fewer', { count: -needHelp }));
  return words;
}
