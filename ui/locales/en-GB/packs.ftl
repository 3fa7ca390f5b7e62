# Packs of this computer, and whose signatures it takes.

settings-packs = Packs and signers
settings-packs-text = Courses come as packs, signed by whoever made them.
settings-packs-link = See what is installed, and look at a pack

packs-title = Packs and signers
packs-lede = A pack is a course as one file. Look at one before it is installed: this page says who signed it, and whether anything has changed since.
packs-choose = Look at a pack
packs-choose-another = Look at another one
packs-drop = Or drop it on this window. Packs end in .e18p; what an organisation says of its key ends in .e18s.

# The verdict, in one sentence and in a few words
packs-signed = Signed by { $name }, unchanged
packs-unknown = Signed by someone this computer does not know
packs-revoked = Signed by { $name } with a key that was revoked: do not use
packs-revoked-unknown = Signed with a key that was revoked: do not use
packs-replaced = Signed by { $name } with a key that has been replaced
packs-changed = Changed after signing: do not use
packs-unsigned = Not signed
packs-other = This is not a pack
packs-newer = Made by a later version of this app
packs-tag-signed = Signed and unchanged
packs-tag-unknown = Signer not known here
packs-tag-revoked = Key revoked
packs-tag-replaced = Key replaced
packs-tag-changed = Changed
packs-tag-unsigned = Not signed
packs-tag-other = Something else
packs-tag-newer = Too new

# What stands in the way, and what to do
packs-way-changed = It cannot be installed, and nothing in it is believed. It may have been damaged on the way: ask for it again, and compare what comes.
packs-way-unsigned = Nobody answers for what is in it. Packs that are not signed are not installed on this computer.
packs-way-no-key = Its signature names no key, so there are no words to compare. Ask whoever sent it to sign it with “eighteen pack sign”, or an administrator to add the key.
packs-way-unknown = Every byte is as it was signed; this computer cannot say by whom.
packs-way-replaced = The organisation signs with another key now. Ask for the pack signed with the new one.
packs-way-revoked = The organisation says that this key is worth nothing any more: somebody else may have it. Ask for the pack signed with another key.
packs-way-problems = Something in it is not as the app needs it, so it cannot be installed. Send what is below to whoever made it.
packs-way-older = Version { $highest } was here already, and a lower one never takes its place.
packs-way-same = This very pack is installed.
packs-way-same-version = A pack with this version and other content is here. Whoever made it has to give the new one a higher version.
packs-problems = What is not as it should be
packs-detail = What was found
packs-not-read = This file could not be read
packs-not-read-text = Copy it to this computer and try again. A pack has at most 200 MiB.

# The signer
packs-signer = Who signed it
packs-signer-name = Known here as
packs-signer-words = The key in six words
packs-signer-hex = The key in full
packs-compare = A name can be written by anybody; the words cannot be copied. Ask the organisation for its six words, by telephone or in person, and compare them with these. If one differs, do not trust the key.
packs-name = Whose key it is
packs-name-hint = So it is called on this computer. Taken from the pack, which nobody has vouched for yet.
packs-trust = The words are the same: trust this key
packs-leave = Do not trust it

# What is in it
packs-inside = What is in it
packs-course = Course
packs-version = Version
packs-publisher = Published by, as it says
packs-language = Language
packs-contents = Contents
packs-contents-value = { $modules ->
    [one] 1 module
   *[other] { $modules } modules
  }, { $questions ->
    [one] 1 question
   *[other] { $questions } questions
  }, { $time }
packs-size = Size
packs-size-value = { $files ->
    [one] 1 file
   *[other] { $files } files
  }, { $size } kB
packs-change = What is another than in version { $from }, which is here
packs-change-none = Modules and questions are the same as in version { $from }, which is here.
packs-change-new = No version of it is on this computer. It will stand beside the courses that are here.
packs-modules-added = { $count ->
    [one] 1 new module
   *[other] { $count } new modules
  }
packs-modules-removed = { $count ->
    [one] 1 module that goes
   *[other] { $count } modules that go
  }
