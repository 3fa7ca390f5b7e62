# Stores agreed on with a works council, and how their figures are told.

council-legend = What will be shown
council-persons = Each person by name
council-persons-note = Who has come how far, every answer of a final check, and who may need help.
council-groups = Groups only
council-groups-note = For agreements with a works council. No person is shown, and names are not kept here. Counts of too few people are withheld.
council-size = People in the smallest group
council-decided = Groups only, as your organisation has decided for this computer. No person is shown, and names are not kept here.
council-size-note = From { $least } to { $most }. A count of fewer people is never shown, nor anything from which it could be worked out.
council-for-ever = This cannot be changed later: not in the settings, not with the passphrase, not by editing a file.
council-size-wrong = Enter a number from { $least } to { $most }
council-banner = Groups only
council-banner-note = This store shows no person and no count of fewer than { $smallest } people.
council-headline = { $people } people learn here
council-headline-few = Fewer than { $smallest } people learn here: nothing can be shown yet
council-withheld = Withheld
council-module-none = Too few people, or too much alike, to show how they stand.
council-module-completed = { $count } of { $people } completed
council-module-started = { $count } of { $people } started and have not completed
council-module-not-started = { $count } of { $people } not started
council-module-others = { $count } others: which of the rest applies to them is withheld
council-why-title = Why some counts are withheld
council-why = A count of fewer than { $smallest } people could point to a person. Where one count is withheld a second one goes with it, because the small one could otherwise be found by subtraction. Where everybody stands alike nothing is shown, because it would be true of each of them.
