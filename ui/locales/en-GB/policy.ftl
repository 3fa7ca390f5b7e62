# What an organisation has decided for this computer: on About, and beside settings that it locked.

policy-title = { $organisation } decides some things here
policy-text = An administrator has put the organisation’s policy on this computer. You can read it.
policy-text-signed = Its policy is signed with the key of { $name }, which this computer trusts. The key in six words: { $words }.
policy-contact = Whom to ask
policy-file = Policy
policy-learners = Learners
policy-learners-value = Erased from this computer after { $days } days in which they did nothing. The app waits a week longer, and whoever comes back stays.
policy-people = People in a trainer’s store
policy-people-value = Erased from it after { $days } days in which they did nothing, and the same week.
policy-groups = Trainers’ stores made here
policy-groups-value = Show no person, and no group of fewer than { $people } people.
policy-erased = Erased so far
policy-erased-learners = { $people ->
    [one] { $day }: one learner, { $rows } entries
   *[other] { $day }: { $people } learners, { $rows } entries
 }
policy-erased-people = { $people ->
    [one] { $day }: one person of the trainer’s store, { $rows } entries
   *[other] { $day }: { $people } people of the trainer’s store, { $rows } entries
 }
policy-faulty = Your organisation’s policy cannot be read
policy-faulty-text = Nothing in it counts until it is mended. Please show this page to whoever looks after this computer.
policy-line = Line { $line }
policy-not-provided = Not provided:
policy-locked = Your organisation has set this. Questions: { $contact }
policy-locked-alone = Your organisation has set this.
error-policy-forbids = Your organisation’s policy does not allow this
error-policy-forbids-advice = Nothing was changed. About says what your organisation has decided for this computer, and whom to ask.
error-policy-unread = Your organisation’s policy cannot be read
error-policy-unread-advice = Nothing was made, because what it asks for could not be changed later. About says what is wrong with it.
