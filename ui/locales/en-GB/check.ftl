# Questions, the final check, its result, and the learner's own record.

## A question

question-hint-single = Select one answer.
question-hint-multiple = Select all that apply.
question-hint-judgement = Decide first, then say why.
question-hint-ordering = Put the entries in order, the first one at the top.
question-hint-matching = Choose a match for each line.

question-true = True
question-false = False
question-judgement = True or false?
question-reason = Why?

# Shown beside the question and in the summary when something is missing.
question-gap-single = Select an answer
question-gap-multiple = Select at least one answer
question-gap-judgement = Select true or false
question-gap-reason = Select the reason
question-gap-order = Move an entry, or submit again to keep this order
question-gap-pair = Choose a match for “{ $item }”

confidence-ask = How sure are you?
confidence-note = Optional. It never changes your marks. It helps to find what to revisit.
confidence-sure = Sure
confidence-think = Think so
confidence-guess = Guessing
confidence-clear = Leave this open

## Putting in order

order-list = Your order
order-keys = Arrow keys select an entry. Alt with an arrow key moves it.
order-up = Move up
order-down = Move down
order-put-back = Put back as it was
order-entry-up = Move “{ $entry }” up
order-entry-down = Move “{ $entry }” down
order-moved = Moved “{ $entry }” to position { $position } of { $of }
order-back = The entries are back as they were

## Matching

match-choose = Choose a match
match-targets = To choose from
# An option of the list that another line already has.
match-used = { $letter }. { $target } (chosen for another line)
match-option = { $letter }. { $target }

## What is said about an answer

outcome-right = Right
outcome-partly = Partly right
outcome-wrong = Not right
outcome-unanswered = Not answered

explain-right = That is right
explain-partly = Partly right
explain-wrong = Not the best answer
explain-unanswered = This question was not answered

explain-your-answer = Your answer
explain-best-answer = Best answer
explain-your-best = Your answer, and the best one
explain-chosen-right = Your answer: right
explain-chosen-wrong = Your answer: not right
explain-missed = Best answer, not chosen
explain-left-out = Rightly left out
explain-in-place = In its place
explain-you-put = You put it in place { $position }
explain-not-placed = Not placed
explain-matched = Matched
explain-you-matched = You chose “{ $target }”
explain-not-matched = Not matched
explain-extra = Matches nothing here
explain-judgement = True or false?
explain-reason = The reason
explain-order = The right order
explain-pairs = What belongs together

explain-score-multiple = { $hits } of { $right } right answers chosen, { $wrong } wrong. Counted as { NUMBER($score, maximumFractionDigits: 2) } of 1 point.
explain-score-judgement = The judgement is right and the reason is not. Counted as half a point.
explain-score-order = { $placed } of { $of } entries are in their place. Counted as { NUMBER($score, maximumFractionDigits: 2) } of 1 point.
explain-score-pairs = { $placed } of { $of } lines are matched. Counted as { NUMBER($score, maximumFractionDigits: 2) } of 1 point.
explain-score-zero = { $hits } of { $right } right answers chosen, and as many wrong ones or more. Counted as 0 of 1 point.

explain-claims = What this rests on
explain-reread = Read step { $step } again: { $title }
explain-minutes = { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }

## A practice question in a step

practice-kicker = Try it
practice-check = Check my answer
practice-saved = Saved at { $time }
practice-earlier = You answered this on { $date }
practice-again = Try again
practice-not-saved = Your answer is not saved yet

## Before a check

check-intro-title = Check: { $module }
check-intro-kicker = Module { $number } · final check
check-intro-lede = A few questions on what you have read. You can leave at any moment and go on later.
check-intro-terms = What to expect
check-terms-questions = Questions
check-terms-questions-value = { $questions ->
    [one] One question
   *[other] { $questions } questions
  }, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
  }
check-terms-pass = To pass
check-terms-pass-value = { $points } of { $questions } points
check-terms-pass-note = A partly right answer counts in part.
check-terms-tries = Tries
check-terms-tries-left = { $left ->
    [one] One of { $tries } left
   *[other] { $left } of { $tries } left
  }
check-terms-tries-any = As many as you like
check-terms-best = Your best result counts.
check-terms-feedback = Explanations
check-terms-feedback-after = At the end, for every answer
check-terms-time = Time
check-terms-time-value = No time limit
check-terms-change = Changing your mind
check-terms-change-value = Possible until you finish
check-start = Start the check
check-go-on = Go on with the check
check-open = You began this check. Your answers are saved.
check-no-tries = All { $tries } tries are used. Your results stay in your record.
check-no-tries-record = See my record
check-to-module = Back to the module

## In a check

check-title = Question { $position } of { $of } – { $ask }
check-position = Question { $position } of { $of }
check-progress = { $answered } of { $of } answered
check-flag = Flag to review
check-unflag = Take the flag away
check-flagged = Flagged
check-back = Back
check-save = Save and continue
check-save-review = Save and return to the review
check-saved = Question { $position } saved at { $time }
check-leave = Leave the check
check-leave-note = Your answers are saved. Go on whenever you like.
check-to-review = Review my answers
check-not-saved = Your answer is not saved yet

## Before finishing

