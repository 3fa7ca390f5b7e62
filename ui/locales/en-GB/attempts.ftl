# Attempts beyond the plain final check: pauses, explanations at once, pre-checks, the assessment.

## Terms and pauses

check-terms-feedback-at-once = At once, after every answer
check-terms-change-at-once = Until an answer is saved. Then it is explained and stays.
check-terms-pause = { $minutes ->
    [one] One minute passes between two tries.
   *[other] { $minutes } minutes pass between two tries.
  }
check-terms-opens = The next try opens at { $time }.
check-pause = The next try opens at { $time }. Until then the steps are a good place to be.
terms-feedback-at-once = Every answer is explained at once, and then stays.

check-save-at-once = Save and see what is said
check-committed = This answer is saved and stays as it is.
review-look = Look
review-look-question = Look at question { $position }

## A pre-check

module-known = Shown to be known

test-out-ask = Do you know this already?
test-out-offer = { $questions ->
    [one] Answer one question. If you pass, you can skip the steps and save
   *[other] Answer { $questions } questions. If you pass, you can skip the steps and save
  } { $minutes ->
    [one] about one minute.
   *[other] about { $minutes } minutes.
  }
test-out-link = Try the pre-check
test-out-last = See the last result
test-out-known = You showed that you know this
test-out-known-note = You can skip the steps. They stay open, and so does the check.

test-out-kicker = Module { $number } · pre-check
test-out-title = Pre-check: { $module }
test-out-lede = { $minutes ->
    [one] Show that you know this module, and save about one minute.
   *[other] Show that you know this module, and save about { $minutes } minutes.
  }
test-out-questions = { $questions ->
    [one] One question
   *[other] { $questions } questions
  }, about { $minutes ->
    [one] one minute.
   *[other] { $minutes } minutes.
  }
test-out-pass = { $points } of { $questions } points show that you know the module.
test-out-explained = Every answer is explained at the end.
test-out-free = Not passing costs nothing. It uses up no try of the check, and you see what to read.
test-out-private = If you pass, your trainer sees that you knew the module, and your answers. If you do not, it stays with you.
test-out-open = You began this pre-check. Your answers are saved.
test-out-nothing = There is nothing to skip here: the steps are read, or the check is passed.
test-out-start = Start the pre-check
test-out-go-on = Go on with the pre-check
test-out-again = Try the pre-check again
test-out-result-title = Result of the pre-check: { $module }
test-out-saved = { $minutes ->
    [0] You know this module. The steps stay open.
    [one] You know this module. You can skip its steps and save about one minute. They stay open.
   *[other] You know this module. You can skip its steps and save about { $minutes } minutes. They stay open.
  }
test-out-not-yet = Now you know what to read. This cost you nothing.

## The assessment

assessment-kicker = All modules · final assessment
assessment-kicker-try = All modules · final assessment · try { $try }
assessment-modules-done = { $done ->
    [0] You have completed none of the { $of } modules yet. You may begin all the same.
    [one] You have completed one of { $of } modules.
   *[other] You have completed { $done } of { $of } modules.
  }
assessment-look = See what it asks
assessment-start = Start the assessment
assessment-go-on = Go on with the assessment
assessment-again = Take the assessment again
assessment-open = You began this assessment. Your answers are saved.
assessment-to-modules = Back to the modules
assessment-by-module = By module
assessment-passed = You have passed the final assessment. Everything is in your record.
