# Modules of one's own in the pack builder: their pages and questions, and the preview.

## The list

own-lede = Write pages and questions of your own, and look at every module as your people will see it.
own-title = Title of the module
own-title-hint = A few words, as learners read them
own-title-missing = Write a title for the module
own-add = Make a module
own-modules = Modules of this pack
own-write = Write
own-see = See it as learners do

## One module

own-to-do = Still to do for the module
own-pages = Pages
own-questions = Questions
own-no-pages = No page yet. A module has at least one.
own-no-questions = No question yet. The final check draws from them.
own-add-page = Add a page
own-add-question = Add a question
own-page-nameless = Page without a heading
own-question-nameless = Question without words
own-practice = Practice
own-problems = { $count ->
    [one] { $count } to mend
   *[other] { $count } to mend
}
own-up = Up
own-down = Down
own-earlier = Up: { $title }
own-later = Down: { $title }
own-remove = Remove
own-remove-it = Remove: { $title }
own-gone = Removed from its file: { $title }
own-put-back = Put it back
own-head = What the module says of itself
own-summary = In one sentence
own-summary-hint = Shown in the list of modules
own-when = When it happens
own-when-hint = In words, such as: The first hour
own-outcomes = After this you can …
own-outcome = Outcome { $number }
own-outcome-more = Add an outcome
own-check = Final check
own-draw = Questions in one try
own-draw-hint = At most as many as there are for the final check
own-pass = Pass mark, per cent
own-pass-hint = 1 to 100
own-tries = Tries
own-tries-hint = 0 for as many as wanted
own-back = Back to your modules
own-remove-module = Remove this module
own-remove-ask = Remove this module?
own-remove-text = This deletes { $lesson } and { $quiz } from the folder of the pack. It cannot be undone here.
own-remove-no = Keep it
own-remove-yes = Delete both files
own-files = Pages stand in { $lesson } and questions in { $quiz }, in { $folder }. An editor may go on with them.

## Questions of other programs

found-choose = Take questions from a file
found-hint = GIFT or Moodle XML, as Moodle and other programs export them. You see what comes of it before anything is written.
found-would = { $count ->
    [0] { $file } holds no question that can be taken
    [one] { $file } holds { $count } question that can be taken
   *[other] { $file } holds { $count } questions that can be taken
}
found-taken = { $count ->
    [one] { $count } question was taken
   *[other] { $count } questions were taken
}
found-form = Read as { $form }.
found-to-do = { $count ->
    [one] One of them needs something from you before the pack can be signed.
   *[other] { $count } of them need something from you before the pack can be signed.
}
found-line = line { $line }
found-left = { $count ->
    [one] { $count } question stays behind
   *[other] { $count } questions stay behind
}
found-take = { $count ->
    [one] Take it into this module
   *[other] Take them into this module
}
found-leave = Leave them
found-close = Done

## One page or question

part-page-of = Page { $position } of { $of }
part-question-of = Question { $position } of { $of }
part-title = Heading
part-body = Text
part-body-hint = An empty line begins a new paragraph, - begins an entry of a list, ### a small heading. **Strong**, *emphasis* and `code` stand between their signs.
part-insert = Put in:
part-block-decision = a decision
part-block-check = a practice question
part-block-reflection = a question to oneself
part-block-callout = a note
part-block-comparison = a comparison
part-practice = Practice questions of this module, by the name that a check block gives them:
part-ask = What is asked
part-kind = How it is answered
part-one = One option is right
part-several = Several may be right
part-option = Option { $number }
part-option-text = What it says
part-right = This is right
part-why = Why, or why not
part-idea = The wrong idea behind it
part-idea-none = None of these
part-option-add = Add an option
part-option-remove = Remove this option
part-option-remove-it = Remove this option: { $number }
part-step = The page that teaches it
part-pool = Where it is asked
part-pool-check = In the final check
part-pool-practice = On a page, as practice
part-pool-how = Put a practice question into the text of a page, with this name:
part-as-text = As it stands in { $file }, from line { $line }
part-as-text-page = The heading of this page is written in a way that the form does not show, so the page is changed as text.
part-as-text-question = This question has something that the form does not show, such as another type or a comment, so it is changed as text.
part-kept = Kept in the file.
part-writing = Not kept yet …
part-unkept = Not kept yet.
part-second-heading = A line that begins with ## starts another page. Write ### for a small heading, or add a page.
part-open-block = A block is not closed. End it with a line of three backticks.
part-not-one-question = This is no longer a single question. It begins with [[item]], once.
part-conflict-text = { $file } holds another text than the one that you began with. Yours is not kept. Take one of the two.
part-take-theirs = Take the text of the file
part-keep-mine = Put mine in its place
part-check = Check
part-check-good = Nothing is wrong here.
part-check-options = What is wrong with an option stands beside it.
part-line = Line { $line }:
part-seen = As learners see it
part-not-seen = It can be seen when the lines above are mended.
part-done = Back to the module
part-next-page = Next page
part-next-question = Next question
part-file = In { $file }, from line { $line }.

## As learners see it

preview-kicker = Preview
preview-of = Preview of { $title }
preview-note = Try it as a learner would. Nothing is kept.
preview-not-kept = Tried, and not kept
preview-check = Questions of the final check
preview-nothing = There is no question for the final check yet.
preview-next = Next page
preview-back = Page before
preview-done = Leave the preview
