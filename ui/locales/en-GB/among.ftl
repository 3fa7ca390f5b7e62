## Of whom reports are told: one filter for all of them

among-legend = Of whom
among-group = Group
among-everybody = Everybody
among-when = Finished
among-any-time = At any time
among-last-days = In the last { $days } days
among-between-days = Between two days
among-from = From, as in { $example }
among-to = To, as in { $example }
among-no-day = This is no day. Write year, month and day, as in { $example }.
among-turned = The second day is before the first.
among-without-days = This report has no days, so it is told of any time.
among-forks = Decisions are collected without a name and without a day, so this report is always of everybody.
among-headline = { $whom }: { $headline }
among-since = { $whom }, since { $from }
among-until = { $whom }, until { $to }
among-on = { $whom }, on { $from }
among-between = { $whom }, { $from } to { $to }
among-nobody = nobody is in this group yet
