# The learner's side: Home, modules, steps, settings.

## Home and modules

rail-modules = Modules

home-begin = { $minutes ->
    [one] Begin with module 1. It takes about one minute.
   *[other] Begin with module 1. It takes about { $minutes } minutes.
  }
home-next-module = { $minutes ->
    [one] Next comes module { $module }. It takes about one minute.
   *[other] Next comes module { $module }. It takes about { $minutes } minutes.
  }
home-minutes-left = { $minutes ->
    [one] You are about one minute from the end of module { $module }.
   *[other] You are about { $minutes } minutes from the end of module { $module }.
  }
home-check-next = { $minutes ->
    [one] You have read module { $module }. Its check takes about one minute.
   *[other] You have read module { $module }. Its check takes about { $minutes } minutes.
  }
home-check-open = Your check of module { $module } is open at question { $position } of { $of }.
home-all-done = { $count ->
    [one] You have completed the module.
    [2] You have completed both modules.
   *[other] You have completed all { $count } modules.
  }
home-recent = Recent results

module-number = Module { $number }
step-of = Step { $step } of { $of }
about-minutes = { $minutes ->
    [one] about one minute
   *[other] about { $minutes } minutes
  }
about-minutes-left = { $minutes ->
    [one] about one minute left
   *[other] about { $minutes } minutes left
  }
last-opened = last opened { $when }
check-at-question = Check, question { $position } of { $of }
check-at-end = The check at the end
check-of = Check of module { $number }
points-passed = { $points } of { $of }, passed
points-not-yet = { $points } of { $of }, not passed yet

start = Start
continue = Continue
take-check = Take the check
you-are-here = you are here

module-not-started = Not started
module-started = { $done } of { $of } steps done
module-steps-done = Steps done, check open
module-completed = Completed
module-completed-points = Completed, { $points } of { $of }

rule-modules = The eighteen days from 27 May to 14 June 2023. { $done } of { $of } modules are completed. The dates of the modules follow as a list.

## Steps

back = Back
decide = Decide
decision-private = Only you see what you choose. It is not scored.
decision-missing = Select what you would do
decision-result = What follows
decision-own = You chose
decision-others = And otherwise

callout-title = What this means for you
step-sources = { $count ->
    [one] The source of the one fact in this step
   *[other] The sources of all { $count } facts in this step
  }

figure-as-text = Read this figure as text
figure-scroll = Figure, wider than the page: scroll sideways to see all of it
figure-question-scroll = Drawing of the question, wider than the page: scroll sideways to see all of it
figure-missing = The picture is not in this pack. Its text follows.

timeline-name = { $count ->
    [one] One event
   *[other] { $count } events
  } on a line from 27 May to 14 June 2023, to scale. The list below says the same.
timeline-earlier = Earlier
timeline-later = Later
timeline-position = Event { $position } of { $of }
timeline-as-list = Read all events as a list

quote-specimen = Sample, cannot be clicked
quote-paraphrase = In our words, not theirs.
claim-source-of = { $status }: source

reflection-private = Only you can see this. Trainers never do.
reflection-kept = Saved.
saved-at = Saved at { $time }.
not-saved-yet = Not saved yet.

## A name

name-title = What is saved needs a name
name-label = Name or code
name-why = It stands on your record. If a trainer collects results from this computer, they see it too. If you were given a code, use that.
name-missing = Enter your name or code, or skip this for now
name-save = Save name
name-skip = Skip for now
name-saved = Saved. Your results on this computer are kept for { $name }.
name-skipped = Skipped. You can give a name later.

## A module

module-overview = Overview
module-facts = about { $minutes } minutes · { $steps } steps · check at the end, { $pass } of { $questions } to pass
rule-module = The eighteen days from 27 May to 14 June 2023. This module is about { $when }.
outcomes = After this you can
steps = Steps
step-done = Done
you-are-here-tag = You are here
continue-step = Continue with step { $step }
continue-check = Continue the check
take-check-again = Take the check again
review-answers = Review my answers
read-again = Read it again
terms-questions = { $questions } questions; { $pass } points pass.
terms-tries = { $left ->
    [0] No tries are left of { $tries }.
    [one] One of { $tries } tries is left.
   *[other] { $left } of { $tries } tries are left.
  }
