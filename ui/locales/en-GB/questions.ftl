# Questions that are sorted, pointed at, typed, estimated or acted in.

## Sorting

question-hint-sorting = Choose a group for each entry.
question-gap-group = Choose a group for “{ $item }”
sort-choose = Choose a group

## Areas of a drawing

question-hint-spot = Select every area that fits.
question-gap-spot = Select at least one area
spot-note = Choose in the list or in the drawing. The numbers are the same in both.

## A word or two

question-hint-short = Type a word or a few. Capitals, accents and punctuation do not matter.
question-gap-short = Type your answer
short-label = Your answer

## A number

question-hint-estimate = Type a number. A good estimate is enough.
question-gap-estimate = Type a number
question-gap-number = Type the number in digits, such as { NUMBER(2500) }
estimate-label = Your estimate
estimate-less = Lower
estimate-more = Higher
estimate-range = From { $low } to { $high }. Arrow keys and the two buttons go in round steps.
estimate-answer = The answer: { $value } { $unit }
estimate-given = Your estimate: { $value } { $unit }
estimate-given-beyond = Your estimate: { $value } { $unit }, beyond the end of this line
estimate-full = Full point from { $low } to { $high } { $unit }
estimate-half = Half a point from { $low } to { $high } { $unit }
estimate-log = On this line equal lengths mean equal multiples, not equal differences.

## A scene

question-hint-scenario = Decide what you do. You see afterwards what follows.

## What is said about such an answer

explain-groups = Where each entry belongs
explain-typed = You wrote:
explain-accepted = These count as right: { $forms }.
explain-form = “{ $form }”
explain-idea = The idea behind this answer
explain-idea-truth = What is right instead
explain-score-groups = { $placed } of { $of } entries are in their group. Counted as { NUMBER($score, maximumFractionDigits: 2) } of 1 point.
explain-score-estimate = Your estimate is within twice the tolerance. Counted as half a point.
