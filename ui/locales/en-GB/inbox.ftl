# The inbox: messages to judge.

rail-inbox = The inbox

## The door

inbox-desk = The desk of { $name }, { $role }, { $address }
inbox-how = One round shows { $count } messages. You judge each one, mark what tells, and then see what we noticed.
inbox-how-calm = It is practice, not a test. There is no time limit and no grade. Nothing opens and nothing leaves.
inbox-how-private = When a round is over, your trainer can see what you judged and how long it took, and not on which day. The spots that you mark stay with you.
inbox-start = Start a round
inbox-go-on = Go on with round { $number }
inbox-another = Start another round
inbox-go-to = Go to the inbox
inbox-open-round = Round { $number }: { $judged } of { $of } messages judged
inbox-unseen = { $count ->
    [0] You have judged every message at least once. Another round shows them again.
    [one] One message is still new to you.
   *[other] { $count } messages are still new to you.
}
inbox-known = What you know
inbox-known-note = You may look here at any time.
inbox-rounds = Your rounds
inbox-round-line = Round { $number }: { $caught } of { $hostile } caught, { $alarms ->
    [0] no false alarm
    [one] one false alarm
   *[other] { $alarms } false alarms
}
inbox-none = This course has no inbox
inbox-none-note = The course that is installed holds no messages to judge.
inbox-to-home = Go to Home

## Home

home-inbox-new = { $round } messages a round: which ones are genuine?
home-inbox-open = Round { $number } is open: { $judged } of { $of } messages judged
home-inbox-done = { $rounds ->
    [one] One round done
   *[other] { $rounds } rounds done
}
home-inbox-open-it = Open the inbox

## A message

inbox-title = Message { $position } of { $of }: { $subject }
inbox-kicker = Round { $number }, { $judged } of { $of } judged
inbox-position = Message { $position } of { $of }
inbox-messages = Messages of this round
inbox-show-messages = Show all messages
inbox-hide-messages = Hide the list
inbox-row-open = not judged
inbox-from = From
inbox-reply-to = Reply to
inbox-to = To
inbox-sent = Sent
inbox-headers = More header lines
inbox-files = Attachments
inbox-files-note = Names only. Nothing opens here.
inbox-clear = Show characters clearly
inbox-target = Leads to
inbox-target-none = Point at a link, or move to it with Tab: this line shows where it leads.
inbox-target-no-links = This message has no links.
inbox-message-region = The message

## The judgement

inbox-ask = What do you do with it?
inbox-report = Report it to the security team
inbox-verify = Check it by another channel first
inbox-proceed = Do what it asks, or simply take note
inbox-delete = Delete it
inbox-judge = Save my judgement
inbox-gap = Choose what you do with it
inbox-not-judged = Your judgement was not saved. Your choice is still here.
inbox-not-marked = Your marks were not saved. They are still here.

inbox-short-report = Reported
inbox-short-verify = Checked first
inbox-short-proceed = Went along
inbox-short-delete = Deleted

inbox-caught = Caught: this message is hostile
inbox-missed = Missed: this message is hostile
inbox-sound = Well judged: this message is genuine
inbox-unchecked = Genuine, but it called for a check
inbox-false-alarm = A false alarm: this message is genuine
inbox-tag-caught = Caught
inbox-tag-missed = Missed
inbox-tag-sound = Well judged
inbox-tag-unchecked = Not checked
inbox-tag-false-alarm = False alarm
inbox-hostile = Hostile
inbox-genuine = Genuine

inbox-you-chose = You chose: { $judgement }
inbox-others = What the other three would have meant
inbox-best = Best
inbox-as-good = Sound too
inbox-mirrors = It mirrors something that happened:
inbox-judged = Judgement saved at { $time }

## Marking

inbox-mark-hostile = What gives it away?
inbox-mark-genuine = What speaks for it?
inbox-mark-note = Mark the spots. They light up on the message.
inbox-show-me = Show me
inbox-spot-from = Sender: { $words }
inbox-spot-reply-to = Reply to: { $words }
inbox-spot-subject = Subject: { $words }
inbox-spot-paragraph = Paragraph { $number }: { $words }
inbox-spot-link = Link: { $words }
inbox-spot-file = Attachment: { $words }

inbox-tells = Where it shows
inbox-found = { $found ->
    [0] You marked none of the { $of } spots that tell
   *[other] You marked { $found } of the { $of } spots that tell
}
inbox-found-all = You marked every spot that tells
inbox-beside = Also marked, though nothing can be told from it:
inbox-walk = Spot { $number } of { $of }
inbox-walk-cue = Gives it away: { $cue }
inbox-walk-alarming = Looks alarming: { $cue }
inbox-walk-sign = Speaks for it
inbox-walk-bait = True, and used as bait
inbox-marked = You marked it
inbox-overlooked = Not marked
inbox-walk-previous = Previous spot
inbox-walk-next = Next spot
inbox-walk-list = All spots as a list
inbox-scale = NIST Phish Scale: { $level } ({ $cues ->
    [one] one cue
   *[other] { $cues } cues
}, premise { $premise })
inbox-scale-genuine = { $cues ->
    [0] Nothing in it looks alarming.
    [one] One thing in it looks alarming, and has its reason.
   *[other] { $cues } things in it look alarming, and have their reasons.
}
inbox-next = Next message
inbox-see-result = See the result
inbox-leave = Leave the inbox

