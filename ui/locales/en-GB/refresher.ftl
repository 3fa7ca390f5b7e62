# The refresher: questions that come back before they are forgotten.

rail-refresher = Refresher

refresher-due = { $cards ->
    [one] One card, about { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
      }
   *[other] { $cards } cards, about { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
      }
  }
refresher-kicker = Refresher
refresher-lede = Questions you have answered and messages you have judged come back here shortly before you would forget them. No day asks for more than ten, and what you miss is spread over the days that follow. You can leave at any moment.
refresher-lede-back = Welcome back. It has been a while, so a short round of five is enough for today. The other cards are spread over the days that follow.
refresher-start = Start
refresher-start-five = Start with five cards
refresher-start-all = { $cards ->
    [one] Take the one card that is due
   *[other] Take all { $cards } of today
  }
refresher-empty = Nothing to refresh yet
refresher-empty-lede = Every question that you answer in a step or a check, and every message that you judge in the inbox, comes back here a few days later, a few cards at a time.
refresher-to-modules = Go to the modules
refresher-nothing = Nothing is due today
refresher-done = Done for today
refresher-answered = { $cards ->
    [one] You have answered one card today.
   *[other] You have answered { $cards } cards today.
  }
refresher-next = { $cards ->
    [one] One card comes back on { $day }.
   *[other] { $cards } cards come back on { $day }.
  }
refresher-anyway = Practise anyway
refresher-anyway-note = { $cards ->
    [one] One card, although it is not due
   *[other] Up to { $cards } cards, although they are not due
  }
refresher-home = Back to Home

## A card

card-position = Card { $position } of { $of }
card-module = Module { $number }
card-message = From the inbox
card-message-ask = A message you have judged before
card-title = Card { $position } of { $of }: { $ask }
card-check = Check my answer
card-not-saved = Your answer is not saved yet
card-leave = Leave the refresher
card-leave-note = Your answers are saved.
card-undo = Take the last answer back
card-undone = The last answer is taken back. Its card is asked again.
card-next = Next card
card-finish = Finish

## How it went

grade-ask = When should this come back?
grade-own = Your answer has set the day. Change it where that does not fit: perhaps you slipped, or were lucky.
grade-own-changed = You have set the day.
grade-again = Again
grade-hard = Hard
grade-good = Good
grade-easy = Easy
grade-day = on { $day }
# Heard and not seen, between the grade and its day.
grade-next = , it comes back
grade-not-saved = The change is not saved

## Home

home-refresher = Refresher
home-refresher-start = Start the refresher

## Keys

shortcut-undo = Take back the last answer in the refresher
shortcut-grades = Say when a card comes back, inside that group (can be switched off in Settings)
