# The pack builder, and what learners see of an organisation.

make-kicker = Make a pack
make-pages = Pages of this pack
make-page-modules = Modules and languages
make-page-texts = Your words
make-page-own = Your own modules
make-page-due = By when
make-page-branding = Logo and colour
make-page-sign = Check and sign
make-back = Back: { $page }
make-next = Next: { $page }
make-saved = Every change is kept at once in { $folder }. Its files can be opened in any editor.
make-not-begun = The first choice begins a pack. It is kept at once, and you can come back to it on any day.
make-lost = The pack that you worked on is not at { $folder } any more, or its folder holds something that no pack has. Put it back and come here again, open another one, or begin a new one.
make-another = Another pack
make-another-text = This one stays where it is.
make-new = Begin a new one
make-open = Open a folder

# Modules and languages
make-modules-lede = Take what your people need. What the modules need besides, such as sources, terms and figures, comes along.
make-modules = Modules
make-module = { $number }. { $title }
make-minutes = { $time }
make-own = This module was changed by hand, so it leaves the pack in its folder only.
make-more = What comes with them
make-inbox = The inbox: messages to judge
make-story = The ultimatum: the branching story
make-assessment = A final assessment over these modules
make-sum = { $modules ->
    [0] No module is chosen yet.
    [one] 1 module, { $questions } questions, { $time }
   *[other] { $modules } modules, { $questions } questions, { $time }
  }
make-languages = Languages of your own words
make-languages-text = The modules stay in { $language }. Your welcome and your contacts are shown in the reader’s language where it is here, and otherwise in the first of these.
make-language-first = { $language } (first)
make-language-other = Another language
make-language-other-hint = Its tag, such as sv or pt-BR
make-language-add = Add the language

# Your words
make-texts-lede = Learners read this before they begin, and on the home page. Plain sentences, no links.
make-title = Title of the course
make-name = Name of your organisation
make-name-hint = As your people say it
make-report = Where to report something odd
make-report-hint = An address, a number or a page. It is shown as it stands.
make-in = In { $language }
make-welcome = Welcome
make-contact = Whom to ask

# By when
make-due-lede = A day by which everybody takes the modules of this pack. It travels with the pack, and Home shows it until a module is done.
make-due = The day
make-due-use = Ask for it by this day
make-due-none = Ask for no day
make-due-wrong = This is no day from today on. Write day, month and year as numbers.
make-due-is = { $day }, { $when }.
make-due-not = No day is asked for.

# Logo and colour
make-branding-lede = Your logo and one colour. Colours of states, the mark of the focus and the fonts stay as they are, so that every page stays readable.
make-logo = Logo
make-logo-text = A PNG of at most 512 KiB, or a plain SVG in the shapes of the format. It is shown about three lines high.
make-logo-choose = Choose the logo
make-logo-change = Choose another logo
make-logo-dark-choose = Choose one for dark ground
make-logo-dark-change = Choose another one for dark ground
make-logo-remove = Take the logo away
make-logo-dark-remove = Use the first one on dark ground too
make-logo-on-light = On light ground
make-logo-on-dark = On dark ground
make-logo-same = The same as on light ground
make-logo-words = The logo as words, in { $language }
make-logo-words-hint = For people who hear the page. Your name is enough.
make-accent = Colour
make-accent-text = Six digits, as a style sheet has them: #3584e4.
make-accent-field = Your colour
make-accent-use = Use this colour
make-accent-none = Use the colour of the app
make-accent-wrong = This is no colour. Write a # and six digits from 0 to 9 and a to f.
make-accent-light = In the light theme
make-accent-dark = In the dark theme
make-accent-stays = Your colour has a contrast of { $before } to 1 where it is weakest. It is used as it is.
make-accent-adjusted = Your colour has a contrast of { $before } to 1 where it is weakest, and 4.5 to 1 is needed. This one is used: { $tone }, { $after } to 1.
make-accent-before = Yours
make-accent-after = Used
make-sample = A button

# What learners see
make-shown = What learners see
make-shown-theme = In the theme
make-shown-reader = Somebody who reads

# Check and sign
make-sign-lede = A pack is handed out when nothing in it is wrong and somebody answers for it with a key.
make-check = Check
make-check-good = Nothing is wrong: the pack can be signed.
make-check-problems = { $count ->
    [one] One thing has to be mended first.
   *[other] { $count } things have to be mended first.
  }
make-problem-file = { $file }, line { $line }
make-problem-mend = Mend it: { $page }
make-problem-part = Mend it where it is written
make-problem-module = Mend it: this module
make-problem-editor = In an editor, in the folder of the pack.
make-version = Version { $version }
make-version-text = A pack that is installed makes room only for a higher version.
make-version-raise = Make it version { $next }
make-key = Key
make-key-none = No key yet. If your organisation has one, choose its file org.key; otherwise make one, once.
make-key-words = Its six words
make-key-gone = The key was here and is not there now. Put it back, or choose another one.
make-key-choose = Choose a key
make-key-another = Choose another key
make-key-make = Make a key
make-key-make-text = Two files are written to a folder of your choice: org.key signs and stays with you, org.pub goes to those who check. Keep a copy of org.key where you keep such things, and off shared disks.
make-key-new-passphrase = Passphrase for the new key
make-key-new-hint = Nobody can make it up again. Four words that do not belong together are good.
make-key-now = Choose the folder and make it
make-passphrase = Passphrase of the key
make-passphrase-missing = Enter the passphrase of the key
make-sign = Sign and save
make-signing = The pack is signed
make-signing-progress = { $done } of { $of } files hashed
make-signing-stopped = Stopped. There is no signed pack.
make-signed = Version { $version } is signed
make-signed-at = It stands at { $path }: { $files ->
    [one] 1 file
   *[other] { $files } files
  }, { $size } kB.
make-signed-words = Tell those who install it the six words of your key, by telephone or in person:
make-signed-show = Show it in its folder

# What an organisation says to learners
organisation-welcome = From { $name }
organisation-contact = Whom to ask
organisation-report = Report something odd
organisation-other-language = { $name } has not said this in your language. These words are in { $language }.
