# The trainer's people, groups and assignments, and what a learner was assigned.

## People and groups

trainer-people-link = People
trainer-assignments-link = Assignments
roster-title = People
roster-headline = { $people ->
    [0] Nobody is here yet
    [one] { $appeared ->
        [0] One person, who has not appeared yet
       *[other] One person, who has appeared
      }
   *[other] { $appeared ->
        [0] { $people } people, and nobody has appeared yet
       *[other] { $appeared } of { $people } people have appeared
      }
  }
roster-lede = People appear by themselves with their results. A list from a spreadsheet adds those who have not begun, and puts people into groups.
roster-import = Import a list
roster-list = Everybody
roster-find = Name or code
roster-group = Group
roster-all-groups = All groups
roster-shown = { $found ->
    [0] Nobody is found
    [one] One person is found
   *[other] { $found } people are found
  }
roster-region = People, scrolls sideways
roster-caption = People with code, groups and when they were last active
roster-choose = Choose
roster-choose-one = Choose { $name }
roster-name = Name
roster-code = Code
roster-groups = Groups
roster-last = Last active
roster-never = Not yet
roster-chosen = { $count ->
    [0] Nobody is chosen
    [one] One person is chosen
   *[other] { $count } people are chosen
  }
roster-choose-page = Choose all on this page
roster-choose-none = Choose nobody
roster-put = Put into group
roster-put-name = Put the chosen into this group
roster-put-hint = A name that no group has makes a new group.
roster-put-missing = Enter the name of a group
roster-nobody-chosen = Choose at least one person in the table
roster-put-done = { $people ->
    [0] They were in it already.
    [one] One person was put into { $group }.
   *[other] { $people } people were put into { $group }.
  }
roster-assign = Assign to the chosen
roster-earlier = Previous page
roster-later = Next page
roster-page = Page { $page } of { $pages }
groups-title = Groups
groups-none = There are no groups yet. Choose people above and put them into one.
groups-size = { $people ->
    [0] Nobody
    [one] One person
   *[other] { $people } people
  }
groups-rename = Rename
groups-rename-one = Rename { $group }
groups-new-name = New name of { $group }
groups-save-name = Save the name
groups-remove = Remove
groups-remove-one = Remove { $group }
groups-remove-sure = Remove { $group }? The people stay. What was assigned to the group is no longer assigned to them.
groups-remove-yes = Remove the group
groups-cancel = Keep it
groups-take-out = Take the chosen out of { $group }
groups-taken-out = { $people ->
    [0] None of them was in it.
    [one] One person was taken out.
   *[other] { $people } people were taken out.
  }
offers-title = Are these the same people?
offers-lede = Somebody of your list and somebody with results share a code or a name. Nothing is put together unless you say so.
offer-code = { $person } has results. Your list has { $listed } with the code { $code }.
offer-name = { $person } has results. Your list has the same name.
offer-same = The same person
offer-two = Two people

## Importing a list

import-title = Import a list of people
import-lede = A CSV file from a spreadsheet. Its first row names the columns: name, code, groups. A name or a code is enough.
import-groups-hint = Several groups in one cell are separated by a semicolon, a comma or an upright line.
import-looked = Nothing is saved before you have seen what would happen.
import-choose = Choose a file
import-other = Choose another file
import-would = { $added ->
    [0] Nobody would be new
    [one] One person would be new
   *[other] { $added } people would be new
  }
import-counts = What would happen
import-new = New
import-changed = Changed
import-same = The same as before
import-rejected = Rejected
import-count = { $count ->
    [one] One person
   *[other] { $count } people
  }
import-lines = { $count ->
    [0] No line
    [one] One line
   *[other] { $count } lines
  }
import-new-groups = New groups: { $groups }
import-read = How the file was read
import-read-as = { $file }: columns separated by { $separator ->
    [comma] commas
    [semicolon] semicolons
   *[tab] tabs
  }, text in { $encoding }.
import-read-check = If letters look wrong here, save the file as CSV with UTF-8 and choose it again.
import-rows-caption = The first rows of the file
import-rows-region = The first rows of the file, scrolls sideways
import-used-name = taken as the name
import-used-code = taken as the code
import-used-groups = taken as the groups
import-not-used = not used
import-problems = Lines that are rejected
import-problems-more = { $count ->
    [one] One more line is rejected.
   *[other] { $count } more lines are rejected.
  }
import-problem = Line { $line }: { $what }
import-problem-cell = Line { $line }, “{ $cell }”: { $what }
import-nobody = no name and no code. Enter one of them.
import-too-long = longer than 80 characters. Shorten it.
import-formula = begins as a formula does. Remove the sign at its beginning.
import-code-twice = the code stands in line { $first } already. Give each person a code of their own.
import-name-twice = the name stands in line { $first } already. Give both people a code.
import-not-readable = cannot be read as columns. Look for a quotation mark that is not closed.
import-fault-empty = { $file } has no people in it. Below the row of column names there has to be a row for each person.
import-fault-large = { $file } is larger than 32 MB. Split it and import one part after the other.
import-fault-text = { $file } is not a text file. Save the list as CSV with UTF-8, not as a workbook.
import-fault-columns = { $file } has no column for names or codes. Name a column “name” or “code”.
import-fault-columns-found = Its columns are: { $columns }
import-fault-read = { $file } could not be read. Copy it to this computer and try again.
import-do = { $count ->
    [one] Import one person
   *[other] Import { $count } people
  }
import-done = { $added ->
    [0] Nobody was added
    [one] One person was added
   *[other] { $added } people were added
  }
import-done-more = Changed: { $changed }. The same as before: { $same }. Rejected lines: { $rejected }.
import-done-offers = { $count ->
    [one] One of them may be somebody who has results already.
   *[other] { $count } of them may be people who have results already.
  }
