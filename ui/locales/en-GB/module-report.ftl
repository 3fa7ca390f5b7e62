# One module, as the trainer sees it, and the notes and timeline of a person.

trainer-modules-link = Modules
module-report-title = Module
module-report-pick = Module
module-report-nobody = Nobody has begun this module yet
module-report-withheld = Too few people, or too much alike, to show how this module stands
module-report-headline = { $completed } of { $people } have completed it, { $started } are in the middle
module-report-headline-completed = { $completed } of { $people } have completed it
module-report-time = When it was completed
module-report-time-none = Nobody has completed it yet, or too few people for a line.
module-report-time-half = By { $day } half of those who have completed it so far, { $half } of { $people }, had done so.
module-report-time-caption = People who have completed the module by the end of each day
module-report-day = Day
module-report-people = People so far
module-report-stops = Where people stop
module-report-stops-none = Nobody who began stands still in the middle.
module-report-stops-most = Most of those who are in the middle stand at step { $number }, { $title }: { $people } people.
module-report-stops-withheld = Where people stand is withheld: too few stand at each step.
module-report-stops-caption = Steps with the people who stand there
module-report-step = Step
module-report-step-name = { $number }. { $title }
module-report-stopped = People who stand there
module-report-times = Time on each step
module-report-times-few = Fewer than five people have done a step with its time kept: too few to say how long it takes.
module-report-times-longest = Step { $number }, { $title }, takes longest: half of the people need { $median } or less.
module-report-times-note = The line is the middle half of the people, the mark their median. Time with the step open, all visits added up.
module-report-times-caption = Steps with the time that people spent on them
module-report-median = Median
module-report-middle = Middle half
module-report-middle-value = { $low } to { $high }
module-report-timed = People
module-report-results = Results of first checks
module-report-results-none = Nobody has finished the check yet, or too few people to show results.
module-report-results-passed = { $passed } of { $people } reached the pass mark of { $pass } points at the first try.
module-report-results-plain = First finished checks of { $people } people.
module-report-results-caption = Points in the first finished check, with the people who got so many
module-report-points = Points
module-report-point = { $points ->
    [one] One point
   *[other] { $points } points
  }
module-report-pass-mark = Pass mark
module-report-count = People
seen-step-times = Your steps and the time on each
seen-step-times-caption = Steps that you have done, with the day and the time on each
seen-step = Step
seen-done = Done
seen-time = Time
