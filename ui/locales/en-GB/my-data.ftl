# My data: taking it away, erasing it, what a trainer can see of it.

## On My record

record-data = Your data
record-data-note = Take it away, see what a trainer gets, or erase it.
record-data-link = My data
record-save-csv = Save my record as CSV
record-save-json = Save my record as JSON
record-saved = Saved to { $path }.
record-trainer-link = See exactly what a trainer gets

## My data

data-title = My data
data-lede = What is kept about you is on this computer and nowhere else, apart from what you saved as a file or agreed to have sent. Other accounts of this computer cannot read it, apart from its administrators.
data-folder = The folder
data-export = Take everything with you
data-export-text = One ZIP file with every entry that is kept about you: a page to read, a table for each kind of entry, and everything once more as JSON for other programs. Your reflections and decisions are in it, so give it only to somebody who may read them.
data-export-action = Export my data
data-exported = { $rows ->
    [one] One entry was written to { $path }.
   *[other] { $rows } entries were written to { $path }.
  }
export-making = { $of ->
    [one] { $done } of one file is made.
   *[other] { $done } of { $of } files are made.
  }
export-stop = Stop
export-stopped = Stopped. No file was written.
data-trainer = What a trainer can see
data-trainer-text = If a trainer’s area is kept on this computer, it takes your results and nothing else. The page shows each of them as the trainer gets it.
data-erase = Erase everything
data-erase-text = Takes everything about you off this computer, also out of the daily copies. There is no way back.
data-erase-link = Erase my data

settings-privacy = Privacy
settings-privacy-text = What is kept about you, how to take it with you, and how to erase it.

## Erase

erase-title = Erase my data
erase-lede = This takes everything that is kept about you off this computer. It cannot be undone, by you or by anybody else.
erase-nothing = Nothing is kept about you on this computer, so there is nothing to erase.
erase-goes = What goes
erase-goes-name = The name or code { $name }, and when you were here
erase-goes-no-name = When you were here; you gave no name
erase-goes-steps = { $count ->
    [one] One finished step, and where you stopped
   *[other] { $count } finished steps, and where you stopped
  }
erase-goes-attempts = { $count ->
    [one] One check or practice round
   *[other] { $count } checks and practice rounds
  }
erase-goes-answers = { $count ->
    [one] One answer, with how sure you were
   *[other] { $count } answers, with how sure you were
  }
erase-goes-decisions = { $count ->
    [one] One decision in the story
   *[other] { $count } decisions in the story
  }
erase-goes-reflections = { $count ->
    [one] One reflection
   *[other] { $count } reflections
  }
erase-goes-other = { $count ->
    [one] One more entry of other kinds
   *[other] { $count } more entries of other kinds
  }
erase-goes-files = { $count ->
    [0] The log of the app is emptied.
    [one] One older copy of the file goes too, and the log of the app is emptied.
   *[other] { $count } older copies of the file go too, and the log of the app is emptied.
  }
erase-stays = What stays
erase-stays-files = Files that you or a trainer saved somewhere else. Delete those yourself, or ask whoever has them.
erase-stays-trainer = A trainer’s area is kept on this computer. Results that it has already collected stay in it, encrypted, and only somebody who knows its passphrase can open it. The app cannot yet take one person out of it: ask your trainer what will happen to them.
erase-stays-others = { $count ->
    [one] Everything of the other person who learns here. A fresh copy without you is made at once.
   *[other] Everything of the { $count } others who learn here. A fresh copy without you is made at once.
  }
erase-stays-disk = What the disk itself or a backup of the whole computer may still hold is out of this app’s reach.
erase-word = ERASE
erase-type = Type { $word } to confirm
erase-missing = Type { $word }, as it stands above the field
erase-action = Erase everything about me
erase-back = Keep my data
erase-disk-full-advice = Nothing was erased, and nothing else was changed. Free some space on the disk that holds { $path }, then press the button again.
erase-busy-advice = Nothing was erased. Close other windows of Eighteen Days and programs that have { $path } open, wait a moment, then press the button again.
erased-title = Everything about you is erased
erased-lede = { $rows ->
    [one] One entry was taken away.
   *[other] { $rows } entries were taken away.
  }
