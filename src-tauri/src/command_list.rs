// Every command of the app, once. The handler, the permissions, the names in the capability and the
// TypeScript wrappers are made from this list; each command is the verb of the same name of `App`.
commands! {
    /// Everything that the first screen needs.
    startup() -> Startup;
    /// Saves the settings of this computer and gives them back.
    save_settings(Settings) -> Settings;
    /// What this installation is and where it keeps its files.
    about() -> About;
    /// What the organisation has decided for this computer.
    policy() -> PolicyShown;
    /// What is installed on this computer, and whom it trusts.
    packs() -> Packs;
    /// Asks for a pack, or for what is said of a key, and says what the file proves; nothing when they cancel.
    open_pack() -> Option<OpenedPack>;
    /// The same for the file that was dropped on the window; nothing when none was.
    look_at_dropped_pack() -> Option<OpenedPack>;
    /// Trusts the key of the pack that was looked at: somebody compared its words.
    trust_signer(TrustSigner) -> OpenedPack;
    /// Trusts a key no longer.
    forget_key(ForgetKey) -> Packs;
    /// Installs the pack that was looked at.
    install_pack() -> PackInstalled;
    /// Opens another course of this computer.
    open_course(OpenCourse) -> Startup;
    /// The pack that is being made; an empty one before anything was chosen.
    pack_draft() -> PackDraft;
    /// Leaves the draft where it is and begins another.
    new_pack_draft() -> PackDraft;
    /// Asks for the folder of a pack and goes on with it; nothing when they cancel.
    open_pack_draft() -> Option<PackDraft>;
    /// Chooses which parts of the course that ships are in the pack.
    choose_pack_parts(ChooseParts) -> PackDraft;
    /// Chooses the languages of the organisation's own words.
    choose_pack_languages(ChooseLanguages) -> PackDraft;
    /// Keeps the words of the organisation.
    save_pack_texts(DraftTexts) -> PackDraft;
    /// Asks for a picture and makes it the logo; nothing when they cancel.
    choose_pack_logo(WhichLogo) -> Option<PackDraft>;
    /// Takes a logo away.
    remove_pack_logo(WhichLogo) -> PackDraft;
    /// Says by which day all modules are to be taken, or by none.
    choose_pack_due(ChooseDue) -> PackDraft;
    /// Chooses the colour of the organisation.
    choose_pack_accent(ChooseAccent) -> PackDraft;
    /// A module of the organisation's own.
    pack_module(ModuleAt) -> OwnModule;
    /// Makes a module with one page.
    add_pack_module(NewModule) -> OwnModule;
    /// Keeps what the head of a module says, and how its check is made.
    save_pack_module(ModuleWords) -> OwnModule;
    /// Takes a module away, and its two files.
    remove_pack_module(ModuleAt) -> PackDraft;
    /// A page or a question of a module of the organisation's own.
    pack_part(PartAt) -> DraftPart;
    /// Keeps a page or a question.
    save_pack_part(SavePart) -> DraftPart;
    /// Adds a page or a question, or puts one back that was taken away.
    add_pack_part(AddPart) -> OwnModule;
    /// Puts a page or a question before its neighbour, or behind it.
    move_pack_part(MovePart) -> OwnModule;
    /// Takes a page or a question away, and gives its text back.
    remove_pack_part(RemovePart) -> PartRemoved;
    /// Asks for a file of questions and says what would come of it; nothing when they cancel.
    look_at_questions(ModuleAt) -> Option<QuestionsFound>;
    /// Takes the questions of the file that was looked at.
    take_questions(ModuleAt) -> QuestionsFound;
    /// A page of any module of the draft, as learners see it.
    pack_preview(PreviewAt) -> PackPreview;
    /// What follows from a decision of the draft; nothing is kept.
    try_pack_decision(TryDecision) -> DecisionTaken;
    /// An answer to a question of the draft, explained; nothing is kept.
    try_pack_question(TryQuestion) -> PracticeSaved;
    /// Asks for the key that signs; nothing when they cancel.
    choose_signing_key() -> Option<PackDraft>;
    /// Makes a key in a folder that they choose; nothing when they cancel.
    make_signing_key(KeyPassphrase) -> Option<PackDraft>;
    /// Gives the draft the next version.
    raise_pack_version() -> PackDraft;
    /// Signs the draft and writes it as one file; nothing when they cancel or stop it.
    sign_pack_draft(KeyPassphrase) -> Option<SignedPack>;
    /// Keeps what the page noticed in the log.
    log_page_problem(PageProblem) -> ();
    /// How far the file is that is being written; nothing while none is.
    work_progress() -> Option<WorkProgress>;
    /// Stops the writing; there is no file then.
    stop_work() -> ();

    /// Says who is learning now.
    choose_learner(ChooseLearner) -> Startup;
    /// Gives the current learner a name or code.
    name_learner(NameLearner) -> Learner;
    /// What now, and how long.
    home() -> Home;
    /// A module before it is started or continued.
    module_overview(OpenModule) -> ModuleOverview;
    /// A step, at which the learner is from now on.
    open_step(OpenStep) -> StepView;
    /// Saves a decision; the first one of a newcomer makes the learner.
    record_decision(RecordDecision) -> DecisionSaved;
    /// Saves and explains a practice answer.
    answer_practice(AnswerPractice) -> PracticeSaved;
    /// Saves a private reflection.
    save_reflection(SaveReflection) -> Saved;
    /// Marks a step done and opens what follows.
    finish_step(FinishStep) -> AfterStep;
    /// Every term with the steps that use it.
    glossary() -> Glossary;
    /// What was found, best first; only terms while a question of a check is open.
    search(AskSearch) -> Found;
    /// What was known of the case on a day.
    case_on(AskCase) -> CaseDay;
    /// Opens a file of assignments; taken at once when its trainer is trusted. Nothing when they cancel.
    open_assignment_file() -> Option<OpenedAssignments>;
    /// Trusts the trainer whose file was opened, and takes it.
    trust_trainer() -> OpenedAssignments;
    /// Everything that is kept of this learner's results.
    my_record() -> LearnerRecord;
    /// What there are certificates of, and what is still missing.
    certificates() -> Certificates;
    /// Writes a certificate as PDF where the person says; nothing when they cancel.
    save_certificate(SaveCertificate) -> Option<Exported>;
    /// Writes the record where the person says; nothing when they cancel.
    save_my_record(SaveRecord) -> Option<Exported>;
    /// Writes everything that is kept of this learner as one archive.
    export_my_data(ExportWords) -> Option<Exported>;
    /// The trainers that results can be saved for.
    my_trainers() -> MyTrainers;
    /// Asks for a trainer's key file and shows whose it says it is; nothing when they cancel.
    open_trainer_key() -> Option<OpenedTrainerKey>;
    /// Trusts a trainer from now on.
    trust_trainer_key(TrustKey) -> MyTrainers;
    /// Writes this learner's results for a trainer where the person says; nothing when they cancel.
    save_results(PublicKeyOf) -> Option<Exported>;
    /// Everything about the way of results to the organisation's store.
    delivery() -> Delivery;
    /// Names the organisation's store, or changes how it is spoken with.
    name_record_store(NameStore) -> StoreNamed;
    /// Names no store any more. Agreements go, and what has not been sent.
    remove_record_store() -> Delivery;
    /// Keeps that the learner agrees, or does not any more; what has not been sent goes then.
    agree_to_delivery(AgreeToDelivery) -> Delivery;
    /// Stops sending for a while, or goes on.
    pause_delivery(PauseDelivery) -> Delivery;
    /// Tries now, whatever was the matter.
    send_now() -> Delivery;
    /// Everything that was set aside waits again.
    send_set_aside() -> Delivery;
    /// The learner's statements as they are sent, newest first.
    my_statements(AskStatements) -> StatementPage;
    /// Whether the learner's results are written by themselves, and where.
    filing() -> Filing;
    /// Writes the learner's results into a folder from now on, which is asked for where the organisation names none;
    /// nothing when they cancel.
    start_filing(PublicKeyOf) -> Option<Filing>;
    /// The learner's results are written only when she asks, from here on.
    stop_filing() -> Filing;
    /// What a trainer of this computer gets of this learner.
    trainer_view() -> TrainerView;
    /// What erasing would take away.
    erase_preview() -> ErasePreview;
    /// Erases the learner from every file of this computer's store.
    erase_me(EraseMe) -> ErasedMe;

    /// Starts a final check, or goes on with the one that is open.
    start_check(StartCheck) -> CheckView;
    /// Starts the pre-check of a module, or goes on with the one that is open.
    start_test_out(StartCheck) -> CheckView;
    /// Starts the final assessment, or goes on with the one that is open.
    start_assessment() -> CheckView;
    /// The final assessment before it is started or continued.
    assessment_overview() -> AssessmentOverview;
    /// A check at the first question that is not answered.
    resume_check(OpenAttempt) -> CheckView;
    /// A check at one of its questions.
    open_question(OpenQuestion) -> CheckView;
    /// Commits an answer.
    record_answer(RecordAnswer) -> AnswerSaved;
    /// Flags a question for the review page, or takes the flag away.
    flag_question(FlagQuestion) -> CheckView;
    /// The page before finishing.
    review_check(OpenAttempt) -> CheckReview;
    /// Finishes a check; its answers can no longer change.
    finish_check(OpenAttempt) -> CheckResult;
    /// The result of a finished check.
    check_result(OpenAttempt) -> CheckResult;

    /// The mailbox before a round; none where the course has no mailbox.
    inbox() -> InboxDoor;
    /// Draws a round of the inbox, or goes on with the one that is not over.
    start_inbox_round() -> InboxView;
    /// A round of the inbox at one of its messages.
    open_inbox_message(OpenInboxMessage) -> InboxView;
    /// Commits a judgement and tells what the message is.
    judge_message(JudgeMessage) -> InboxView;
    /// Commits marked spots and shows which ones tell.
    mark_spots(MarkSpots) -> InboxView;
    /// The result of a round of the inbox.
    inbox_result(OpenInboxRound) -> InboxResult;
    /// The page on which a run of the story begins.
    story_start() -> StoryStart;
    /// Begins a run.
    start_run(StartRun) -> RunView;
    /// A run where it stands.
    open_run(OpenRun) -> RunView;
    /// Commits a choice and says what follows from it.
    decide_in_run(RunDecision) -> RunView;
    /// Takes the last choice back.
    step_back_in_run(OpenRun) -> RunView;
    /// Goes on from a consequence.
    go_on_in_run(OpenRun) -> RunView;
    /// Begins a run that shares the choices of another before one decision.
    replay_run(ReplayRun) -> RunView;
    /// A finished run, looked back at.
    run_debrief(OpenRun) -> RunDebrief;
    /// Saves a private reflection on a finished run.
    save_run_reflection(SaveRunReflection) -> Saved;
    /// Keeps whether the learner shares her choices in the story without her name.
    share_my_choices(ShareChoices) -> Sharing;

    /// Where the refresher stands today.
    refresher() -> Refresher;
    /// The next card of a sitting, without its key.
    next_card(AskCard) -> CardTurn;
    /// Saves, explains and grades an answer.
    answer_card(AnswerCard) -> CardAnswered;
    /// Saves and grades the judgement of a message, and tells what the message is.
    judge_card(JudgeCard) -> MessageJudged;
    /// Gives the last answer another grade.
    grade_card(GradeCard) -> CardGraded;
    /// Takes the last answer of today back and asks its card again.
    undo_card(AskCard) -> CardTurn;

    /// Where the trainer's store stands.
    trainer_door() -> TrainerDoor;
    /// Somebody is at the keyboard in the trainer's area, which keeps it open.
    trainer_still_here() -> TrainerDoor;
    /// Makes the trainer's store and opens it.
    create_trainer_store(Passphrase) -> TrainerDoor;
    /// Makes a trainer's store that shows no person, for ever, and opens it.
    create_works_council_store(NewWorksCouncilStore) -> TrainerDoor;
    /// Opens the trainer's store.
    unlock_trainer(Passphrase) -> TrainerDoor;
    /// Makes a recovery code and shows it; it opens nothing until it is kept.
    make_recovery_code() -> RecoveryWords;
    /// Saves the code that was made as a page to print; nothing when they cancel.
    save_recovery_code(TakingWords) -> Option<Exported>;
    /// The trainer has the code: it opens the store from now on, and the one before does not.
    keep_recovery_code() -> TrainerDoor;
    /// Opens the trainer's store by its recovery code and gives it a new passphrase.
    recover_trainer(Recover) -> TrainerDoor;
    /// Locks the trainer's store; the page reloads itself afterwards.
    lock_trainer() -> TrainerDoor;
    /// Collects from this computer's learners and shows everybody.
    trainer_overview(Among) -> TrainerOverview;
    /// A page of the table of people.
    trainer_people(AskPeople) -> PeoplePage;
    /// One person: results, activity, attempts answer by answer, notes.
    trainer_person(OpenPerson) -> PersonDetail;
    /// Adds a note about a person, or writes one anew.
    save_note(SaveNote) -> PersonNotes;
    /// Takes a note about a person away.
    remove_note(RemoveNote) -> PersonNotes;
    /// Takes a person out of the trainer's store.
    forget_person(OpenPerson) -> Forgotten;
    /// One module: when it was completed, where people stop, how long steps take, how checks ended.
    trainer_module(AskModule) -> ModuleReport;
    /// How people judged the inbox.
    trainer_inbox(Among) -> InboxReport;
    /// What was decided in the story, by role and fork.
    trainer_forks() -> ForkReport;
    /// Wrong ideas across questions, those of most people first.
    trainer_misconceptions(Among) -> MisconceptionReport;
    /// What people still know some time after their first check.
    trainer_lasted(Among) -> LastedReport;
    /// Questions, hardest first.
    trainer_questions(AskQuestions) -> QuestionReport;
    /// A page of the people who are found, with groups and offers.
    trainer_roster(AskRoster) -> RosterList;
    /// Puts people into the group of a name, which is made when there is none.
    put_into_group(PutIntoGroup) -> GroupsChanged;
    /// Takes people out of a group.
    take_out_of_group(TakeOutOfGroup) -> GroupsChanged;
    /// Gives a group another name.
    rename_group(RenameGroup) -> GroupsChanged;
    /// Removes a group; the people stay.
    remove_group(OpenGroup) -> GroupsChanged;
    /// Makes somebody of the list and somebody with results one person, or keeps that they are two.
    merge_people(MergePeople) -> GroupsChanged;
    /// Says what importing a file of people would do; nothing when they cancel.
    preview_roster() -> Option<RosterPreview>;
    /// Imports the file that was looked at, in one piece.
    import_roster() -> RosterImported;
    /// The assignments that stand, with counted status.
    trainer_assignments() -> Assignments;
    /// What the form for a new assignment needs.
    assignment_form(AskAssignmentForm) -> AssignmentForm;
    /// Assigns modules or steps to people and groups, by a day.
    make_assignment(MakeAssignment) -> Assignments;
    /// Withdraws an assignment.
    withdraw_assignment(OpenAssignment) -> Assignments;
    /// Says what learners read as the sender.
    name_trainer(NameTrainer) -> Assignments;
    /// Writes the signed file for other computers; nothing when they cancel.
    save_assignment_file() -> Option<Exported>;
    /// A question whole, as a learner saw it, with its key and every explanation.
    trainer_question(AskQuestion) -> QuestionAsked;
    /// Who had a question wrong the last time, and the step that teaches it.
    trainer_question_people(AskQuestion) -> QuestionPeople;
    /// Fills an empty store with made-up people, labelled as such.
    load_sample() -> TrainerOverview;
    /// Takes the made-up people away.
    remove_sample() -> TrainerOverview;
    /// Writes the people as CSV where the person says; nothing when they cancel.
    export_people(Among) -> Option<Exported>;
    /// Writes one person's answers as CSV.
    export_person(OpenPerson) -> Option<Exported>;
    /// Writes the notes about a person as CSV, in a file of their own.
    export_notes(OpenPerson) -> Option<Exported>;
    /// Writes the questions as CSV.
    export_questions(AskQuestions) -> Option<Exported>;
    /// The page for collecting, with what lies in the folder that was chosen.
    collect_page() -> CollectPage;
    /// Asks for result files and looks at them.
    choose_result_files() -> Option<CollectPage>;
    /// Asks for the folder that is looked through on each visit.
    choose_result_folder() -> Option<CollectPage>;
    /// Looks at the files and folders that were dropped on the window.
    look_at_dropped() -> CollectPage;
    /// Takes files that were looked at into the store, each wholly or not at all.
    collect_files(CollectFiles) -> Vec<FoundFile>;
    /// Writes the key file for learners where the person says; nothing when they cancel.
    save_trainer_key(SaveTrainerKey) -> Option<Exported>;
    /// The store that a trainer collects from, and what was read of it.
    gathering() -> Gathering;
    /// Names the store that is collected from.
    name_source(NameStore) -> SourceNamed;
    /// Collects from no store any more. What was collected stays.
    remove_source() -> Gathering;
    /// Begins to look into the store. Nothing is read yet.
    look_in_store(LookInStore) -> Gathering;
    /// Reads the next page.
    look_on_in_store() -> Gathering;
    /// Looks no further; what was read is forgotten.
    stop_look() -> Gathering;
    /// Takes in what was read.
    take_from_store() -> Gathering;
    /// What the files of a person show.
    person_history(OpenPerson) -> PersonHistory;

    /// The last choice of how a report is written.
    taking_choice() -> TakingChoice;
    /// The first rows of a report as they would stand in the file.
    preview_taking(AskPreview) -> TakingPreview;
    /// Writes a report where the person says; nothing when they cancel or stop it.
    take_away(TakeAway) -> Option<Exported>;
    /// Writes the evidence pack as a folder where the person says; nothing when they cancel.
    take_evidence(TakeEvidence) -> Option<Exported>;
    /// Shows the file that was written last where the desktop shows files.
    show_taken() -> ();
}
