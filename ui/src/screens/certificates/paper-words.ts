// The words on the paper, in the language of the interface: the other side sends none.

import type { CertificateEntry, Course, PaperWords, PassedCheck } from '../../api';
import { day, i18n, plain, t } from '../../shared/text';

/** A page of paper has no use for the marks that keep names apart from the text around them. */
export function paperWords(course: Course, { number }: CertificateEntry, { passedAt }: PassedCheck): PaperWords {
  const { title } = course;
  const words: Omit<PaperWords, 'how'> = {
    lang: i18n.language.tag,
    dir: i18n.dir,
    heading: t('paper-heading'),
    beforeName: t('paper-before-name'),
    beforeTitle: number === null ? t('paper-before-assessment') : t('paper-before-title'),
    ofCourse: number === null ? t('paper-of-course', { course: title }) : t('paper-of-module', { number, course: title }),
    passedOn: t('paper-day'),
    day: day(passedAt),
    version: t('paper-version'),
    issuer: t('paper-issuer'),
    code: t('paper-code'),
  };
  const bare = Object.entries(words).map(([name, word]) => [name, plain(word)]);
  const how = [t('paper-how', { day: passedAt }), t('paper-proves')].map(plain);
  return { ...(Object.fromEntries(bare) as typeof words), how };
}
