# The ultimatum: choosing a role, playing a run, looking back.

rail-ultimatum = The ultimatum

## On Home

story-home = { $decisions } decisions, { $roles ->
    [one] one role
   *[other] { $roles } roles
  }. No grade and no time limit.
story-home-open = Your run as { $role } is open at decision { $position } of { $of }.
story-home-finished = { $count ->
    [one] You have finished one run.
   *[other] You have finished { $count } runs.
  }
story-home-go = Open the ultimatum
story-home-continue = Continue the run

## Where it begins

story-kicker = { $from } to { $to }
story-terms = Before you begin
story-term-no-fault = This is no test. There is no grade, and nobody is at fault: each choice is one that a tired, decent person could make.
story-term-real = The case is real, and real people were affected by it. Your employer, { $employer }, and its people are made up.
story-term-time = It takes about { $low } to { $high } minutes. There is no time limit, and you can leave at any moment.
story-term-time-same = It takes about { $high } minutes. There is no time limit, and you can leave at any moment.
story-term-private = No trainer sees what you choose. After a run you are asked whether it may be shared without your name; until you say yes, it stays with you.
story-roles = Choose a role
story-role-minutes = about { $minutes } minutes
story-role-missing = Choose a role first.
story-begin = Begin
story-runs = Your runs
story-run-open = Decision { $position } of { $of }
story-run-finished = Finished { $when }
story-run-replay = from decision { $position } of an earlier run
story-run-continue = Continue
story-run-look-back = Look back

## A run

run-kicker = { $title } · { $role } · decision { $position } of { $of } · no time limit
run-title = { $role }, decision { $position } of { $of }
run-at = { $day }, { $time }
run-rule = The eighteen days from 27 May to 14 June 2023. The story stands at { $at }.
run-rule-deadline = The eighteen days from 27 May to 14 June 2023. The story stands at { $at }. The gang named { $day }.
run-named-day = { $day }, named by the gang
run-days-left = { $days ->
    [0] No full day is left
    [1] One full day is left
    [2] Two full days are left
    [3] Three full days are left
    [4] Four full days are left
    [5] Five full days are left
    [6] Six full days are left
    [7] Seven full days are left
    [8] Eight full days are left
   *[other] { $days } full days are left
  } in the story. The gang named { $day } and gave no hour.
run-day-come = This is the day that the gang named. It gave no hour.
run-day-passed = The gang had named { $day }. That day has passed.
run-no-day = Nobody knows yet how long this will last.
run-meters = How things stand
run-meter-level = { $level } of 10
run-meter-high = higher is better
run-meter-low = lower is better
run-meter-still = no change yet
run-meter-up = up { $by }: { $why }
run-meter-down = down { $by }: { $why }
run-meter-stays = stays: { $why }
run-messages = What reaches you
run-missing = Choose one of the options. You can take it back once.
run-decide = Decide
run-known = What do we know so far?
run-known-since = since { $at }
run-known-claimed = said by the gang
run-known-none = Nothing is known for certain yet.
run-known-sources = { $count ->
    [one] Source
   *[other] Sources
  }
run-log = Your log
run-log-none = You have not decided anything yet.
run-log-when = { $position }. { $at }
run-log-shared = from the earlier run
run-log-move = { $meter } { $from } to { $to }
run-close-panel = Close
run-back = Take back the last choice
run-leave = Leave
run-leave-note = Your run waits where you leave it.
run-your-choice = You chose
run-consequence = What follows
run-changes = What that changes
run-no-changes = The four measures stay as they are.
run-continue = Continue
run-to-debrief = Look back at the whole
run-move-up = up { $by }, from { $from } to { $to }
run-move-down = down { $by }, from { $from } to { $to }
run-move-stays = stays at { $to }, its end
run-move-better = better
run-move-worse = worse
run-changed-title = This story has been revised
run-changed-on = The course was updated after you began this run. You can read what you decided. From decision { $position } on you can play the story as it is now.
run-changed-gone = The course was updated after you began this run, and this role is no longer in it. You can still read what you decided.
run-go-on-from = Go on from decision { $position }
run-to-start = All roles and runs

## Looking back

debrief-title = Looking back
debrief-kicker = { $title } · { $role } · { $when }
debrief-replayed = It shares its first choices with an earlier run, up to decision { $position }.
debrief-changed = The story has been revised since. This page shows it as you played it.
debrief-pattern = What stands out
debrief-better-worse = { $better } ended better than at the start, and { $worse } ended worse.
debrief-better = { $better } ended better than at the start. Nothing ended clearly worse.
debrief-worse = { $worse } ended worse than at the start. Nothing ended clearly better.
debrief-level = All four measures ended close to where they began.
debrief-advised-advised = Most of your choices stood with the advice, from the beginning to the end.
debrief-advised-mixed = You began with the advice; later you went partly your own way.
debrief-advised-against = You began with the advice; under pressure you mostly went another way.
debrief-mixed-advised = You began partly in your own way; later you mostly went with the advice.
debrief-mixed-mixed = You went partly with the advice and partly your own way throughout.
debrief-mixed-against = You began partly with the advice; later you mostly went another way.
debrief-against-advised = You began in another way than advised; later you mostly went with the advice.
debrief-against-mixed = You began in another way than advised; later you came partly back to it.
debrief-against-against = You mostly went another way than advised. The advice below says what speaks for it.
debrief-path = Your path
debrief-path-rule = The eighteen days from 27 May to 14 June 2023, with your decisions on { $days }.
debrief-decision = Decision { $position }: { $at }
debrief-you-chose = You chose
debrief-took-back = First you chose this, and took it back:
debrief-advice = What experts advise
debrief-stance-advised = as advised
debrief-stance-mixed = partly as advised
debrief-stance-against = not as advised
debrief-not-taken = Paths not taken
debrief-rejoins = leads on to the same next moment
debrief-parts = leads to another moment
debrief-may-end = may end: { $ends }
debrief-replay = Replay from here
debrief-replay-label = Replay from here, decision { $position }
debrief-meters = From start to end
debrief-meter-from = { $start } at the start
debrief-after = What happened in June 2023 and after
debrief-reflections = Two questions for yourself
debrief-talk = Talk about this
debrief-talk-note = For a team, ten minutes, no minutes taken.
debrief-again = All roles and runs
shortcut-known = In the ultimatum: what do we know so far
shortcut-log = In the ultimatum: your log
