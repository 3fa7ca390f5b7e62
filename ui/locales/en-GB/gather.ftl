### A trainer collects from the organisation's record store.

gather-title = From a record store
gather-what = Learners who agreed send their final checks and answers to your organisation’s record store. You can collect them from there. Each answer is marked again on this computer.
gather-not = A store has no names, and nothing of the lessons, the inbox, the refresher or the ultimatum: these come with result files. No computer signs what lies in a store, so it is worth less as evidence. If a check also comes in a result file, the file counts.
gather-none = No store is named, so nothing is collected from one.
gather-never = Nothing has been collected from this store yet.
gather-until = Collected up to what was stored on { $time }.
gather-waiting = { $checks ->
    [one] { $checks } check waits for the rest of it, or for its pack.
   *[other] { $checks } checks wait for the rest of them, or for their pack.
}
gather-look = Look for new results
gather-look-all = Read everything again
gather-stop = Stop after this page
gather-go-on = Go on reading
gather-forget = Do not take these in
gather-back = Back
gather-remove = Collect from no store any more
gather-take = { $checks ->
    [0] Take note of these
    [one] Take { $checks } check in
   *[other] Take { $checks } checks in
}
gather-taken = { $checks ->
    [one] { $checks } check was taken in.
   *[other] { $checks } checks were taken in.
}
gather-read = { $statements ->
    [one] { $statements } statement read
   *[other] { $statements } statements read
} { $pages ->
    [one] on { $pages } page
   *[other] on { $pages } pages
}
gather-new = { $checks ->
    [one] { $checks } check is new.
   *[other] { $checks } checks are new.
}
gather-known = { $checks ->
    [one] { $checks } check was collected before.
   *[other] { $checks } checks were collected before.
}
gather-open = { $checks ->
    [one] Of { $checks } check something is missing. It waits for the rest.
   *[other] Of { $checks } checks something is missing. They wait for the rest.
}
gather-full = There is more than is read at a time. Take these in, then look again.
gather-wait = It asks for { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} of peace.
gather-left-not-ours = { $count ->
    [one] { $count } statement is of another program and is left out.
   *[other] { $count } statements are of other programs and are left out.
}
gather-left-not-whole = { $count ->
    [one] { $count } statement is not as this app makes them and is left out.
   *[other] { $count } statements are not as this app makes them and are left out.
}
gather-left-no-pack = { $count ->
    [one] { $count } check is of a pack that is not open on this computer. It waits.
   *[other] { $count } checks are of packs that are not open on this computer. They wait.
}
gather-left-does-not-fit = { $count ->
    [one] { $count } check could not have happened with its pack and is left out.
   *[other] { $count } checks could not have happened with their packs and are left out.
}
