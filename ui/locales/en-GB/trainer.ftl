# The trainer's area: the door, people, one person, questions.

## The door

door-title = Trainer’s area
door-new-lede = Here a trainer sees how people on this computer are doing, where they stop, and which questions are hard.
door-new-what = What this makes
door-new-what-store = A second store on this computer, encrypted with your passphrase. Results are copied into it when you open it.
door-new-what-sees = It holds names, finished steps, the answers of finished checks, how messages were judged and what was still known later. Reflections are never in it, nor who decided what in the story.
door-new-what-reset = There is no reset. The passphrase opens the store, or a recovery code that you write down in the next step. Without both nobody can open it, and nobody can help.
door-new-what-again = If both are lost, people’s own results are still in their own records. Only the trainer’s copy is gone.
door-make = Make a passphrase
door-passphrase = Passphrase
door-passphrase-hint = At least { $min } characters, any you like, spaces too. Four words that do not belong together are good. Pasting is fine.
door-again = The same passphrase once more
door-show = Show what I type
door-length = { $length ->
    [0] Nothing typed yet
    [one] One character of at least { $min }
   *[other] { $length } characters of at least { $min }
  }
door-length-enough = { $length } characters: long enough
door-create = Make the trainer’s store
door-unlock-lede = The store of results is locked. It opens with the passphrase that was chosen when it was made.
door-unlock = Unlock
door-unlock-forgotten = There is no reset, and no recovery code was made. Without the passphrase the store cannot be opened.
door-wait = { $seconds ->
    [one] After several wrong passphrases there is a pause. One more second.
   *[other] After several wrong passphrases there is a pause. { $seconds } more seconds.
  }
door-wait-over = You can try again now.
door-damaged = The trainer’s store was damaged
door-waiting = { $seconds ->
    [one] Wait one second before the next try
   *[other] Wait { $seconds } seconds before the next try
  }
door-missing = Enter the passphrase
door-missing-again = Enter the passphrase once more
door-short = Use at least { $min } characters: this has { $length }
door-differ = The two passphrases are not the same
door-creating = Making the store. This takes a few seconds on purpose: it makes guessing slow.
door-unlocking = Unlocking. This takes a moment on purpose: it makes guessing slow.

## Shared by the screens behind the door

trainer-kicker = Trainer’s area
trainer-overview-link = Overview
trainer-questions-link = Questions
trainer-pages = Pages of the trainer’s area
trainer-lock = Lock
trainer-locking = Locking
trainer-export = Export as CSV
trainer-exported = { $rows ->
    [one] One row was written to { $path }
   *[other] { $rows } rows were written to { $path }
  }
trainer-sample = Sample data
trainer-sample-note = These people are made up, so that you can look around. Real results appear when you take them away.
trainer-sample-remove = Take the sample data away
trainer-no-name = No name given
people-more = { $count ->
    [one] one more
   *[other] { $count } more
  }
trainer-as-table = Show as table
trainer-never = Reflections and decisions are never shown here.

## People

overview-title = Overview
overview-collected = Collected from this computer on { $date }
overview-not-collected = Not collected yet
overview-headline-nobody-began = { $people ->
    [one] The one person here has not begun yet
   *[other] None of the { $people } people has begun yet
  }
overview-headline-everybody-done = { $people ->
    [one] The one person here has completed every module
   *[other] All { $people } people have completed every module
  }
overview-headline-not-started = { $waiting ->
    [one] One
   *[other] { $waiting }
  } of { $people } { $waiting ->
    [one] has
   *[other] have
  } not started, and { $done ->
    [0] nobody has completed every module yet
    [one] one has completed every module
   *[other] { $done } have completed every module
  }
overview-headline-done = { $done } of { $people } have completed every module, { $left } are on the way
overview-headline-done-help = { $done } of { $people } have completed every module, and { $help ->
    [one] one person may need help
   *[other] { $help } may need help
  }
overview-empty = Nobody has learned on this computer yet
overview-empty-note = When people have given their first answers here, they appear with their results. Until then you can look around with made-up people.
overview-empty-action = Fill with sample data
overview-where = Where people are
overview-count-completed = { $count } of { $people } completed every module
overview-count-started = { $count } of { $people } started
overview-count-not-started = { $count } of { $people } have not started
overview-module-completed = { $count } of { $people } completed
overview-module-rest = { $started } started, { $waiting } not started
overview-by-module = By module
overview-help = Who may need help
overview-changed = What has changed
overview-changed-since = Since { $day }
overview-changed-nothing = Nothing since { $day }.
changed-people = { $count ->
    [one] one more person
   *[other] { $count } more people
  }
changed-people-fewer = { $count ->
    [one] one person fewer
   *[other] { $count } people fewer
  }
changed-begun = { $count ->
    [one] one module begun
   *[other] { $count } modules begun
  }
