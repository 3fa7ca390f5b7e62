# What happened (title), and what was kept and what to do (advice).
# $path is a file or folder; $seconds a whole number of seconds; $time a day and a time of day.

error-store-too-new = These results were saved by a newer version of Eighteen Days
error-store-too-new-advice = Nothing was changed. Install the newest version of Eighteen Days, or ask whoever looks after this computer to do it. The results are in { $path }.

error-store-damaged = The file with your results is damaged
error-store-damaged-advice = Nothing was deleted. Give the file at { $path } to whoever looks after this computer: a copy of it may be readable. Then start Eighteen Days again.

error-store-busy = Another program is using the file with your results
error-store-busy-advice = Nothing was changed. Close other windows of Eighteen Days, wait a moment, and try again. The file is { $path }.

error-disk-full = The disk is full
error-disk-full-advice = What you did last was not saved; everything before it was. Free some space on the disk that holds { $path }, then try again.

error-erase-unfinished = Erasing has begun and is not finished yet
error-erase-unfinished-advice = What was erased stays erased, and nothing of it comes back. Some of the rest may still be in { $path }. If the disk that holds it is full, free some space; close other programs that use that folder. Then press the button again, or start Eighteen Days anew: it goes on by itself.

error-store-read-only = Eighteen Days cannot write its file
error-store-read-only-advice = Nothing was changed. Whoever looks after this computer can allow writing to { $path }.

error-store-on-network = Eighteen Days cannot keep results on a network drive
error-store-on-network-advice = Nothing was changed. When a network fails for a moment, a file there can lose answers that were saved. Whoever looks after this computer can move { $path } to a drive of this computer, or set EIGHTEEN_DATA_DIR to a folder there.

error-pack-invalid = The course did not pass its checks
error-pack-invalid-advice = Your results are untouched. Install Eighteen Days again, or ask whoever gave it to you for a new copy. The details say which file is at fault.

error-attempt-closed = This check is already finished
error-attempt-closed-advice = Its answers can no longer change. Open the result to see each answer explained.

error-no-tries-left = All tries of this check are used
error-no-tries-left-advice = Your results are kept. Ask your trainer if you need another try.

error-pause-running = The next try is not open yet
error-pause-running-advice = It opens at { $time }. Your results are kept, and every step can be read meanwhile.

error-answer-committed = This answer is already explained
error-answer-committed-advice = It stays as you gave it. Open the question again to see what is said about it.

error-not-found = That is not here any more
error-not-found-advice = It may have been changed or removed since this page was opened. Go to Home and continue from there.

error-response-invalid = The answer is not complete
error-response-invalid-advice = Your choice is still on the page. Look at it again, then save it.

error-name-taken = Somebody else on this computer has that name
error-name-taken-advice = Enter a different name or code, for example with your department.

error-name-invalid = The name is empty or too long
error-name-invalid-advice = Enter 1 to 80 characters.

error-trainer-locked = The trainer’s area is locked
error-trainer-locked-advice = Unlock it with the passphrase to go on.

error-wrong-passphrase = That is not the passphrase
error-wrong-passphrase-advice = Check capital letters and the keyboard’s language, then try again.

error-passphrase-wait = Too many wrong passphrases
error-passphrase-wait-advice = { $seconds ->
    [one] Wait one second, then try again.
   *[other] Wait { $seconds } seconds, then try again.
  }

error-passphrase-weak = That passphrase is too easy to guess
error-passphrase-weak-advice = Use at least 15 characters, for example four words that do not belong together.

error-too-long-for-paper = The report is too long for a PDF
error-too-long-for-paper-advice = Nothing was written. Choose CSV or a workbook: they have room for every row.
error-file-not-writable = The file could not be written
error-file-not-writable-advice = Nothing was exported to { $path }. Choose another folder, or close the program that has the file open.

error-internal = Something went wrong in Eighteen Days
error-internal-advice = What was saved before is safe. Try again. If it happens again, copy the details and give them to whoever looks after this computer.

error-recovery-mistyped = These nine words are not a recovery code
error-recovery-mistyped-advice = A letter is wrong or words have changed places. Compare them with the paper, one by one.
error-recovery-wrong = That is not the recovery code of this store
error-recovery-wrong-advice = Only the code that was made last opens it, and only once.
error-recovery-none = There is no recovery code for this store
error-recovery-none-advice = None was made, or the one that was made has been used. Only the passphrase opens the store.
error-group-size = That number of people does not work
error-group-size-advice = The smallest group is of 5 to 50 people.
error-persons-not-shown = This store shows no single person
error-persons-not-shown-advice = It was made for groups only, and that cannot be changed. Figures about groups are on the other pages.
error-assignment-invalid = This assignment is not complete
error-assignment-invalid-advice = Nothing was saved. Choose what to do, who does it, and a day from today on.

error-draft-lost = The folder of this pack cannot be read
error-draft-lost-advice = { $path } is not there, or holds something that no pack has. Nothing was changed. The details say what it is.
error-draft-changed = This was changed in its file meanwhile
error-draft-changed-advice = { $path } holds another text than the one shown here. Nothing was written over it.
error-questions-refused = No questions can be read from this file
error-questions-refused-advice = Questions come as GIFT or as Moodle XML, as Moodle and other programs export them. Nothing was changed. The details say what was found.
error-picture-refused = This picture cannot be the logo
error-picture-refused-advice = A logo is a PNG of at most 512 KiB that does not move, or a plain drawing as SVG in the few shapes and colours that the format describes. Most logos in SVG use more: save yours as PNG. The details say what was found.
error-key-missing = The key is not there
error-key-missing-advice = Nothing was signed. Put the stick or the folder with the key back, or choose another key.
error-key-invalid = This is not a key that signs
error-key-invalid-advice = The file that signs is called org.key. The one called org.pub is for those who check.
error-file-stands = Something stands there already
error-file-stands-advice = Nothing was written over: { $path }. Choose another folder.
error-pack-too-large = The pack is too large
error-pack-too-large-advice = A pack has at most 200 MiB. Nothing was signed. Take large pictures out, or make two packs.
