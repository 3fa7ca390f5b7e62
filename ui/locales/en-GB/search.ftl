# Glossary and search.

rail-glossary = Glossary
glossary-lede = { $count ->
    [one] One word of the course, explained.
   *[other] { $count } words of the course, each explained in a sentence or two.
  }
glossary-search = Find a word
glossary-none = No word begins like that.
glossary-found = { $count ->
    [0] No word found
    [one] One word found
   *[other] { $count } words found
  }
term-example = In the case
term-also = Also written
term-steps = Where the course uses it
term-step-of = Module { $module }, step { $step }
term-no-steps = No step uses this word yet.
term-all = All words from A to Z
term-missing = There is no such word

rail-search = Search
shortcut-search = Search and commands
palette-title = Search, or say what to do
palette-list = What was found
palette-terms = Words of the glossary
palette-steps = Steps
palette-questions = Questions that you have seen
palette-nearest = Words that look like it
palette-commands = Do something
palette-count = { $count ->
    [one] One result in the course
   *[other] { $count } results in the course
  }
palette-count-more = The best { $count } of more results in the course. Another word narrows them.
palette-none = Nothing found in the course
palette-failed = The search did not work just now. Type again to try once more.
palette-glossary-only = You are answering a question of a check. Until you leave it, only the glossary is searched.
palette-keys = Up and down to choose, Enter to open, Esc to close
command-go = Go to { $place }
command-light = Light theme
command-dark = Dark theme
command-system = Theme of this computer