inbox-level-very = very difficult
inbox-level-moderate = moderately difficult
inbox-level-moderate-to-least = moderately to least difficult
inbox-level-least = least difficult

## Cues of the NIST Phish Scale

cue-spelling-and-grammar = spelling or grammar
cue-inconsistency = things that do not agree
cue-attachment-type = a risky kind of file
cue-sender-name-and-address = a name that hides another address
cue-url-hyperlinking = link words that hide the target
cue-domain-spoofing = a look-alike domain
cue-no-branding = a missing mark of the sender
cue-logo-imitation = an imitated logo
cue-unprofessional-design = careless design
cue-security-indicators = claims to be secure
cue-legal-language = legal language
cue-distracting-detail = details that distract
cue-requests-sensitive-information = asks for something confidential
cue-sense-of-urgency = time pressure
cue-threatening-language = a threat
cue-generic-greeting = a greeting to nobody in particular
cue-lack-of-signer-details = says too little about who signs
cue-humanitarian-appeals = an appeal to help
cue-too-good-to-be-true = too good to be true
cue-you-are-special = for you alone
cue-limited-time-offer = an offer that ends soon
cue-mimics-business-process = looks like everyday business
cue-poses-as-somebody-known = poses as somebody you know

## The result

inbox-result-title = Round { $number }: result
inbox-result-kicker = The inbox, { $date }
inbox-result-sentence = You caught { $caught } of { $hostile } hostile messages and { $alarms ->
    [0] raised no false alarm
    [one] raised one false alarm
   *[other] raised { $alarms } false alarms
} among { $genuine } genuine messages.
inbox-result-unchecked = { $count ->
    [one] One genuine message was trusted without the check that it called for.
   *[other] { $count } genuine messages were trusted without the check that they called for.
}
inbox-result-spots = In hostile messages you marked { $found } of { $of } spots that tell.
inbox-practise = What to practise
inbox-practise-missed = { $count ->
    [one] One hostile message was gone along with. Open it again below, and walk through its spots.
   *[other] { $count } hostile messages were gone along with. Open them again below, and walk through their spots.
}
inbox-practise-alarms = Before you report or delete: what does the message ask for? A genuine one often asks for nothing, or welcomes a call.
inbox-practise-unchecked = Money, bank details and personal data are worth a call, even when the message is genuine.
inbox-practise-cue = Look for { $cue }: not marked in { $overlooked } of { $of } places.
inbox-practise-none = Nothing stands out in this round. Another round brings other messages.
inbox-result-messages = The messages of this round
inbox-result-open = Message { $position }: { $subject }
inbox-result-was = { $nature }, { $level }

inbox-overall = Over all your rounds
inbox-overall-note = Only your first judgement of each message counts here.
inbox-overall-sentence = { $caught } of { $hostile } hostile messages caught, { $alarms } of { $genuine } genuine ones called hostile.
inbox-too-few = There is no number yet: it needs at least { $fewest } messages of each kind, or it would mean nothing.
inbox-sensitivity = How well you tell them apart
inbox-bias = Which way you lean
inbox-d-guess = Hardly better than guessing so far.
inbox-d-some = You tell some of them apart.
inbox-d-well = You tell them apart well.
inbox-d-very-well = You tell them apart very well.
inbox-d-unsure = With so few messages, guessing would explain it too.
inbox-c-suspicion = You lean to suspicion: in doubt you treat a message as hostile.
inbox-c-trust = You lean to trust: in doubt you go along with a message.
inbox-c-none = No clear lean to either side.
inbox-d-number = d′ = { $value }, 95% interval { $low } to { $high }
inbox-c-number = c = { $value }, 95% interval { $low } to { $high }
inbox-numbers-about = What these numbers are
inbox-numbers-d = d′ (d-prime) is the distance between the two kinds as you see them, in standard deviations. 0 is guessing, 1 some skill, 3 near perfect.
inbox-numbers-c = c is where you draw the line. Below 0 you call more messages hostile, above 0 more of them genuine.
inbox-numbers-source = Signal detection, with the log-linear correction (Hautus 1995) and the standard error of Gourevitch and Galanter (1967).
inbox-levels = Hostile messages by difficulty
inbox-levels-head = Difficulty
inbox-levels-caught = Caught
inbox-levels-of = { $caught } of { $hostile }
inbox-levels-note = Difficulty is that of the NIST Phish Scale (TN 2276): few cues and a fitting story are hard to see through.
inbox-genuine-table = Genuine messages
inbox-genuine-alarming = Four or more alarming signs
inbox-genuine-plain = Fewer alarming signs
inbox-genuine-alarms = False alarms
