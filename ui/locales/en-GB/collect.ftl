# Results as files: saved by a learner, collected by a trainer.

## A learner saves

results-title = Results for a trainer
results-note = This saves what a trainer of this computer would see, as a file that only that trainer can open. Reflections, practice questions and decisions in the story are not in it.
results-no-trainer = First you need your trainer’s key: a file that ends in .e18k. Ask your trainer for it; it holds no secret.
results-open-key = Open a trainer’s key
results-key-not-one = That is not a trainer’s key, or it was changed on the way. Ask for it again.
results-key-found = The file says that it is the key of { $name }. These are its six words:
results-key-compare = Compare them with the words that your trainer reads to you or has printed. Only then is it certain who can open your results.
results-key-trust = The words are the same: use this key
results-save = Save my results for { $name }
results-saved = Saved: { $path }. Give this file to your trainer.

## A trainer collects

trainer-collect-link = Collect
collect-title = Collect results
collect-drop = Files and folders can also be dropped on this page, many at once.
collect-nothing = Choose the files that people saved for you. Nothing is taken in before you have seen what is there.
collect-found = { $files ->
    [one] One file was found.
   *[other] { $files } files were found.
  } { $ready ->
    [0] Nothing in them is new.
    [one] One adds something.
   *[other] { $ready } add something.
  }
collect-running = { $done } of { $of } files are through.
collect-done = { $files ->
    [one] One file was collected.
   *[other] { $files } files were collected.
  }
collect-sample = Made-up people are in this store. Take them away on the overview before results of real people come in.
collect-choose = Choose result files
collect-take = { $files ->
    [one] Collect one file
   *[other] Collect { $files } files
  }
collect-stop = Stop
collect-see = See everybody
collect-not-started = { $count ->
    [0] Everybody has started
    [one] One of { $people } has not started
   *[other] { $count } of { $people } have not started
  }
collect-assign = { $people ->
    [one] Assign something to this person
   *[other] Assign something to these { $people } people
  }
collect-files = Files that were looked at
collect-column-person = Person
collect-column-checks = Finished checks
collect-column-saved = Saved
collect-column-state = What it adds
collect-column-file = File
collect-no-name = No name
collect-state-new = New person
collect-state-updated = Newer results
collect-state-same = Collected before
collect-state-collected = Collected
collect-refused-not-readable = Not taken: it cannot be read
collect-refused-too-long = Not taken: it is larger than a result file can be
collect-refused-does-not-open = Not taken: it was saved for another trainer, or is not whole
collect-refused-newer = Not taken: a newer version of this app saved it
collect-refused-not-one = Not taken: it is not a result file
collect-refused-signature = Not taken: its signature does not fit
collect-refused-for-another = Not taken: it was saved for another trainer
collect-refused-changed = Not taken: it has changed since it was looked at. Look again.
collect-refused-sample = Not taken: made-up people are in this store
collect-facts-note = What files show are facts about files. A restored computer and a changed file can look the same, so ask before you judge.
collect-folder = A folder that is looked through
collect-folder-none = Choose a folder where people put their files, and it is looked through each time you come here.
collect-folder-is = Looked through each time you come here: { $folder }
collect-folder-missing = The folder cannot be read now.
collect-folder-choose = Choose a folder
collect-folder-look = Look again
collect-key = Your key, for learners
collect-key-note = People save results for you with this key. It is not a secret: send it, or put it where everybody finds it, and tell people the six words by another way.
collect-key-words = Its six words:
collect-key-name = Your name, as learners read it
collect-key-save = Save the key
collect-key-saved = Saved: { $path }

## What files show

finding-gap = Something that the record counts is not in this file.
finding-edited = A check is not what it was when it was finished; it was left out.
finding-rollback = This file continues from an older copy of the record.
finding-fork = The record went on in two places.
finding-foreign = Another installation wrote in this record.

files-title = Result files
files-unsigned = { $checks ->
    [one] One check came from a record store. No computer signed it.
   *[other] { $checks } checks came from a record store. No computer signed them.
  }
files-whole = { $files ->
    [one] One file was collected, and its history is whole.
   *[other] { $files } files were collected, and their history is whole.
  }
files-facts = { $files ->
    [one] One file was collected. This is what it shows:
   *[other] { $files } files were collected. This is what they show:
  }
files-restored = { $times ->
    [one] The app put a copy of the record back once, and said so.
   *[other] The app put a copy of the record back { $times } times, and said so.
  }
files-at = Place { $number } of the history, { $date }.
