# The window around every screen, and words that every screen uses.

skip-link = Skip to the content
rail-label = Places
rail-home = Home
rail-keys = Keyboard
data-stays = Data stays on this computer unless you agree otherwise.
no-name-yet = No name given
switch-learner = Somebody else is learning

loading = Loading …
try-again = Try again
close = Close
copied = Copied.
duration-none = less than a second

failure-details = Details
failure-copy = Copy details
error-its-folder = its folder
error-summary = There is something to correct

notice-title = The file with your results was damaged
notice-restored = Eighteen Days has put a backup in its place. It holds everything up to { $date }. What came after that is missing.
notice-set-aside = Eighteen Days has begun a new, empty file. Nothing was deleted.
notice-where = The damaged file was kept here, in case somebody can read it:
notice-done = I have read this

# Keys

shortcuts-title = Keys in this window
shortcut-primary = The main button of the page: Continue, Decide, Check
shortcut-back = Back to where you came from
shortcut-settings = Settings
shortcut-larger = Larger text
shortcut-smaller = Smaller text
shortcut-normal = Normal text size
shortcut-region = Next or previous part of the window
shortcut-help = This list
shortcut-tab = Next or previous control
shortcut-options = Move between the options of a question
shortcut-timeline = Earlier or later on a timeline
shortcut-digits = Choose an option, inside a question (can be switched off in Settings)
shortcut-close = Close a dialog or a card

key-ctrl = Ctrl
key-alt = Alt
key-shift = Shift
key-enter = Enter
key-tab = Tab
key-space = Space
key-esc = Esc
key-or = or

# What a pack says, and how sure it is

claim-mark = ({ $status }: show the source)
claim-confirmed = Confirmed
claim-claimed = Claimed by the gang
claim-disputed = Disputed
claim-disproved = Later disproved
claim-date = { $precision ->
    [month] The month it is about
    [year] The year it is about
   *[day] The day it is about
  }
claim-known = Became known
claim-sources = { $count ->
    [one] Source
   *[other] Sources
  }
claim-later = What became of it
card-stale = This was to be looked at again by { $date }. It may be out of date.
