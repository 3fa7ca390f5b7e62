### Results to the organisation: its record store, files into a folder, and what is sent.

delivery-title = Results to your organisation
delivery-lede = Your results stay on this computer until you say otherwise here.
delivery-link-text = Where your results may go, and what has gone.
delivery-link = Results to your organisation

## The record store

delivery-store = Your organisation’s record store
delivery-store-what = A learning record store collects the results of an organisation. Whoever looks after it can tell you its address and the name and password for this app.
delivery-none = No store is named. Nothing is sent.
delivery-name-one = Name a store
delivery-change = Change the store
delivery-change-login = Give name and password
delivery-locked = { $organisation } has set which store this is. Whether anything of yours is sent there is still yours to say, below.
delivery-locked-contact = Questions: { $contact }
delivery-address = Address of the store
delivery-address-hint = It begins with https:// and usually ends with xapi or xAPI.
delivery-version = Version of xAPI
delivery-version-hint = Most stores speak 1.0.3.
delivery-name = Name for this app
delivery-name-hint = Stores also call it key or user. It is the app’s, not yours.
delivery-password = Password
delivery-password-hint = Stores also call it secret. It is kept in the keyring of your system and nowhere else.
delivery-password-kept = Leave it empty to keep the one that is known.
delivery-save = Save the store
delivery-saving = Saving the store…
delivery-cancel = Do not change it
delivery-remove = Name no store any more
delivery-remove-sure = Name no store any more? Nothing is sent from then on, and what has not been sent yet is deleted. What the store has, it keeps.
delivery-remove-yes = Name no store
delivery-remove-no = Keep it
delivery-refused-address = That is no address. It looks like https://lrs.example.org/xapi.
delivery-refused-https = The address must begin with https://, or the password could be read on the way.
delivery-refused-login = Take the name and password out of the address. They have fields of their own.
delivery-refused-query = The address has a ? or a # in it. Leave these out.
delivery-refused-here = That address leads to this very computer, or to none. A store is somewhere else.
delivery-refused-name = Give the name for this app, without a colon.
delivery-refused-password = Give the password.
delivery-address-is = Address
delivery-name-is = Name for this app
delivery-password-is = Password
delivery-password-keyring = In the keyring of your system
delivery-password-memory = In memory until you close the app, because this computer has no keyring that opens. You will be asked again.
delivery-password-missing = It has to be typed here

## Agreeing

agree-title = Do you agree?
agree-lede = Nothing of yours is sent before you say yes. You can say no and learn just the same.
agree-sent = From the moment you say yes, this is sent to { $host }:
agree-sent-checks = when you begin and end a final check, your points, and whether you passed
agree-sent-answers = every answer that you save in a check, whether it is right, how sure you were, and how long it took
agree-sent-passed = a pre-check that you pass, and the final assessment, in the same way
agree-who = You stand there as a random number, not with your name. Your organisation can find out who you are if it has a list of these numbers, for example from a result file that you gave to a trainer.
agree-never = This is never sent: your name, practice questions, the inbox, the ultimatum, your reflections, notes about you, and anything from before you said yes.
agree-later = You can say no again at any time. What has been sent stays with your organisation: this app cannot take it back. Ask them about it.
agree-yes = Yes, send my results
agree-no = No, send nothing any more
agree-given = You agreed on { $day }.
agree-nobody = Nobody learns here yet. Each learner is asked for themselves.

## How it stands

sending-title = How it stands
sending-off = Nothing is sent: no store is named.
sending-paused = Paused. Results wait on this computer.
sending-password = Waiting for the password. Type it above, under the store.
sending-idle = Everything has been delivered.
sending-nothing = Nothing waits.
sending-now = On its way.
sending-again = Next try: { $time }.
sending-counts = For everybody on this computer
sending-waiting = Waiting
sending-delivered = Delivered
sending-aside = Set aside
sending-pause = Pause
sending-resume = Go on sending
sending-try = Try now
sending-aside-text = { $statements ->
    [one] The store does not take { $statements } statement. The others went through.
   *[other] The store does not take { $statements } statements. The others went through.
}
sending-aside-again = Offer them again
sending-why-refused = Refused { NUMBER($statements) } ×
sending-why-large = Too large { NUMBER($statements) } ×
sending-why-conflict = Another statement has the same number { NUMBER($statements) } ×
sending-said = The store says: { $said }

trouble-no-connection = The store cannot be reached. Perhaps there is no network now.
trouble-slow = The store takes too long to answer.
trouble-broken = The connection ended in the middle.
trouble-not-safe = The connection is not safe: the store could not prove that it is the one at this address. The password was not sent.
trouble-address = The name of the store leads to this very computer, or to none. Check the address.
trouble-proxy = The proxy of your network does not let it through.
trouble-credentials = The store does not accept the name or the password. It is tried again once a day, or when you change them.
trouble-not-there = There is no store at this address. Check its last part.
trouble-redirect = The store sends us to another address, which this app never follows. Ask for the right address.
trouble-busy = The store asks to be left alone for a while.
trouble-fault = The store has a fault of its own.
trouble-unreadable = What came back is not from a store. Perhaps this network wants you to sign in first.
trouble-unexpected = The store gives an answer that this app does not know.
trouble-version = The store refuses to be asked. Perhaps it speaks the other version of xAPI.

trouble-elsewhere = The store says that there is more in another place. This app goes nowhere else with your password. Ask for the store’s right address.
trouble-circle = The store gives the same pages again and again, so reading was stopped.

## Statements

statements-title = Exactly what is sent
statements-note = Each line is one statement about you, newest first. Open it to read every character that goes to the store.
statements-none = There are no statements about you.
statements-open-check = You can read this one when you have finished the check: the right answer is in it.
statements-more = Show older ones
statement-initialized = Began a check
statement-answered = Saved an answer
statement-completed = Finished a check
statement-passed = Passed it
statement-failed = Did not pass it
statement-terminated = Left it
statement-waiting = Waits
statement-delivered = Delivered
statement-aside = Set aside

## Files into a folder

filing-title = Results as files
filing-what = Your results can be written into a folder by themselves, after each finished check and when you close the app: into a share of your organisation, for example, or onto a stick. Only the trainer can open the file. Your name is in it.
filing-nobody = Nobody learns here yet.
filing-no-trainer = First open the key that your trainer gave you, where results are saved for a trainer:
filing-record-link = My record
filing-given = Your organisation has set the folder. Nothing is written there before you choose so:
filing-use-given = Write for { $name } into that folder
filing-choose = Choose a folder for { $name }
filing-into = For { $name }, into this folder:
filing-written = Last written { $time }.
filing-problem = The last time it did not work: { $reason }. It is tried again after the next check and when you close the app.
filing-stop = Stop writing files