changed-completed = { $count ->
    [one] one module completed
   *[other] { $count } modules completed
  }
changed-checks = { $count ->
    [one] one check finished
   *[other] { $count } checks finished
  }
changed-help-more = { $count ->
    [one] one more person who may need help
   *[other] { $count } more people who may need help
  }
changed-help-fewer = { $count ->
    [one] one person fewer who may need help
   *[other] { $count } people fewer who may need help
  }
overview-help-assign = { $people ->
    [one] Assign something to this person
   *[other] Assign something to these { $people } people
  }
overview-show-not-started = Show who
overview-help-all = Show all { $people } in the table
overview-help-none = Nobody at the moment.
overview-help-rule = Somebody stands here after two tries below the pass mark, after stopping in the middle of a module for more than seven days, or after being sure and wrong twice in one module. It is a reason to talk, not a judgement.
overview-help-rule-title = How this is decided
help-below = Module { $module }: { $tries } tries below the pass mark
help-stopped = Module { $module }: stopped at step { $step } for { $days } days
help-sure = Module { $module }: sure and wrong on { $answers } answers

people-title = Everybody, module by module
people-title-plain = Everybody
people-caption = People and how far they are in each module
people-region = Table of people and modules
people-name = Name
people-last = Last active
people-never = Never
people-module = { $number }. { $title }
people-find = Find by name
people-filter-module = Module
people-filter-standing = Status
people-all-modules = All modules
people-all-standings = Everybody
people-completed = Completed
people-started = Started
people-not-started = Not started
people-help = May need help
people-shown = { $shown ->
    [0] Nobody fits these filters.
    [one] One of { $people } shown
   *[other] { $shown } of { $people } shown
  }
people-before = Previous page
people-after = Next page
people-range = { $from } to { $to } of { $shown }
people-show-all = Show everybody
cell-completed = Completed
cell-known = Known before
cell-steps-done = Check open
cell-started = { $done } of { $steps } steps
cell-not-started = Not started
cell-points = { NUMBER($points, maximumFractionDigits: 2) } of { $of }
cell-tries = { $tries ->
    [one] one try
   *[other] { $tries } tries
  }

## One person

person-back = All people
person-summary = { $attempts ->
    [0] No finished check yet.
    [one] One finished check.
   *[other] { $attempts } finished checks.
  } { $modules ->
    [0] No module completed.
    [one] One module completed.
   *[other] { $modules } modules completed.
  }
person-modules = Modules
person-attempts = Tries side by side
person-attempts-none = No finished check yet. When there is one, every answer of it stands here.
person-attempts-caption = { $form ->
    [assessment] { $title }: answers of each try
    [testOut] Pre-check of module { $number }, { $title }: answers of each try
   *[check] Module { $number }, { $title }: answers of each try
  }
person-attempts-region = { $form ->
    [assessment] Answers in { $title }
    [testOut] Answers in the pre-check of module { $number }
   *[check] Answers in module { $number }
  }
person-pre-check = Pre-check, passed
person-by-module = Latest result by module
person-question = Question and best answer
person-best = Best answer:
person-try = Try { $try }
person-try-meta = { NUMBER($points, maximumFractionDigits: 2) } of { $of } points, needed { $pass }
person-passed = Passed
person-not-yet = Below the pass mark
person-unfinished = Not finished
person-not-asked = Not asked in this try
person-changes = { $changes ->
    [one] changed once
   *[other] changed { $changes } times
  }
person-confidence-sure = Sure
person-confidence-think = Thought so
person-confidence-guess = Guessed
person-sure-but-wrong = Sure, and wrong

## Questions

questions-title = Questions
questions-headline-none = Nobody has finished a check yet
questions-headline-none-here = Nobody has finished the check of this module yet
questions-headline-too-few = { $attempts ->
    [one] One finished check: too few to say which questions are hard
   *[other] { $attempts } finished checks: too few to say which questions are hard
  }
questions-headline-hard = { $hard ->
    [one] One of { $questions } questions was answered right by fewer than half
   *[other] { $hard } of { $questions } questions were answered right by fewer than half
  }
questions-headline-fine = { $questions ->
    [one] The one question with enough answers was answered right by at least half
   *[other] All { $questions } questions were answered right by at least half
  }
questions-basis = { $attempts ->
    [one] From the first finished check of one person in a module. Later tries do not count, because they have seen the explanations.
   *[other] From { $attempts } first finished checks. Later tries do not count, because people have seen the explanations by then.
  }
questions-basis-all = { $attempts ->
    [one] From one finished check. Later tries count as well, by people who have seen the explanations.
   *[other] From { $attempts } finished checks. Later tries count as well, by people who have seen the explanations.
  }
