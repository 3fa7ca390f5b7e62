# What practice gives to a trainer: what the learner is told and asked.

## Sharing choices in the ultimatum without a name

sharing-title = Share your choices without your name?
sharing-what = A trainer would like to see how people decide at each fork. If you say yes, these go along when results are collected: the role, each decision of the first run of it that you finished, how many seconds you took, and whether you took something back. Your name, your number and the day do not.
sharing-limits = Because no name stands beside them, nobody can find them again. If you stop sharing later, or erase your data, what has gone stays. A trainer sees shares from ten runs of a role on.
sharing-file = If your results travel as a file, these choices are in the same file, without your name. The trainer’s app parts them when it reads it; somebody who takes such a file apart with other tools could see that they came together.
sharing-yes = Share them without my name
sharing-no = Keep them to myself
sharing-on = You share your choices in the ultimatum without your name.
sharing-off = You keep your choices in the ultimatum to yourself.
sharing-not-said = You have not been asked yet, or have not answered. Nothing is shared.
sharing-stop = Stop sharing

## What a trainer can see

seen-inbox = Your judgements in the inbox
seen-inbox-note = Of finished rounds, without the day.
seen-inbox-caption = Each judgement of your finished rounds, in the order of the rounds
seen-inbox-none = You have finished no round of the inbox.
seen-round = Round
seen-message = Message
seen-judged = What you did
seen-recalled = What you still knew in the refresher
seen-recalled-note = Only questions that a finished check of yours had asked before. What you chose and on which day does not go along.
seen-recalled-caption = Each answer in the refresher to a question of your checks
seen-recalled-none = No question of your checks has come back in the refresher yet.
seen-after = After the check
seen-days = { $days ->
    [0] on the same day
    [one] one day
   *[other] { $days } days
  }
seen-forks = Your choices in the ultimatum, without your name
seen-forks-caption = Each choice that goes without your name
seen-forks-none = You have finished no run yet, so nothing goes.
seen-role = Role
seen-decision = Decision
seen-back = Taken back first
seen-back-yes = Yes
seen-back-no = No

## The trainer's pages: shared

trainer-inbox-link = Inbox
trainer-ultimatum-link = Ultimatum
trainer-misconceptions-link = Misconceptions
trainer-lasted-link = What lasted
report-within = between { $low } and { $high }
report-no-within = Nobody differs here, so there is no range to give.
report-few-people = { $people ->
    [0] Nobody yet
    [one] One person: too few to say
   *[other] { $people } people: too few to say
  }
report-people = { $people ->
    [one] one person
   *[other] { $people } people
  }
report-interval-note = The bar behind the dot is the range in which the share probably lies (95%). It rests on how much people differ, not on how many answers there are. The dashed line stands at half.

## The inbox

inbox-report-title = How people judge messages
inbox-report-headline = People caught { $caught } in 100 hostile messages and raised { $alarms ->
    [0] no false alarms
    [one] one false alarm
   *[other] { $alarms } false alarms
  } in 100 genuine ones
inbox-report-none = No figures yet: too few people have finished a round of the inbox
inbox-report-few = { $people ->
    [one] One person has finished a round of the inbox: too few to say how people judge
   *[other] { $people } people have finished a round of the inbox: too few to say how people judge
  }
inbox-report-basis = From { $people } people: { $caught } of { $hostile } hostile messages caught, { $alarms } of { $genuine } genuine ones treated as hostile, { $unchecked } trusted without the check that they called for. Only the first judgement of each message counts, because whoever meets it again knows it.
inbox-report-needs = Numbers over people appear from { $fewest } people on, and a message has a share from five people on.
inbox-report-numbers = How well, and which way they lean
inbox-report-d = Telling them apart
inbox-report-d-guess = Hardly better than guessing.
inbox-report-d-some = People tell some of them apart.
inbox-report-d-well = People tell them apart well.
inbox-report-d-very-well = People tell them apart very well.
inbox-report-d-unsure = Guessing would explain it too.
inbox-report-c = Leaning
inbox-report-c-suspicion = People lean to suspicion: in doubt they treat a message as hostile.
inbox-report-c-trust = People lean to trust: in doubt they go along with a message.
inbox-report-c-none = No clear lean to either side.
inbox-report-source = d′ and c over all people together (Macmillan and Kaplan 1985), with the log-linear correction (Hautus 1995); the ranges come from leaving out one person after the other.
inbox-report-levels = Hostile messages by difficulty
inbox-report-levels-note = Very difficult ones have few cues and a fitting story (NIST Phish Scale). Each level stands against all genuine messages.
inbox-report-difficulty = Difficulty
inbox-report-caught = Caught
inbox-report-d-short = d′
inbox-report-c-short = c
inbox-report-number = { $value } ({ $low } to { $high })
inbox-report-hostile = Hostile messages, most often missed first
inbox-report-genuine = Genuine messages, most often mistrusted first
inbox-report-message = Message
inbox-report-missed = Missed
inbox-report-mistrusted = Treated as hostile
inbox-report-unchecked = Trusted unchecked
inbox-report-time = Median time
inbox-report-of = { $count } of { $of }
inbox-report-gone = A message that the course no longer has ({ $id })
inbox-report-from = { $from } · { $level }
inbox-report-nothing = No message of this kind has been judged yet.

