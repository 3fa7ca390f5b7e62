# What the check of a pack says, for what is written in the builder. Others are shown in the words of the check.

problem-bad-id = { $id } cannot be a name: use 2 to 64 of a-z, 0-9 and -, beginning with a letter.
problem-before-first-step = This stands before the first page. Begin with the heading of the page.
problem-bidi-control = A character here changes the direction of the text and cannot be seen. Delete it and type the words again.
problem-hidden-character = A character here cannot be seen. Delete it and type the words again.
problem-control-character = A control character stands here. Delete it and type the words again.
problem-block-quote = A quotation needs a quote block, which names its source.
problem-check-question = { $id } belongs to the final check. Name a practice question here.
problem-dangling-question = This module has no question { $id }. Correct the name, or add the question.
problem-dangling-id = Nothing in the pack has the name { $id }. Correct it.
problem-duplicate-id = { $id } is used already. Give this one a name of its own.
problem-empty-step = This page is empty. Write it, or remove it.
problem-empty-text = Something is empty here. Write it.
problem-footnote = A footnote has no place here. Say it in the text.
problem-heading-level = Within a page headings begin with ###.
problem-image = A picture needs a figure block, which says it in words too.
problem-indented-code = This line is indented. Take the spaces at its beginning away.
problem-link = This leads to { $to }, and pages have no links. Write it as words.
problem-link-definition = A page has no links. Take this line away.
problem-link-plain = These words have no links and no pictures. Write it as words.
problem-list-entry = An entry of a list is one paragraph. End the list before anything else.
problem-long-sentence = A sentence has { $words } words, and at most { $most } are allowed. Split the one that begins “{ $begin } …”.
problem-long-step = This page has { $words } words, and at most { $most } are allowed. Shorten it, or make two pages of it.
problem-mark-plain = These words have no marks such as * or `. Write them without.
problem-missing-key = “{ $key }” is missing. Add it.
problem-missing-translation = “{ $key }” is missing in { $lang }. Add it.
problem-nested-mark = One mark stands within another. Use one at a time.
problem-no-decision = The first page of a module asks for a decision. Put a decision in.
problem-no-modules = A pack has at least one module. Choose one, or make one.
problem-no-steps = A module has at least one page. Add one.
problem-not-one-paragraph = Only one paragraph stands here. If a number, a dash or a # at its beginning is meant as it is, put a backslash before it.
problem-number = Write a number from { $least } to { $most }.
problem-passive-steps = Three pages in a row ask nothing of the reader. Put a decision, a practice question or a question to oneself into one of them.
problem-raw-html = HTML has no place here. Remove it, or write a tag that is meant as words between backticks.
problem-right-misconception = A right option has no wrong idea behind it. Take one of the two away.
problem-rule = A line across the page has no place here. Remove it.
problem-second-callout = A page holds at most one note. Join the two, or move one.
problem-small-bank = A try has { $draw } questions, and there are { $held } for the final check. Take fewer, or write more.
problem-table = A table needs a comparison block.
problem-task-list = A box to tick has no place here. Write a plain list.
problem-text-too-long = This is too long. Split it.
problem-toml-syntax = This block cannot be read: a quotation mark, a comma or a bracket is missing at or before this line.
problem-unclosed-block = This block is not closed. End it with a line of three backticks.
problem-unknown-attribute = The heading has something in braces that no heading has.
problem-unknown-block = { $kind } is no kind of block. Write one of: { $kinds }.
problem-unknown-key = { $key } has no place here. Remove it, or write one of: { $keys }.
problem-unknown-mark = A mark stands here that pages do not have. Remove it.
problem-unknown-word = { $word } is not one of: { $words }.
problem-unused-practice = No page uses the practice question { $id }. Put it into a page, or let the final check ask it.
problem-one-right = { $right ->
    [0] No option is marked as right. Mark one.
   *[other] { $right } options are marked as right. Mark exactly one.
}
problem-several-right = At least one option is right and at least one is not. Correct the marks.
problem-wrong-count = Write { $least } to { $most } of these. There { $found ->
    [one] is { $found }
   *[other] are { $found }
}.