questions-headline-wording = { $wording ->
    [one] One of { $questions } questions may be at fault itself: people who did well elsewhere did worse in it
   *[other] { $wording } of { $questions } questions may be at fault themselves: people who did well elsewhere did worse in them
  }
questions-none-note = The figures appear when people have finished their first checks, from five answers to a question.
questions-caption = Questions, hardest first
questions-module = Module
questions-attempts = Tries that count
questions-attempts-first = First ones only
questions-attempts-all = All of them
questions-question = Question
questions-verdict = What it says
questions-separates = Separates strong from weak
questions-separates-scale = From −1 to 1, good from 0.2
questions-separates-few = Told from 30 answers on
questions-separates-same = Everybody answered alike
questions-share = Share right
questions-line = From 0% to 100%, dashed line at half
questions-wrong-answer = Most chosen wrong answer
questions-wrong-share = chosen by { $chosen } of { $answered }
questions-wrong-none = No single one
questions-time = Median time
questions-sure = Sure but wrong
questions-sure-count = { $count } of { $answered }
questions-sure-none = Nobody
questions-too-few = { $answered ->
    [0] No answers yet
    [one] One answer: too few to say
   *[other] { $answered } answers: too few to say
  }
questions-interval = between { $low } and { $high }
questions-interval-note = The bar behind the dot is the range in which the share probably lies, with these few answers (95%).
questions-right-of = { $correct } of { $answered } right
questions-open = What was chosen
questions-item = Module { $number } · { $type } · version { $version }
questions-rapid = Too fast to have been read
questions-rapid-count = { $count } of { $answered }, in less than { $limit }
questions-rapid-none = None
questions-left-out = Left out
questions-left-out-count = { $count ->
    [one] By one person, not counted as wrong
   *[other] By { $count } people, not counted as wrong
  }
questions-left-out-none = By nobody
questions-sureness = How sure
questions-sureness-none = Not said
questions-by-sureness = By how sure people were
questions-by-version = By version of the question
questions-version = Version
questions-people = People
questions-few = Too few
questions-wrong-people = Not right the last time
questions-wrong-nobody = Everybody who met it had it right the last time.
questions-wrong-assign = { $people ->
    [one] Assign a revisit to this person
   *[other] Assign a revisit to these { $people } people
  }
questions-whole = The question as people saw it
questions-alpha = Alpha
questions-alpha-without = Alpha of a check without this question
questions-alpha-interval = Where it may lie (95%)
questions-alpha-length = Questions in a check
questions-alpha-module = Module { $number }
questions-alpha-none = How reliable the checks are: told when 30 people have met the same pairs of questions
questions-alpha-headline = { $modules ->
    [one] How reliable the check is: { $enough ->
        [0] not enough to judge one person by one result
       *[other] enough to judge one person by one result, with care
      }
   *[other] How reliable the checks are: { $enough } of { $modules } enough to judge one person by one result, with care
  }
questions-alpha-note = Alpha says how far the result of a check would repeat itself with other questions of the same kind. From 0.7 on, one result says something about one person; below it, look at groups only. Short checks have a low alpha.
questions-options-headline = { $answered ->
    [one] One person answered
   *[other] { $answered } people answered
  }
questions-options-caption = What was chosen in “{ $ask }”
questions-options-several = People can choose more than one here, so the bars do not add up.
questions-options-placed = Each bar counts the people who put that entry in its right place.
questions-options-matched = Each bar counts the people who matched that line.
questions-option = Answer
questions-option-right = Right answer
questions-option-count = Chosen
questions-option-share = Share
questions-option-elsewhere = Their share elsewhere
questions-option-rest = these people had { $share } of the other questions
questions-option-dead = Hardly anybody who was wrong chose it
verdict-too-few = Too few attempts to say
verdict-too-few-why = Told from 30 answers on.
verdict-check-wording = Check the wording or the key
verdict-check-wording-why = People who did well elsewhere did worse here. The question may be at fault, not the people.
verdict-very-hard = Very hard
verdict-very-hard-sound = Fewer than three in ten knew it, and those who did well elsewhere knew it more often. The question is sound: teach the subject again.
verdict-very-hard-weak = Fewer than three in ten knew it, and those who did well elsewhere hardly more often. Look at the lesson and at the wording.
verdict-easy = Nearly everybody knew
verdict-easy-why = It hardly tells people apart. Good, if that is what it is for.
verdict-weak = Separates little
verdict-weak-why = Those who did well elsewhere were right hardly more often here.
verdict-sound = Works well
verdict-sound-why = Those who did well elsewhere were right here more often.
type-sorting = sorting into groups
type-hot-spot = finding places in a picture
type-short = a word or two
type-estimate = an estimate
type-scenario = a situation
type-single = one answer
type-multiple = several answers
type-true-false = true or false
type-ordering = putting in order
type-matching = matching

rail-trainer = Trainer