## The ultimatum

forks-title = What people decide in the ultimatum
forks-headline-none = Nobody has shared a run of the ultimatum yet
forks-headline-few = { $runs ->
    [one] One run has been shared: too few to show what people decide
   *[other] { $runs } runs have been shared, too few of any role to show what people decide
  }
forks-headline-against = At one decision, { $against } of { $runs } runs took what experts advise against
forks-headline-advised = No decision was taken against the advice of experts
forks-where = { $role }, decision { $position }: { $ask }
forks-basis = From { $runs ->
    [one] one run
   *[other] { $runs } runs
  } that people shared without their names. The first finished run of each role of each person counts: afterwards they know what follows. Who decided what is not in this store.
forks-none-note = After a run, learners are asked whether their choices may be shared without their name. Until somebody says yes there is nothing here.
forks-role-runs = { $runs ->
    [one] one run
   *[other] { $runs } runs
  }
forks-role-few = { $runs ->
    [0] No run yet. Shares appear from { $fewest } runs on.
    [one] One run so far. Shares appear from { $fewest } runs on.
   *[other] { $runs } runs so far. Shares appear from { $fewest } on.
  }
forks-role-withheld = Every decision of this role would tell about too few runs to be shown.
forks-caption = Decisions of { $role }
forks-decision = Decision
forks-at = Decision { $position } · { $when }
forks-most = Most chosen
forks-time = Median time
forks-seconds = { $seconds ->
    [one] one second
   *[other] { $seconds } seconds
  }
forks-back = Taken back
forks-back-count = { $count } of { $of }
forks-few = { $runs ->
    [one] One run came here: too few to say
   *[other] { $runs } runs came here: too few to say
  }
forks-open = All options
forks-options-caption = Options of “{ $ask }”
forks-advised = Advised
forks-mixed = Some for, some against
forks-against = Advised against

## Misconceptions

misconceptions-title = Misconceptions
misconceptions-headline-none = No figures yet: too few people have finished a check
misconceptions-headline-few = Too few people have finished a check to say which wrong ideas are common
misconceptions-headline-no = No wrong idea has been chosen yet
misconceptions-headline = { $chose } of { $met } people chose an answer that stands for one wrong idea
misconceptions-top = “{ $says }”
misconceptions-basis = From everybody’s first finished check in each module. A person who chose an idea in several questions counts once. Who was never asked about an idea is not in its share.
misconceptions-not-met = { $count ->
    [one] One wrong idea of the course has not been met by anybody yet.
   *[other] { $count } wrong ideas of the course have not been met by anybody yet.
  }
misconceptions-caption = Wrong ideas, those of most people first
misconceptions-idea = Wrong idea
misconceptions-people = People who chose it
misconceptions-where = Where it showed
misconceptions-do = What helps
misconceptions-truth = In truth: { $truth }
misconceptions-question = Module { $module }: { $ask }
misconceptions-answer = “{ $answer }”, { $chose ->
    [one] chosen by one person
   *[other] chosen by { $chose } people
  }
misconceptions-nowhere = Nobody chose it
misconceptions-step = Go through module { $module }, step { $step } again: { $title }
misconceptions-withheld = Withheld

## What lasted

lasted-title = What lasted
lasted-headline-none = No figures yet: too few people have finished a check
lasted-headline-few = { $people ->
    [one] One person has finished a check: too few to say what lasted
   *[other] { $people } people have finished a check: too few to say what lasted
  }
lasted-headline-not-yet = People got { $right } of 100 questions right in their first check. It is too early to say what lasts
lasted-headline-less = { $days } days later, people still got { $right } of 100 questions right: { $change } fewer than in their first check
lasted-headline-more = { $days } days later, people got { $right } of 100 questions right: { $change } more than in their first check
lasted-headline-same = { $days } days later, people got { $right } of 100 questions right, about as many as in their first check
lasted-basis = Later answers come from the refresher and from repeated checks. Each is compared with the same person’s first answer to the same question, so people who came back are compared with themselves. Who never came back is not in it.
lasted-caption = Share right on the day of the first check and some time later
lasted-when = When
lasted-right = Right
lasted-then = The same questions in the first check
lasted-change = Difference
lasted-start = First check
lasted-days = { $days } days later
lasted-window = { $from } to { $to } days
lasted-pairs = { $pairs ->
    [one] one question
   *[other] { $pairs } questions
  } of { $people ->
    [one] one person
   *[other] { $people } people
  }
lasted-change-number = { $change } of 100
lasted-change-within = between { $low } and { $high }
lasted-change-same = May be no difference.
lasted-change-less = Less is known than then.
lasted-change-more = More is known than then.
lasted-needs = Figures appear from { $fewest } people on.
lasted-method = How this is worked out
lasted-method-text = A question counts as right with the full mark. For each time, the first answer within the days named counts, one for each person and question. The difference is the mean over all pairs; its range (95%) rests on how much people differ, with a cluster-robust error by person and Student’s t (Liang and Zeger 1986; Cameron and Miller 2015). Explanations were read after the first check, and questions in the refresher come back more often when they were missed: the figure says what is known with the refresher, not without it.
lasted-more = All times, and how this is worked out
