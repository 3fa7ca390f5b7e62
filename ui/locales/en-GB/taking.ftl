## Taking reports away

taking-link = Take away
taking-title = Take away
taking-headline = A report as a file
taking-lede = The file has every row of the report. Whoever has the file can read it: keep it where only the right people look.
taking-report = Report
taking-report-people = People by modules
taking-report-questions = Questions, hardest first
taking-report-modules = One module, step by step
taking-report-inbox = The inbox, message by message
taking-report-ultimatum = The ultimatum, fork by fork
taking-report-misconceptions = Wrong ideas
taking-report-lasted = What lasted
taking-report-person = One person’s answers
taking-report-answers = Every answer of everybody
taking-report-assignments = Assignments, person by person
taking-about-assignments = How far everybody is with everything that was assigned, one row each.
taking-about-answers = Every answer that counts of every finished check, one row each.
taking-about-person = Every answer of one person, check by check.
taking-who = People
taking-names = With names
taking-codes = Without names, only ids
taking-form = Format
taking-form-csv = CSV, for spreadsheets and programs
taking-form-xlsx = Excel workbook (XLSX)
taking-form-pdf = PDF, to read and to print
taking-form-json = JSON, for programs
taking-separator = Between the cells
taking-separator-comma = Comma
taking-separator-semicolon = Semicolon
taking-separator-tab = Tab
taking-numbers = Numbers
taking-numbers-point = With a point: 0.5
taking-numbers-comma = With a comma: 0,5
taking-mark = Mark the file as UTF-8
taking-mark-hint = Excel needs the mark to show letters such as é. Some programs stumble over it.
taking-organisation = Organisation
taking-organisation-hint = Stands above the report. May be left empty.
taking-preview = The first rows
taking-preview-rows = { $rows ->
    [0] There are no rows yet. The file will have the names of the columns.
    [one] The file will have one row.
   *[other] The file will have { $rows } rows. These are the first.
  }
taking-preview-paper = On paper the ids are left out, and what is the same in every row stands once above the table.
taking-too-long = A PDF has at most { $most } rows, and this report has { $rows }. Choose another format.
taking-save = Save the file
taking-saving = { $rows } of { $of } rows written
taking-done = { $rows ->
    [one] { $file } was saved with one row
   *[other] { $file } was saved with { $rows } rows
  }
taking-where = In { $path }
taking-show = Show in folder

taking-evidence = Evidence for an audit
taking-evidence-text = A folder that somebody outside can check without this app and without a network: who finished which check, in which version of the course, with how many points, with hashes and a signature of this trainer’s store. It says in plain words what that proves and what it does not: a signature stands for a device, never for a person.
taking-evidence-save = Save the evidence pack
taking-evidence-done = { $rows ->
    [0] The folder { $file } was saved. Nobody has finished a check yet.
    [one] The folder { $file } was saved with one finished check
   *[other] The folder { $file } was saved with { $rows } finished checks
  }

## Words in the files

taking-page = Page
taking-of = of
taking-made = Made on { $date }
taking-unprintable = A ? stands for a character that this PDF has no letter for. The other formats have it.
taking-nothing = There are no rows yet.

## What the columns are called on paper

column-advice = Advice
column-answered = Answered
column-answered-at = Answered at
column-answers = Answers
column-best-answer = Best answer
column-best-points = Best points
column-change = Change
column-change-high = to
column-change-low = from
column-changes = Changes
column-chose = Chose it
column-chosen = Chosen
column-chosen-runs = Chosen
column-confidence = How sure
column-correct = Right
column-correction = What is true
column-course-version = Course version
column-days = Days later
column-decision = Decision
column-difficulty = Difficulty
column-elapsed-ms = Time (ms)
column-facility = Share right
column-facility-high = to
column-facility-low = from
column-finished-at = Finished
column-from = From
column-from-days = From day
column-high-quartile-ms = Quarter above (ms)
column-item-version = Version
column-last-active = Last active
column-low-quartile-ms = Quarter below (ms)
column-median-ms = Median time (ms)
column-median-seconds = Median time (s)
column-message-version = Version
column-assigned = Assigned
column-due = Due
column-groups = Groups
column-met = Met it
column-misconception = Wrong idea
column-module = Module
column-module-number = No.
column-name = Name
column-nature = Kind
column-option = Option
column-outcome = Result
column-people = People
column-person-id = Id
column-position = Question no.
column-question = Question
column-questions = Questions
column-reversed = Taken back
column-right = Right later
column-right-high = to
column-right-low = from
column-right-then = Right at first
column-role = Role
column-role-runs = Runs of the role
column-runs = Runs
column-score = Mark
column-share = Share
column-share-high = to
column-share-low = from
column-started-at = Began
column-status = Status
column-step = Step
column-step-number = Step no.
column-steps = Steps
column-steps-done = Steps done
column-stopped = Stopped here
column-story-time = Story time
column-subject = Subject
column-sure-but-wrong = Sure but wrong
column-timed = Timed
column-to-days = To day
column-top-wrong-answer = Most chosen wrong answer
column-top-wrong-chosen = Chosen by
column-tries = Tries
column-try = Try
column-type = Type
column-unchecked = Unchecked
column-wrong = Wrong
column-wrong-share = Share wrong
column-wrong-share-high = to
column-wrong-share-low = from
