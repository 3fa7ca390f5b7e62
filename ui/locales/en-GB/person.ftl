# Taking a person out of the trainer's store.

forget-title = Take this person out
forget-what = Everything that was collected of this person goes: the name, every answer, every result, your notes, also out of the daily copies. It cannot be undone. Figures over everybody are then without this person.
forget-stays = Tables and files that you have saved elsewhere stay as they are. If another result of this person is brought in later, the person is here again.
forget-learns-here = This person still learns on this computer, and is collected again each time this area is opened. First the person’s own data has to be erased there: My data, Erase everything. After that you can take the person out here.
forget-word = REMOVE
forget-type = To take this person out, type { $word }
forget-missing = Type { $word } first. Nothing has been taken out.
forget-action = Take this person out for good
forget-done = The person has been taken out.

## Who stands beside

person-beside = Before and after in the list
person-before = Previous: { $name }
person-after = Next: { $name }
person-place = { $place } of { $people }, by name
shortcut-previous = On a person’s page of the trainer: the previous person
shortcut-next = On a person’s page of the trainer: the next person

## Results by topic

person-topics = Answers by topic
person-topics-about = Over all finished checks. A question with several topics counts in each of them; one without a topic is left out.
person-topic = { $right } of { $asked } right

## Activity

person-activity = Activity
person-activity-none = Nothing yet. Steps and checks stand here with their dates.
person-did-first-step = Finished the first step of module { $number }, { $title }.
person-did-all-steps = Finished all steps of module { $number }, { $title }.
person-did-begin = { $form ->
    [assessment] Began { $title }, try { $try }. It is not finished.
    [testOut] Began the pre-check of module { $number }, { $title }. It is not finished.
   *[check] Began the check of module { $number }, { $title }, try { $try }. It is not finished.
  }
person-did-pass = { $form ->
    [assessment] Passed { $title }, try { $try }: { NUMBER($points, maximumFractionDigits: 2) } of { $of } points.
    [testOut] Passed the pre-check of module { $number }, { $title }: { NUMBER($points, maximumFractionDigits: 2) } of { $of } points.
   *[check] Passed the check of module { $number }, { $title }, try { $try }: { NUMBER($points, maximumFractionDigits: 2) } of { $of } points.
  }
person-did-finish = { $form ->
    [assessment] Finished { $title }, try { $try }, below the pass mark: { NUMBER($points, maximumFractionDigits: 2) } of { $of } points.
    [testOut] Finished the pre-check of module { $number }, { $title }, below the pass mark: { NUMBER($points, maximumFractionDigits: 2) } of { $of } points.
   *[check] Finished the check of module { $number }, { $title }, try { $try }, below the pass mark: { NUMBER($points, maximumFractionDigits: 2) } of { $of } points.
  }

## Notes

person-notes = Your notes
notes-private = Only in this trainer’s store. The person does not see them in the app and may ask you to show them, so write what you would also say. They are in no report, and they go when the person is taken out.
note-new = New note
note-add = Add note
note-added = The note is saved.
note-edit = Change
note-edit-of = Change the note of { $when }
note-change-label = Change the note
note-change = Save the change
note-changed = The change is saved.
note-leave = Leave it as it was
note-missing = Write something first. Nothing has been saved.
note-remove = Remove
note-remove-of = Remove the note of { $when }
note-remove-title = Remove this note?
note-remove-about = It cannot be undone.
note-remove-sure = Remove the note
note-removed = The note has been removed.
note-keep = Keep it
note-export = Save notes as CSV