erased-files = { $files ->
    [0] There were no older copies of the file.
    [one] One older copy of the file was removed.
   *[other] { $files } older copies of the file were removed.
  }
erased-checked = The file was written anew, so that nothing of yours is left in its empty places.
erase-stays-sent = Results that were sent to your organisation’s record store, and files of results that were written, stay where they are. This app cannot take them back: ask your organisation.
erased-trainer = The trainer’s area on this computer still has what it had collected before. Ask your trainer what will happen to it. Choices that you shared without your name stay: nobody can tell which were yours.
erased-go-on = Go to the start

## What a trainer can see

seen-title = What a trainer can see
seen-lede = When a trainer’s area on this computer is opened, it takes what stands on this page. This list is made by the same part of the app that collects, so it cannot say less.
seen-store = A trainer’s area is kept on this computer.
seen-no-store = No trainer’s area is kept on this computer. Nobody has collected anything.
seen-nobody = Nothing is kept about you yet, so a trainer would get nothing.
seen-you = You
seen-name = Name or code
seen-no-name = None given
seen-id = Number of this app for you
seen-last-active = Here last
seen-progress = How far you are
seen-progress-caption = Each module that you have opened, with the steps finished and the step you stopped at
seen-progress-none = You have opened no module.
seen-module = Module
seen-steps = Steps finished
seen-at = Stopped at
seen-opened = Opened
seen-checks = Your checks, answer by answer
seen-checks-note = Final checks and assessments, and pre-checks that you passed: those show that you knew a module before. A pre-check that you did not pass stays with you.
seen-checks-none = You have begun no final check or assessment, and passed no pre-check.
seen-check = { $form ->
    [testOut] Pre-check: { $module }, try { $try }
   *[other] { $module }, try { $try }
  }
seen-check-open = { $answers ->
    [0] begun, nothing answered
    [one] begun, one answer
   *[other] begun, { $answers } answers
  }
seen-check-passed = { NUMBER($points, maximumFractionDigits: 2) } points, passed
seen-check-not-yet = { NUMBER($points, maximumFractionDigits: 2) } points of { $needed } needed
seen-answers-caption = Answers of { $module }, try { $try }, in the order in which you gave them
seen-question = Question
seen-chosen = You chose
seen-how = How it was
seen-sure = How sure
seen-took = It took
seen-never = What a trainer never gets
seen-never-reflections = Your reflections
seen-never-decisions = Your decisions in the steps, and that a decision in the ultimatum was yours
seen-never-practice = Your practice answers, the spots that you marked in the inbox, and what you chose in the refresher
seen-never-pre-checks = Pre-checks that you did not pass
seen-never-marks = Questions that you marked to look at again

## Words in the exported files

export-title = Everything that Eighteen Days keeps about { $name }
export-title-no-name = Everything that Eighteen Days keeps about me
export-made = Made on { $when } by Eighteen Days. The course is { $course }, version { $version }.
export-file-readme = readme.txt: this file. It says what each table and each column holds; those explanations are in English.
export-file-page = my-data.html: everything on one page, to read in a browser. It loads nothing and sends nothing.
export-file-json = everything.json: the same for programs, in UTF-8.
export-file-tables = tables: one CSV file for each table, in UTF-8, with commas.
export-everything = Everything, as it is kept
export-everything-note = One table after another, with the names that the app itself uses. Times carry the offset of the place where they were written; lengths of time are in milliseconds.
export-nothing = There is nothing yet.
export-status = Status
export-started = Started
export-round = Round
export-caught = Hostile messages caught
export-false-alarms = False alarms among genuine messages
export-role = Role
export-ended = How it ended
export-cards = Cards answered
export-best = Best answer
export-seconds = Seconds
export-written = What you wrote