packs-modules-changed = { $count ->
    [one] 1 changed module
   *[other] { $count } changed modules
  }
packs-questions-added = { $count ->
    [one] 1 new question
   *[other] { $count } new questions
  }
packs-questions-removed = { $count ->
    [one] 1 question that goes
   *[other] { $count } questions that go
  }
packs-questions-changed = { $count ->
    [one] 1 changed question
   *[other] { $count } changed questions
  }
packs-keeps = What has been learned and every result stay. A check that is open keeps the questions that it began with.
packs-install = Install version { $version }
packs-installed = Version { $version } is installed
packs-installed-taught = It is the course that is open. A check that was open keeps its questions.
packs-installed-beside = It stands beside the course that is open. Everybody who learns on this computer opens the same course.
packs-open = Open this course
packs-open-of = Open this course: { $title }
packs-home = Go to the home page

# What an organisation says of its key
packs-key-changed = { $name } signs with a new key from now on
packs-key-changed-text = The key before it signed this. What that one signed and is installed stays; new packs have to be signed with the new one.
packs-key-before = The key before
packs-key-now = The key now
packs-key-revoked = { $name } says that a key is worth nothing any more
packs-key-revoked-unknown = A key is worth nothing any more
packs-key-revoked-text = What it signed is neither installed nor used on this computer from now on, and it is never trusted again.
packs-said-refused = Nothing was changed
packs-said-not-one = This says nothing about a key, or it was changed on the way. Ask for it again.
packs-said-newer = It was made by a later version of this app. Update the app and open it again.
packs-said-unknown = It is about a key that this computer does not know.
packs-said-not-signed = Nobody who may say this has signed it. Do not believe it.
packs-said-revoked = It is about a key that was revoked, which can name no other.
packs-said-replaced = The key that it is about has been replaced by another one already.
packs-said-known = It was opened here before.

# What is installed
packs-here = On this computer
packs-row = Version { $version } of { $date }
packs-row-no-date = Version { $version }
packs-row-signer = Key of { $name }: { $words }
packs-row-installed = Installed { $when }
packs-state-shipped = Part of the app
packs-state-signed = Signed and unchanged
packs-state-signed-before = Signed before the key was replaced
packs-state-unused = Not used
packs-state-open = Open now
packs-unused-damaged = Its file is missing or not the one that was installed. Install it again.
packs-unused-revoked = Its key was revoked. Install it again when it is signed with another one.
packs-unused-unknown = Its key is not trusted here any more.
packs-unused-unsigned = Nobody signed it, and that is not allowed here any more.
packs-unused-problems = This version of the app finds something wrong in it. Ask whoever made it for a newer one.
packs-passed-over = Version { $version } of { $title } was not used when the app started
packs-passed-over-used = Version { $used } is used in its place.
packs-passed-over-none = The course that is part of the app is used in its place.
packs-unsigned-allowed = An administrator allows packs that nobody signed on this computer.
packs-set-aside = What this computer trusted could not be read. It was kept at { $path }; nothing is trusted now, and packs have to be installed again.

packs-keys = Whose packs are taken
packs-keys-none = No key is trusted yet. The first pack of an organisation shows the words of its key; compare them once.
packs-key-no-name = Nobody who is known here
packs-key-since = Here since { $date }
packs-key-compared = somebody compared its words
packs-key-administrator = put here by an administrator
packs-key-change = named by the key before it
packs-key-revocation = only its revocation came here
packs-key-trusted = Trusted
packs-key-is-replaced = Replaced
packs-key-replaced-by = The key in its place: { $words }
packs-key-is-revoked = Revoked on { $date }
packs-key-forget = No longer trust this key
packs-key-forget-of = No longer trust this key of { $name }
packs-key-forget-sure = What it signed will not be used from then on, and what people have learned stays. Trust it no longer?
packs-key-forget-yes = Yes, no longer
packs-key-forget-no = Keep trusting it

about-unsigned = Nobody signed this course.

packs-make = Make a pack of your own
packs-make-text = For organisations: choose modules, add your own words and logo, sign the pack and hand it out.
packs-make-link = Make a pack