terms-tries-any = As many tries as you want.
terms-feedback-after = Every answer is explained at the end.
terms-no-limit = No time limit; it takes about { $minutes } minutes.
pack-title = This course
pack-version = version { $version } of { $date }.
pack-publisher = Published by
module-sources = { $count ->
    [one] One source
   *[other] All { $count } sources
  }

## First run, who is learning

welcome-screen = Welcome
welcome-title = A criminal gang names a date. What do you do?
welcome-promise = You begin with one decision. No account, no wrong answer.
welcome-rule = A line of eighteen days, from 27 May to 14 June 2023, with a pennant at the last day: the date that the gang named.
welcome-data = Your data
welcome-data-text = What you do is kept on this computer. Nothing is sent anywhere unless you agree to it.
start-now = Start now

who-title = Who is learning?
who-why = Several people learn on this computer. Each has their own results.
last-here = last here { $when }
somebody-else = Somebody else

## Settings

rail-settings = Settings
settings-lede = Every change is saved at once and holds for everybody who uses this computer.
settings-reading = Reading
settings-looks = Looks
settings-keys = Keyboard
settings-roles = Roles
setting-text-size = Text size
setting-sample = Whoever stays silent will be named, the notice said. Nobody outside the gang knew whose files it had.
setting-font = Face of the lessons
font-serif = With serifs
font-sans = Without serifs
setting-theme = Light or dark
follow-system = As the system does
theme-light = Light
theme-dark = Dark
setting-contrast = Contrast
contrast-more = More contrast
setting-motion = Motion
motion-less = Less motion
setting-language = Language
setting-language-legend = Language of the interface
for-testers = For testers
for-testers-legend = Made-up languages
for-testers-hint = They show whether a screen survives long words and the other reading direction.
setting-single-keys = Number keys choose an option
setting-single-keys-hint = Only while you are inside a question. Switch it off if you dictate, or if keys are pressed by accident.
setting-trainer-area = Show the trainer’s area
setting-trainer-area-hint = For those who look after other people’s results. It has its own passphrase.
setting-old-value = This was not saved. The old value is back.
saved = Saved
text-smaller = Smaller
text-larger = Larger

## About

rail-about = About
about-title = About Eighteen Days
about-sends-nothing = This app sends nothing unasked
about-sends-nothing-text = It looks for no updates, counts no use, and opens no connection to any network unless your organisation’s record store is named in the settings and you agreed to it. Everything that it keeps stands in one folder on this computer.
about-this = This installation
about-version = Version
about-course = Course
about-folder = Folder with all data
about-kept = Kept there
about-kept-counts = { $learners ->
    [one] one learner
   *[other] { $learners } learners
  }, { $answers } answers
about-system = System
about-system-value = { $system }, SQLite { $sqlite }
about-copy = Copy this for support
about-access = Accessibility
about-access-aim = The app aims at level AA of the Web Content Accessibility Guidelines 2.2, for the course as well.
about-access-done = Everything works with the keyboard. Text grows to 200 %. Dark, more contrast and less motion follow the system or your choice. Every figure can be read as text. Nothing has a time limit.
about-access-gaps = Known gaps: wide figures have to be scrolled sideways in narrow windows. The app has been read with automatic checks and with the keyboard; a test with people who use screen readers every day is still to come.
about-access-report = If something stands in your way, tell whoever gave you this app, with the version above.
about-case = The case
about-case-text = The course is about a real case. Every statement carries its source and says how sure it is; select the marked words to see both. The people whose data was taken are real too. The employer in the exercises is invented.
about-licences = Licences
about-licences-text = Eighteen Days is under the Apache License 2.0. The interface is built with these parts; open one to read its licence.