import-to-people = To the people

## Assignments

assign-headline-none = Nothing is assigned
assign-headline = { $title }: completed by { $completed } of { $people }, { $when }
assign-headline-groups = { $title }, { $when }
assign-groups-far = This store does not say who has come how far. The report of a module says how many people completed it, where they are enough.
assign-none-lede = Assign modules, or single steps to revisit, to people or groups, with a day by which it is due.
assign-new = New assignment
assign-list = What is assigned
assign-due = Due { $day }
assign-in-days = { $days ->
    [0] due today
    [one] due tomorrow
   *[other] due in { $days } days
  }
assign-was-due = { $days ->
    [one] was due yesterday
   *[other] was due { $days } days ago
  }
assign-completed = Completed by { $completed } of { $people }
assign-started = { $count ->
    [one] One has started
   *[other] { $count } have started
  }
assign-not-started = { $count ->
    [one] One has not started
   *[other] { $count } have not started
  }
assign-nobody = Nobody is in it yet
assign-to-everybody = Everybody
assign-to-named = { $count ->
    [one] One person
   *[other] { $count } people
  }
assign-to = For: { $whom }
assign-message = Message: { $message }
assign-withdraw = Withdraw
assign-withdraw-one = Withdraw { $title }
assign-withdraw-sure = Withdraw this assignment? It leaves this list now, and people’s own screens with the next file.
assign-withdraw-yes = Withdraw it
assign-part-module = Module { $number }: { $title }
assign-part-step = Revisit “{ $step }”, module { $number }
assign-send = For other computers
assign-send-lede = People who learn on this computer see their assignments at once. Others open a file that you send them. It is signed by this store and names nobody.
assign-from = Sender that people read
assign-from-hint = Your team or organisation, for example “Security team, Northbridge”.
assign-from-save = Save the sender
assign-from-missing = Enter a sender of at most 80 characters
assign-from-first = Enter the sender first: people read it before they trust the file.
assign-words = Your words: { $words }
assign-words-why = The first time, people see these six words. Tell them the words by another way, so that they can compare.
assign-save-file = Save the assignment file
assign-saved = Saved to { $path }
assign-title = New assignment
person-assign = Assign something to this person
assign-what = What to do
assign-step = A single step to revisit
assign-step-more = Step { $number } to revisit
assign-step-none = No single step
assign-step-add = Another step
assign-what-missing = Choose at least one module or step
assign-who = Who
assign-who-everybody = { $people ->
    [one] Everybody: one person now, and who appears later
   *[other] Everybody: { $people } people now, and who appears later
  }
assign-who-all = Everybody: who learns now, and who appears later
assign-who-groups-only = This store shows no person, so what is assigned here is for everybody.
assign-who-missing = Choose who does it
assign-who-chosen = { $count ->
    [one] The person you chose: { $names }
   *[other] The { $count } people you chose: { $names }
  }
assign-who-group = { $group } ({ $people ->
    [0] nobody yet
    [one] one person
   *[other] { $people } people
  })
assign-who-hint = To assign to single people, choose them on the page of people first.
assign-when = By when
assign-when-one-week = In one week: { $day }
assign-when-two-weeks = In two weeks: { $day }
assign-when-four-weeks = In four weeks: { $day }
assign-when-other = Another day
assign-day = Day
assign-month = Month
assign-year = Year
assign-day-is = { $day }, { $when }
assign-day-missing = Enter a day from today on, for example 4 12 2026
assign-say = Message
assign-say-hint = People read it with the assignment. It can stay empty.
assign-say-long = Use at most 300 characters
assign-save = Assign

## What a learner was assigned

home-assigned = Assigned to you
home-assigned-from = from { $from }
settings-assignments = Assignments
settings-assignments-text = Your trainer may have sent you an assignment file. Its name ends in .e18a.
settings-assignments-link = Open an assignment file
settings-trainers = Trainers you trust
settings-trainers-none = You trust no trainer yet. Results that you save open for nobody until you do.
settings-trainers-text = Only these trainers can open results that you save for them. The six words are those of their key.
settings-trainers-link = Save results, or trust another trainer, in your record
opened-title = Open an assignment file
opened-lede = A trainer’s file puts what you are asked to do on your home page, with the day by which it is due. Nothing about you is sent back.
opened-choose = Choose the file
opened-unknown = This file is from a trainer whom this computer does not know
opened-unknown-from = It says that it comes from: { $from }
opened-unknown-no-name = It does not say who it comes from.
opened-unknown-words = Its key in six words
opened-unknown-why = A name can be written by anybody; the words cannot be copied. Ask your trainer for the six words, by telephone or in person, and compare. If one differs, do not trust the file.
opened-trust = The words are the same: trust this trainer
opened-not = Do not trust it
opened-not-done = The file was not opened. Nothing was changed.
opened-taken = { $count ->
    [0] There is nothing for you to do in this file
    [one] One thing is assigned to you
   *[other] { $count } things are assigned to you
  }
opened-from = Signed by { $from }. Unchanged since { $date }.
opened-taken-none = If you expected something, look whether you are learning under the name or code that your trainer knows.
opened-home = Go to my home page
opened-refused = This file was not opened
opened-fault-other = It is not an assignment file. Assignment files end in .e18a.
opened-fault-newer = It was made by a later version of this app. Update the app and open it again.
opened-fault-changed = It is not as it was when it was signed: it was changed or damaged on the way. Ask your trainer to send it again.
opened-fault-older = A later file of this trainer was opened here already. Nothing was changed.
opened-fault-read = The file could not be read. Copy it to this computer and try again.
seen-revisits = Steps you were asked to do again
seen-revisit = { $step } in { $module }, done { $date }
