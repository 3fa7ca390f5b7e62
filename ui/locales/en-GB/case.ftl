# The case as it was known on a day.

rail-case = The case
case-title = The case as it was known
case-sentence = On { $date }, { $confirmed ->
    [0] nothing was confirmed yet
    [one] one thing was confirmed
   *[other] { $confirmed } things were confirmed
  }; the gang { $claimed ->
    [0] had claimed nothing beyond that
    [one] claimed one more
   *[other] claimed { $claimed } more
  }.
case-open = { $disputed ->
    [0] { $disproved ->
        [0] { "" }
        [one] One thing said before was known to be wrong.
       *[other] { $disproved } things said before were known to be wrong.
      }
    [one] { $disproved ->
        [0] One was disputed.
        [one] One was disputed, and one was known to be wrong.
       *[other] One was disputed, and { $disproved } were known to be wrong.
      }
   *[other] { $disproved ->
        [0] { $disputed } were disputed.
        [one] { $disputed } were disputed, and one was known to be wrong.
       *[other] { $disputed } were disputed, and { $disproved } were known to be wrong.
      }
  }
case-news = { $fresh ->
    [0] { $changed ->
        [0] Nothing was new since the day before.
        [one] One was seen differently than on the day before.
       *[other] { $changed } were seen differently than on the day before.
      }
    [one] { $changed ->
        [0] One was new since the day before.
        [one] One was new since the day before, and one was seen differently.
       *[other] One was new since the day before, and { $changed } were seen differently.
      }
   *[other] { $changed ->
        [0] { $fresh } were new since the day before.
        [one] { $fresh } were new since the day before, and one was seen differently.
       *[other] { $fresh } were new since the day before, and { $changed } were seen differently.
      }
  }

case-pick = Choose a day
case-range = Day of the case
case-rule-start = March 2023
case-scales = Two scales: the eighteen days stand in the middle, day by day. The time before and after them is drawn in months. Each dot is a day on which something became known.
case-earlier = What came before
case-next = What came next
case-earliest = Nothing before
case-latest = Nothing after
case-day = Go to a day
case-day-hint = Year, month, day: { $example }
case-day-none = This is no day. Write it as { $example }.
case-day-outside = Choose a day from 1 March 2023 to today.
case-go = Go
case-topic = What it is about
case-topic-all = The whole case

case-confirmed = Confirmed ({ $count })
case-claimed = Claimed by the gang ({ $count })
case-disputed = Disputed ({ $count })
case-disproved = Known to be wrong by then ({ $count })
case-show-all = Show all { $count }
case-new-tag = New on this day
case-changed-tag = Before this day: { $status }
case-stale-tag = To be looked at again
case-about = About { $date }
case-known = known by { $date }
case-since = so since { $date }, before that: { $before }
case-later = What became of it
case-taught = Where the course speaks of it
case-today = Today:
case-step-of = Module { $module }:
case-stale = { $count ->
    [one] One of these statements is past the day by which it was to be looked at again. It is marked below.
   *[other] { $count } of these statements are past the day by which they were to be looked at again. They are marked below.
  }
case-nothing = Nothing of this was known yet on that day.
case-note = A statement stands here from the day by which it was public. Where the sources give a month or a year only, that is its last day, so nothing appears too early. “Confirmed” can also mean: it is confirmed that somebody said it.
claim-in-case = See the case on the day this became known
claim-history = How sure it was
claim-history-entry = { $status }, from { $date }
claim-stale-mark = , to be looked at again
