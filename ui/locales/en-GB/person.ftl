# Taking a person out of the trainer's store.

forget-title = Take this person out
forget-what = Everything that was collected of this person goes: the name, every answer, every result, also out of the daily copies. It cannot be undone. Figures over everybody are then without this person.
forget-stays = Tables and files that you have saved elsewhere stay as they are. If another result of this person is brought in later, the person is here again.
forget-learns-here = This person still learns on this computer, and is collected again each time this area is opened. First the person’s own data has to be erased there: My data, Erase everything. After that you can take the person out here.
forget-word = REMOVE
forget-type = To take this person out, type { $word }
forget-missing = Type { $word } first. Nothing has been taken out.
forget-action = Take this person out for good
forget-done = The person has been taken out.
