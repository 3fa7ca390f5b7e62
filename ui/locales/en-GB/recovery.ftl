# The recovery code of the trainer's store.

recovery-forgotten = I have forgotten the passphrase
recovery-back = I have the passphrase after all
recovery-title = Open with the recovery code
recovery-lede = Type the nine words from the paper and choose a new passphrase. The old passphrase and this code open nothing afterwards.
recovery-code-label = Recovery code
recovery-code-hint = Nine words of five letters, in their order. Capitals and the space between them do not matter.
recovery-passphrase = New passphrase
recovery-open = Open and change the passphrase
recovery-missing = Enter the recovery code
recovery-count = A recovery code has nine words: { $words ->
    [one] this is one
   *[other] these are { $words }
}
recovery-word = Word { $number } cannot be right: “{ $word }”

# The page that shows a code.
recovery-code-title = Recovery code
recovery-write = Write down the recovery code
recovery-write-lede = It opens this store once, should the passphrase be lost. It is shown now and never again.
recovery-words = The nine words
recovery-where = Keep it on paper, away from this computer, where you keep other keys. Whoever has it and this computer can open the store.
recovery-void = The code from before opens the store until you say that you have this one.
recovery-save = Save as PDF to print
recovery-saved = Saved as { $path }. Print it, then delete the file: on this computer it protects nothing.
recovery-have = I have it on paper
recovery-later = Not now
recovery-keeping = Keeping the code…
recovery-exists = This store has a recovery code
recovery-exists-lede = It was shown when it was made and cannot be shown again. If the paper is lost, or somebody else has seen it, make a new one.
recovery-make-new = Make a new code
recovery-paper-title = Recovery code of the trainer’s area
recovery-paper-sentence = Opens the trainer’s store of Eighteen Days once when its passphrase is lost: choose “I have forgotten the passphrase”. Keep it away from the computer.
recovery-paper-number = Number
recovery-paper-word = Word

# On the overview.
recovery-none = There is no recovery code.
recovery-none-note = If the passphrase is lost, nobody can open this store.
recovery-make = Make a recovery code
recovery-is-kept = A recovery code was made for this store.
recovery-renew = Make a new one