review-title = Check your answers before you finish
review-kicker = Module { $number } check
review-all-answered = { $of ->
    [one] The question is answered.
   *[other] All { $of } questions are answered.
  }
review-some-open = { $open ->
    [one] Question { $which } is not answered. It counts as 0 points.
   *[other] { $open } questions are not answered: { $which }. They count as 0 points.
  }
review-flags = { $flags ->
    [one] You flagged one question.
   *[other] You flagged { $flags } questions.
  }
review-caption = Your answers
review-number = No.
review-question = Question
review-answer = Your answer
review-flag = Flag
review-action = Change
review-change = Change
review-answer-now = Answer
review-change-question = Change question { $position }
review-answer-question = Answer question { $position }
review-not-answered = Not answered
review-finish = Finish and see my result
review-finish-note = After this, the answers of this try can no longer change.

answer-because = { $judgement }: { $reason }

## The result

result-title = Result: { $module }
result-kicker = Module { $number } check · try { $try }
result-passed = You got { NUMBER($points, maximumFractionDigits: 2) } of { $of } points. You need { $pass } to pass: passed.
result-not-yet = You got { NUMBER($points, maximumFractionDigits: 2) } of { $of } points. You need { $pass } to pass: not yet.
result-word-passed = Passed
result-word-not-yet = Not yet
result-scale = { NUMBER($points, maximumFractionDigits: 2) } of { $of } points on a line, with the pass mark at { $pass }
result-scale-pass = Pass mark { $pass }
result-meta = Finished on { $date } · { $time } · course version { $version }

result-revisit = { $steps ->
    [one] Revisit this step
   *[other] Revisit these { $steps } steps
  }
result-revisit-none = Nothing to revisit
result-revisit-none-note = Every answer was right.
result-revisit-number = Step { $step }:
result-revisit-sure = { $count ->
    [one] You were sure about question { $which }, and it was wrong. Begin here.
   *[other] You were sure about questions { $which }, and they were wrong. Begin here.
  }
result-revisit-behind = { $count ->
    [one] Question { $which }
   *[other] Questions { $which }
  }

result-questions = Every question, explained
result-questions-note = What was not right is open. Open the others to see why they were.
result-question = Question { $position }
result-confidence-sure = You were sure
result-confidence-think = You thought so
result-confidence-guess = You guessed
result-open-all = Open all
result-close-all = Close all

result-tries = Your tries
result-try = Try { $try }
result-try-points = { NUMBER($points, maximumFractionDigits: 2) } of { $of } points
result-try-shown = shown here

result-again = Take the check again
result-again-note = You get questions that you have not seen, where there are any, and options in a new order. Your best result counts.
result-tries-left = { $left ->
    [one] One try left.
   *[other] { $left } tries left.
  }
result-no-tries = No tries are left. Ask your trainer if you need another one.
result-next = Where to go on
result-begin = Read step { $step } again: { $title }
result-next-module = Go on with module { $number }: { $module }
result-next-done = This was the last module. Everything is in your record.
result-to-record = My record

## My record

record-title = My record
record-lede-named = What is kept of { $name }’s results on this computer.
record-lede = What is kept of your results on this computer.
record-empty-note = When you have answered something, your results stand here. They stay on this computer.
record-empty-action = Go to Home
record-modules = Modules
record-outcome = Result
record-date = Date
record-time = Time
record-course-version = course version { $version }
record-version = Course version
record-attempts = Finished checks
record-attempts-caption = All finished checks, pre-checks and assessments, most recent first
record-pre-check = pre-check
record-runs = Runs
record-runs-none = None yet. Rounds of the inbox, runs of the ultimatum and days of the refresher stand here.
record-inbox = The inbox
record-ultimatum = The ultimatum
record-refresher = The refresher
record-refresher-line = { $cards ->
    [one] One card answered, { $right ->
        [0] not right
       *[other] and right
      }
   *[other] { $cards } cards answered, { $right ->
        [0] none wholly right
        [one] one wholly right
       *[other] { $right } wholly right
      }
  }
record-attempt = Check
record-try = Try
record-see = See the result
record-practice = Practice
record-practice-count = { $count ->
    [0] No practice answers yet.
    [one] You gave one practice answer. Practice is never counted.
   *[other] You gave { $count } practice answers. Practice is never counted.
  }
record-reflections = Reflections
record-private = Only you can see this
record-reflection-step = Module { $module }, step { $step }: { $title }
record-reflections-none = You have written none yet.
record-trainer = What your trainer can see
record-trainer-sees = Your name or code, the steps you finished, and the answers of your final checks, assessments and the pre-checks you passed: what you chose, how sure you were, how long it took and how often you changed it. Also how you judged the inbox and what you still knew in the refresher, without the day.
record-trainer-never = Never your reflections, never your decisions in the steps, and never that a decision in the ultimatum was yours.
record-trainer-how = Only when a trainer’s area is kept on this computer.

record-state-not-started = Not started
record-state-started = { $done } of { $steps } steps done
record-state-steps-done = Steps read, check open
record-state-known = Known before
record-state-completed = Completed
record-points = { NUMBER($points, maximumFractionDigits: 2) } of { $of } points

rail-record = My record
