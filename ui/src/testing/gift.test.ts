// A reader of GIFT that is not ours is held against ours: the file that `crates/exchange` keeps beside its fixture
// says what our reader made of it.
import { readFileSync } from 'node:fs';
import { parse } from 'gift-pegjs';
import { describe, expect, it } from 'vitest';

const FILE = '../tests/fixtures/questions/house-rules.gift';

/** A text, as each side has it. */
type Ours = { text: string; markdown?: boolean };
type Theirs = { format: string; text: string } | null;

type Choice = { isCorrect: boolean; weight: number | null; text: Theirs; feedback: Theirs };
type Numbers = { type: string; number: number; range?: number; numberLow: number; numberHigh: number };
type NumberChoice = Omit<Choice, 'text'> & { text: Numbers };

/** What the reader gives; its own types know less of it. */
interface Question {
  type: 'Category' | 'Description' | 'Essay' | 'TF' | 'Matching' | 'Numerical' | 'Short' | 'MC';
  id: string | null;
  title: string | null;
  stem: Theirs;
  globalFeedback: Theirs;
  isTrue: boolean;
  trueFeedback: Theirs;
  falseFeedback: Theirs;
  matchPairs: { subquestion: Theirs; subanswer: string }[];
  choices: unknown;
}

function words(theirs: Theirs): Ours | undefined {
  if (!theirs || theirs.text.trim() === '') return undefined;
  const text = theirs.text.trim().split(/\s+/).join(' ');
  return theirs.format === 'markdown' ? { text, markdown: true } : { text };
}

function share(choice: { isCorrect: boolean; weight: number | null }): number {
  return choice.weight ?? (choice.isCorrect ? 100 : 0);
}

function parts(question: Question): object {
  switch (question.type) {
    case 'TF':
      // Its names are those of the places: the first is said to a wrong answer.
      return {
        type: 'true_false',
        answer: question.isTrue,
        right: words(question.falseFeedback),
        wrong: words(question.trueFeedback),
      };
    case 'Matching': {
      const all = question.matchPairs.map((pair) => [words(pair.subquestion), { text: pair.subanswer }]);
      const extras = all.filter(([item]) => !item).map(([, target]) => target);
      return {
        type: 'matching',
        pairs: all.filter(([item]) => item),
        extras: extras.length > 0 ? extras : undefined,
      };
    }
    case 'Numerical': {
      const alone = { text: question.choices, isCorrect: true, weight: null, feedback: null };
      const list = Array.isArray(question.choices) ? question.choices : [alone];
      return { type: 'number', answers: list.map(number) };
    }
    default: {
      const choices = question.choices as Choice[];
      const answers = choices.map((choice) => ({
        text: words(choice.text),
        share: share(choice),
        why: words(choice.feedback),
      }));
      const many = !choices.some((choice) => choice.isCorrect);
      return question.type === 'Short' ? { type: 'short', answers } : { type: 'choice', many, options: answers };
    }
  }
}

function number(choice: NumberChoice): object {
  const { type, number, range, numberLow, numberHigh } = choice.text;
  const [value, tolerance] =
    type === 'high-low' ? [(numberLow + numberHigh) / 2, (numberHigh - numberLow) / 2] : [number, range ?? 0];
  return { value, tolerance, share: share(choice), why: words(choice.feedback) };
}

describe('GIFT, by two readers', () => {
  const text = readFileSync(FILE, 'utf8');
  const ours = JSON.parse(readFileSync(`${FILE}.json`, 'utf8'));
  const theirs = parse(text) as unknown as Question[];
  const marked = (question: Question) => !['Category', 'Essay', 'Description'].includes(question.type);

  it('holds the same questions', () => {
    let category: string | null = null;
    const found: object[] = [];
    for (const question of theirs) {
      if (question.type === 'Category') category = question.title;
      if (!marked(question)) continue;
      found.push({
        id: question.id ?? undefined,
        name: question.title ?? undefined,
        category,
        ask: words(question.stem),
        feedback: words(question.globalFeedback),
        ...parts(question),
      });
    }
    expect(found.length).toBe(10);
    expect(found).toEqual(ours.questions.map((question: object) => ({ ...question, line: undefined })));
  });

  it('leaves out the same number of texts that nobody could mark', () => {
    const left = theirs.filter((question) => question.type === 'Essay' || question.type === 'Description');
    expect(left.length).toBe(ours.left.length);
  });
});
