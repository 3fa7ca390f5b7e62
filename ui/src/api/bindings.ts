// Written by `cargo xtask codegen` from the one command list. Do not edit.

import { call } from './call';

/** Everything that the first screen needs. */
export const startup = (): Promise<Startup> => call<Startup>('startup');

/** Saves the settings of this computer and gives them back. */
export const saveSettings = (args: Settings): Promise<Settings> => call<Settings>('save_settings', { args });

/** What this installation is and where it keeps its files. */
export const about = (): Promise<About> => call<About>('about');

/** What the organisation has decided for this computer. */
export const policy = (): Promise<PolicyShown> => call<PolicyShown>('policy');

/** What is installed on this computer, and whom it trusts. */
export const packs = (): Promise<Packs> => call<Packs>('packs');

/** Asks for a pack, or for what is said of a key, and says what the file proves; nothing when they cancel. */
export const openPack = (): Promise<OpenedPack | null> => call<OpenedPack | null>('open_pack');

/** The same for the file that was dropped on the window; nothing when none was. */
export const lookAtDroppedPack = (): Promise<OpenedPack | null> => call<OpenedPack | null>('look_at_dropped_pack');

/** Trusts the key of the pack that was looked at: somebody compared its words. */
export const trustSigner = (args: TrustSigner): Promise<OpenedPack> => call<OpenedPack>('trust_signer', { args });

/** Trusts a key no longer. */
export const forgetKey = (args: ForgetKey): Promise<Packs> => call<Packs>('forget_key', { args });

/** Installs the pack that was looked at. */
export const installPack = (): Promise<PackInstalled> => call<PackInstalled>('install_pack');

/** Opens another course of this computer. */
export const openCourse = (args: OpenCourse): Promise<Startup> => call<Startup>('open_course', { args });

/** The pack that is being made; an empty one before anything was chosen. */
export const packDraft = (): Promise<PackDraft> => call<PackDraft>('pack_draft');

/** Leaves the draft where it is and begins another. */
export const newPackDraft = (): Promise<PackDraft> => call<PackDraft>('new_pack_draft');

/** Asks for the folder of a pack and goes on with it; nothing when they cancel. */
export const openPackDraft = (): Promise<PackDraft | null> => call<PackDraft | null>('open_pack_draft');

/** Chooses which parts of the course that ships are in the pack. */
export const choosePackParts = (args: ChooseParts): Promise<PackDraft> => call<PackDraft>('choose_pack_parts', { args });

/** Chooses the languages of the organisation's own words. */
export const choosePackLanguages = (args: ChooseLanguages): Promise<PackDraft> => call<PackDraft>('choose_pack_languages', { args });

/** Keeps the words of the organisation. */
export const savePackTexts = (args: DraftTexts): Promise<PackDraft> => call<PackDraft>('save_pack_texts', { args });

/** Asks for a picture and makes it the logo; nothing when they cancel. */
export const choosePackLogo = (args: WhichLogo): Promise<PackDraft | null> => call<PackDraft | null>('choose_pack_logo', { args });

/** Takes a logo away. */
export const removePackLogo = (args: WhichLogo): Promise<PackDraft> => call<PackDraft>('remove_pack_logo', { args });

/** Says by which day all modules are to be taken, or by none. */
export const choosePackDue = (args: ChooseDue): Promise<PackDraft> => call<PackDraft>('choose_pack_due', { args });

/** Chooses the colour of the organisation. */
export const choosePackAccent = (args: ChooseAccent): Promise<PackDraft> => call<PackDraft>('choose_pack_accent', { args });

/** A module of the organisation's own. */
export const packModule = (args: ModuleAt): Promise<OwnModule> => call<OwnModule>('pack_module', { args });

/** Makes a module with one page. */
export const addPackModule = (args: NewModule): Promise<OwnModule> => call<OwnModule>('add_pack_module', { args });

/** Keeps what the head of a module says, and how its check is made. */
export const savePackModule = (args: ModuleWords): Promise<OwnModule> => call<OwnModule>('save_pack_module', { args });

/** Takes a module away, and its two files. */
export const removePackModule = (args: ModuleAt): Promise<PackDraft> => call<PackDraft>('remove_pack_module', { args });

/** A page or a question of a module of the organisation's own. */
export const packPart = (args: PartAt): Promise<DraftPart> => call<DraftPart>('pack_part', { args });

/** Keeps a page or a question. */
export const savePackPart = (args: SavePart): Promise<DraftPart> => call<DraftPart>('save_pack_part', { args });

/** Adds a page or a question, or puts one back that was taken away. */
export const addPackPart = (args: AddPart): Promise<OwnModule> => call<OwnModule>('add_pack_part', { args });

/** Puts a page or a question before its neighbour, or behind it. */
export const movePackPart = (args: MovePart): Promise<OwnModule> => call<OwnModule>('move_pack_part', { args });

/** Takes a page or a question away, and gives its text back. */
export const removePackPart = (args: RemovePart): Promise<PartRemoved> => call<PartRemoved>('remove_pack_part', { args });

/** Asks for a file of questions and says what would come of it; nothing when they cancel. */
export const lookAtQuestions = (args: ModuleAt): Promise<QuestionsFound | null> => call<QuestionsFound | null>('look_at_questions', { args });

/** Takes the questions of the file that was looked at. */
export const takeQuestions = (args: ModuleAt): Promise<QuestionsFound> => call<QuestionsFound>('take_questions', { args });

/** A page of any module of the draft, as learners see it. */
export const packPreview = (args: PreviewAt): Promise<PackPreview> => call<PackPreview>('pack_preview', { args });

/** What follows from a decision of the draft; nothing is kept. */
export const tryPackDecision = (args: TryDecision): Promise<DecisionTaken> => call<DecisionTaken>('try_pack_decision', { args });

/** An answer to a question of the draft, explained; nothing is kept. */
export const tryPackQuestion = (args: TryQuestion): Promise<PracticeSaved> => call<PracticeSaved>('try_pack_question', { args });

/** Asks for the key that signs; nothing when they cancel. */
export const chooseSigningKey = (): Promise<PackDraft | null> => call<PackDraft | null>('choose_signing_key');

/** Makes a key in a folder that they choose; nothing when they cancel. */
export const makeSigningKey = (args: KeyPassphrase): Promise<PackDraft | null> => call<PackDraft | null>('make_signing_key', { args });

/** Gives the draft the next version. */
export const raisePackVersion = (): Promise<PackDraft> => call<PackDraft>('raise_pack_version');

/** Signs the draft and writes it as one file; nothing when they cancel or stop it. */
export const signPackDraft = (args: KeyPassphrase): Promise<SignedPack | null> => call<SignedPack | null>('sign_pack_draft', { args });

/** Keeps what the page noticed in the log. */
export const logPageProblem = (args: PageProblem): Promise<null> => call<null>('log_page_problem', { args });

/** How far the file is that is being written; nothing while none is. */
export const workProgress = (): Promise<WorkProgress | null> => call<WorkProgress | null>('work_progress');

/** Stops the writing; there is no file then. */
export const stopWork = (): Promise<null> => call<null>('stop_work');

/** Says who is learning now. */
export const chooseLearner = (args: ChooseLearner): Promise<Startup> => call<Startup>('choose_learner', { args });

/** Gives the current learner a name or code. */
export const nameLearner = (args: NameLearner): Promise<Learner> => call<Learner>('name_learner', { args });

/** What now, and how long. */
export const home = (): Promise<Home> => call<Home>('home');

/** A module before it is started or continued. */
export const moduleOverview = (args: OpenModule): Promise<ModuleOverview> => call<ModuleOverview>('module_overview', { args });

/** A step, at which the learner is from now on. */
export const openStep = (args: OpenStep): Promise<StepView> => call<StepView>('open_step', { args });

/** Saves a decision; the first one of a newcomer makes the learner. */
export const recordDecision = (args: RecordDecision): Promise<DecisionSaved> => call<DecisionSaved>('record_decision', { args });

/** Saves and explains a practice answer. */
export const answerPractice = (args: AnswerPractice): Promise<PracticeSaved> => call<PracticeSaved>('answer_practice', { args });

/** Saves a private reflection. */
export const saveReflection = (args: SaveReflection): Promise<Saved> => call<Saved>('save_reflection', { args });

/** Marks a step done and opens what follows. */
export const finishStep = (args: FinishStep): Promise<AfterStep> => call<AfterStep>('finish_step', { args });

/** Every term with the steps that use it. */
export const glossary = (): Promise<Glossary> => call<Glossary>('glossary');

/** What was found, best first; only terms while a question of a check is open. */
export const search = (args: AskSearch): Promise<Found> => call<Found>('search', { args });

/** What was known of the case on a day. */
export const caseOn = (args: AskCase): Promise<CaseDay> => call<CaseDay>('case_on', { args });

/** Opens a file of assignments; taken at once when its trainer is trusted. Nothing when they cancel. */
export const openAssignmentFile = (): Promise<OpenedAssignments | null> => call<OpenedAssignments | null>('open_assignment_file');

/** Trusts the trainer whose file was opened, and takes it. */
export const trustTrainer = (): Promise<OpenedAssignments> => call<OpenedAssignments>('trust_trainer');

/** Everything that is kept of this learner's results. */
export const myRecord = (): Promise<LearnerRecord> => call<LearnerRecord>('my_record');

/** What there are certificates of, and what is still missing. */
export const certificates = (): Promise<Certificates> => call<Certificates>('certificates');

/** Writes a certificate as PDF where the person says; nothing when they cancel. */
export const saveCertificate = (args: SaveCertificate): Promise<Exported | null> => call<Exported | null>('save_certificate', { args });

/** Writes the record where the person says; nothing when they cancel. */
export const saveMyRecord = (args: SaveRecord): Promise<Exported | null> => call<Exported | null>('save_my_record', { args });

/** Writes everything that is kept of this learner as one archive. */
export const exportMyData = (args: ExportWords): Promise<Exported | null> => call<Exported | null>('export_my_data', { args });

/** The trainers that results can be saved for. */
export const myTrainers = (): Promise<MyTrainers> => call<MyTrainers>('my_trainers');

/** Asks for a trainer's key file and shows whose it says it is; nothing when they cancel. */
export const openTrainerKey = (): Promise<OpenedTrainerKey | null> => call<OpenedTrainerKey | null>('open_trainer_key');

/** Trusts a trainer from now on. */
export const trustTrainerKey = (args: TrustKey): Promise<MyTrainers> => call<MyTrainers>('trust_trainer_key', { args });

/** Writes this learner's results for a trainer where the person says; nothing when they cancel. */
export const saveResults = (args: PublicKeyOf): Promise<Exported | null> => call<Exported | null>('save_results', { args });

/** Everything about the way of results to the organisation's store. */
export const delivery = (): Promise<Delivery> => call<Delivery>('delivery');

/** Names the organisation's store, or changes how it is spoken with. */
export const nameRecordStore = (args: NameStore): Promise<StoreNamed> => call<StoreNamed>('name_record_store', { args });

/** Names no store any more. Agreements go, and what has not been sent. */
export const removeRecordStore = (): Promise<Delivery> => call<Delivery>('remove_record_store');

/** Keeps that the learner agrees, or does not any more; what has not been sent goes then. */
export const agreeToDelivery = (args: AgreeToDelivery): Promise<Delivery> => call<Delivery>('agree_to_delivery', { args });

/** Stops sending for a while, or goes on. */
export const pauseDelivery = (args: PauseDelivery): Promise<Delivery> => call<Delivery>('pause_delivery', { args });

/** Tries now, whatever was the matter. */
export const sendNow = (): Promise<Delivery> => call<Delivery>('send_now');

/** Everything that was set aside waits again. */
export const sendSetAside = (): Promise<Delivery> => call<Delivery>('send_set_aside');

/** The learner's statements as they are sent, newest first. */
export const myStatements = (args: AskStatements): Promise<StatementPage> => call<StatementPage>('my_statements', { args });

/** Whether the learner's results are written by themselves, and where. */
export const filing = (): Promise<Filing> => call<Filing>('filing');

/** Writes the learner's results into a folder from now on, which is asked for where the organisation names none;
 * nothing when they cancel. */
export const startFiling = (args: PublicKeyOf): Promise<Filing | null> => call<Filing | null>('start_filing', { args });

/** The learner's results are written only when she asks, from here on. */
export const stopFiling = (): Promise<Filing> => call<Filing>('stop_filing');

/** What a trainer of this computer gets of this learner. */
export const trainerView = (): Promise<TrainerView> => call<TrainerView>('trainer_view');

/** What erasing would take away. */
export const erasePreview = (): Promise<ErasePreview> => call<ErasePreview>('erase_preview');

/** Erases the learner from every file of this computer's store. */
export const eraseMe = (args: EraseMe): Promise<ErasedMe> => call<ErasedMe>('erase_me', { args });

/** Starts a final check, or goes on with the one that is open. */
export const startCheck = (args: StartCheck): Promise<CheckView> => call<CheckView>('start_check', { args });

/** Starts the pre-check of a module, or goes on with the one that is open. */
export const startTestOut = (args: StartCheck): Promise<CheckView> => call<CheckView>('start_test_out', { args });

/** Starts the final assessment, or goes on with the one that is open. */
export const startAssessment = (): Promise<CheckView> => call<CheckView>('start_assessment');

/** The final assessment before it is started or continued. */
export const assessmentOverview = (): Promise<AssessmentOverview> => call<AssessmentOverview>('assessment_overview');

/** A check at the first question that is not answered. */
export const resumeCheck = (args: OpenAttempt): Promise<CheckView> => call<CheckView>('resume_check', { args });

/** A check at one of its questions. */
export const openQuestion = (args: OpenQuestion): Promise<CheckView> => call<CheckView>('open_question', { args });

/** Commits an answer. */
export const recordAnswer = (args: RecordAnswer): Promise<AnswerSaved> => call<AnswerSaved>('record_answer', { args });

/** Flags a question for the review page, or takes the flag away. */
export const flagQuestion = (args: FlagQuestion): Promise<CheckView> => call<CheckView>('flag_question', { args });

/** The page before finishing. */
export const reviewCheck = (args: OpenAttempt): Promise<CheckReview> => call<CheckReview>('review_check', { args });

/** Finishes a check; its answers can no longer change. */
export const finishCheck = (args: OpenAttempt): Promise<CheckResult> => call<CheckResult>('finish_check', { args });

/** The result of a finished check. */
export const checkResult = (args: OpenAttempt): Promise<CheckResult> => call<CheckResult>('check_result', { args });

/** The mailbox before a round; none where the course has no mailbox. */
export const inbox = (): Promise<InboxDoor> => call<InboxDoor>('inbox');

/** Draws a round of the inbox, or goes on with the one that is not over. */
export const startInboxRound = (): Promise<InboxView> => call<InboxView>('start_inbox_round');

/** A round of the inbox at one of its messages. */
export const openInboxMessage = (args: OpenInboxMessage): Promise<InboxView> => call<InboxView>('open_inbox_message', { args });

/** Commits a judgement and tells what the message is. */
export const judgeMessage = (args: JudgeMessage): Promise<InboxView> => call<InboxView>('judge_message', { args });

/** Commits marked spots and shows which ones tell. */
export const markSpots = (args: MarkSpots): Promise<InboxView> => call<InboxView>('mark_spots', { args });

/** The result of a round of the inbox. */
export const inboxResult = (args: OpenInboxRound): Promise<InboxResult> => call<InboxResult>('inbox_result', { args });

/** The page on which a run of the story begins. */
export const storyStart = (): Promise<StoryStart> => call<StoryStart>('story_start');

/** Begins a run. */
export const startRun = (args: StartRun): Promise<RunView> => call<RunView>('start_run', { args });

/** A run where it stands. */
export const openRun = (args: OpenRun): Promise<RunView> => call<RunView>('open_run', { args });

/** Commits a choice and says what follows from it. */
export const decideInRun = (args: RunDecision): Promise<RunView> => call<RunView>('decide_in_run', { args });

/** Takes the last choice back. */
export const stepBackInRun = (args: OpenRun): Promise<RunView> => call<RunView>('step_back_in_run', { args });

/** Goes on from a consequence. */
export const goOnInRun = (args: OpenRun): Promise<RunView> => call<RunView>('go_on_in_run', { args });

/** Begins a run that shares the choices of another before one decision. */
export const replayRun = (args: ReplayRun): Promise<RunView> => call<RunView>('replay_run', { args });

/** A finished run, looked back at. */
export const runDebrief = (args: OpenRun): Promise<RunDebrief> => call<RunDebrief>('run_debrief', { args });

/** Saves a private reflection on a finished run. */
export const saveRunReflection = (args: SaveRunReflection): Promise<Saved> => call<Saved>('save_run_reflection', { args });

/** Keeps whether the learner shares her choices in the story without her name. */
export const shareMyChoices = (args: ShareChoices): Promise<Sharing> => call<Sharing>('share_my_choices', { args });

/** Where the refresher stands today. */
export const refresher = (): Promise<Refresher> => call<Refresher>('refresher');

/** The next card of a sitting, without its key. */
export const nextCard = (args: AskCard): Promise<CardTurn> => call<CardTurn>('next_card', { args });

/** Saves, explains and grades an answer. */
export const answerCard = (args: AnswerCard): Promise<CardAnswered> => call<CardAnswered>('answer_card', { args });

/** Saves and grades the judgement of a message, and tells what the message is. */
export const judgeCard = (args: JudgeCard): Promise<MessageJudged> => call<MessageJudged>('judge_card', { args });

/** Gives the last answer another grade. */
export const gradeCard = (args: GradeCard): Promise<CardGraded> => call<CardGraded>('grade_card', { args });

/** Takes the last answer of today back and asks its card again. */
export const undoCard = (args: AskCard): Promise<CardTurn> => call<CardTurn>('undo_card', { args });

/** Where the trainer's store stands. */
export const trainerDoor = (): Promise<TrainerDoor> => call<TrainerDoor>('trainer_door');

/** Somebody is at the keyboard in the trainer's area, which keeps it open. */
export const trainerStillHere = (): Promise<TrainerDoor> => call<TrainerDoor>('trainer_still_here');

/** Makes the trainer's store and opens it. */
export const createTrainerStore = (args: Passphrase): Promise<TrainerDoor> => call<TrainerDoor>('create_trainer_store', { args });

/** Makes a trainer's store that shows no person, for ever, and opens it. */
export const createWorksCouncilStore = (args: NewWorksCouncilStore): Promise<TrainerDoor> => call<TrainerDoor>('create_works_council_store', { args });

/** Opens the trainer's store. */
export const unlockTrainer = (args: Passphrase): Promise<TrainerDoor> => call<TrainerDoor>('unlock_trainer', { args });

/** Makes a recovery code and shows it; it opens nothing until it is kept. */
export const makeRecoveryCode = (): Promise<RecoveryWords> => call<RecoveryWords>('make_recovery_code');

/** Saves the code that was made as a page to print; nothing when they cancel. */
export const saveRecoveryCode = (args: TakingWords): Promise<Exported | null> => call<Exported | null>('save_recovery_code', { args });

/** The trainer has the code: it opens the store from now on, and the one before does not. */
export const keepRecoveryCode = (): Promise<TrainerDoor> => call<TrainerDoor>('keep_recovery_code');

/** Opens the trainer's store by its recovery code and gives it a new passphrase. */
export const recoverTrainer = (args: Recover): Promise<TrainerDoor> => call<TrainerDoor>('recover_trainer', { args });

/** Locks the trainer's store; the page reloads itself afterwards. */
export const lockTrainer = (): Promise<TrainerDoor> => call<TrainerDoor>('lock_trainer');

/** Collects from this computer's learners and shows everybody. */
export const trainerOverview = (args: Among): Promise<TrainerOverview> => call<TrainerOverview>('trainer_overview', { args });

/** A page of the table of people. */
export const trainerPeople = (args: AskPeople): Promise<PeoplePage> => call<PeoplePage>('trainer_people', { args });

/** One person: results, activity, attempts answer by answer, notes. */
export const trainerPerson = (args: OpenPerson): Promise<PersonDetail> => call<PersonDetail>('trainer_person', { args });

/** Adds a note about a person, or writes one anew. */
export const saveNote = (args: SaveNote): Promise<PersonNotes> => call<PersonNotes>('save_note', { args });

/** Takes a note about a person away. */
export const removeNote = (args: RemoveNote): Promise<PersonNotes> => call<PersonNotes>('remove_note', { args });

/** Takes a person out of the trainer's store. */
export const forgetPerson = (args: OpenPerson): Promise<Forgotten> => call<Forgotten>('forget_person', { args });

/** One module: when it was completed, where people stop, how long steps take, how checks ended. */
export const trainerModule = (args: AskModule): Promise<ModuleReport> => call<ModuleReport>('trainer_module', { args });

/** How people judged the inbox. */
export const trainerInbox = (args: Among): Promise<InboxReport> => call<InboxReport>('trainer_inbox', { args });

/** What was decided in the story, by role and fork. */
export const trainerForks = (): Promise<ForkReport> => call<ForkReport>('trainer_forks');

/** Wrong ideas across questions, those of most people first. */
export const trainerMisconceptions = (args: Among): Promise<MisconceptionReport> => call<MisconceptionReport>('trainer_misconceptions', { args });

/** What people still know some time after their first check. */
export const trainerLasted = (args: Among): Promise<LastedReport> => call<LastedReport>('trainer_lasted', { args });

/** Questions, hardest first. */
export const trainerQuestions = (args: AskQuestions): Promise<QuestionReport> => call<QuestionReport>('trainer_questions', { args });

/** A page of the people who are found, with groups and offers. */
export const trainerRoster = (args: AskRoster): Promise<RosterList> => call<RosterList>('trainer_roster', { args });

/** Puts people into the group of a name, which is made when there is none. */
export const putIntoGroup = (args: PutIntoGroup): Promise<GroupsChanged> => call<GroupsChanged>('put_into_group', { args });

/** Takes people out of a group. */
export const takeOutOfGroup = (args: TakeOutOfGroup): Promise<GroupsChanged> => call<GroupsChanged>('take_out_of_group', { args });

/** Gives a group another name. */
export const renameGroup = (args: RenameGroup): Promise<GroupsChanged> => call<GroupsChanged>('rename_group', { args });

/** Removes a group; the people stay. */
export const removeGroup = (args: OpenGroup): Promise<GroupsChanged> => call<GroupsChanged>('remove_group', { args });

/** Makes somebody of the list and somebody with results one person, or keeps that they are two. */
export const mergePeople = (args: MergePeople): Promise<GroupsChanged> => call<GroupsChanged>('merge_people', { args });

/** Says what importing a file of people would do; nothing when they cancel. */
export const previewRoster = (): Promise<RosterPreview | null> => call<RosterPreview | null>('preview_roster');

/** Imports the file that was looked at, in one piece. */
export const importRoster = (): Promise<RosterImported> => call<RosterImported>('import_roster');

/** The assignments that stand, with counted status. */
export const trainerAssignments = (): Promise<Assignments> => call<Assignments>('trainer_assignments');

/** What the form for a new assignment needs. */
export const assignmentForm = (args: AskAssignmentForm): Promise<AssignmentForm> => call<AssignmentForm>('assignment_form', { args });

/** Assigns modules or steps to people and groups, by a day. */
export const makeAssignment = (args: MakeAssignment): Promise<Assignments> => call<Assignments>('make_assignment', { args });

/** Withdraws an assignment. */
export const withdrawAssignment = (args: OpenAssignment): Promise<Assignments> => call<Assignments>('withdraw_assignment', { args });

/** Says what learners read as the sender. */
export const nameTrainer = (args: NameTrainer): Promise<Assignments> => call<Assignments>('name_trainer', { args });

/** Writes the signed file for other computers; nothing when they cancel. */
export const saveAssignmentFile = (): Promise<Exported | null> => call<Exported | null>('save_assignment_file');

/** A question whole, as a learner saw it, with its key and every explanation. */
export const trainerQuestion = (args: AskQuestion): Promise<QuestionAsked> => call<QuestionAsked>('trainer_question', { args });

/** Who had a question wrong the last time, and the step that teaches it. */
export const trainerQuestionPeople = (args: AskQuestion): Promise<QuestionPeople> => call<QuestionPeople>('trainer_question_people', { args });

/** Fills an empty store with made-up people, labelled as such. */
export const loadSample = (): Promise<TrainerOverview> => call<TrainerOverview>('load_sample');

/** Takes the made-up people away. */
export const removeSample = (): Promise<TrainerOverview> => call<TrainerOverview>('remove_sample');

/** Writes the people as CSV where the person says; nothing when they cancel. */
export const exportPeople = (args: Among): Promise<Exported | null> => call<Exported | null>('export_people', { args });

/** Writes one person's answers as CSV. */
export const exportPerson = (args: OpenPerson): Promise<Exported | null> => call<Exported | null>('export_person', { args });

/** Writes the notes about a person as CSV, in a file of their own. */
export const exportNotes = (args: OpenPerson): Promise<Exported | null> => call<Exported | null>('export_notes', { args });

/** Writes the questions as CSV. */
export const exportQuestions = (args: AskQuestions): Promise<Exported | null> => call<Exported | null>('export_questions', { args });

/** The page for collecting, with what lies in the folder that was chosen. */
export const collectPage = (): Promise<CollectPage> => call<CollectPage>('collect_page');

/** Asks for result files and looks at them. */
export const chooseResultFiles = (): Promise<CollectPage | null> => call<CollectPage | null>('choose_result_files');

/** Asks for the folder that is looked through on each visit. */
export const chooseResultFolder = (): Promise<CollectPage | null> => call<CollectPage | null>('choose_result_folder');

/** Looks at the files and folders that were dropped on the window. */
export const lookAtDropped = (): Promise<CollectPage> => call<CollectPage>('look_at_dropped');

/** Takes files that were looked at into the store, each wholly or not at all. */
export const collectFiles = (args: CollectFiles): Promise<Array<FoundFile>> => call<Array<FoundFile>>('collect_files', { args });

/** Writes the key file for learners where the person says; nothing when they cancel. */
export const saveTrainerKey = (args: SaveTrainerKey): Promise<Exported | null> => call<Exported | null>('save_trainer_key', { args });

/** The store that a trainer collects from, and what was read of it. */
export const gathering = (): Promise<Gathering> => call<Gathering>('gathering');

/** Names the store that is collected from. */
export const nameSource = (args: NameStore): Promise<SourceNamed> => call<SourceNamed>('name_source', { args });

/** Collects from no store any more. What was collected stays. */
export const removeSource = (): Promise<Gathering> => call<Gathering>('remove_source');

/** Begins to look into the store. Nothing is read yet. */
export const lookInStore = (args: LookInStore): Promise<Gathering> => call<Gathering>('look_in_store', { args });

/** Reads the next page. */
export const lookOnInStore = (): Promise<Gathering> => call<Gathering>('look_on_in_store');

/** Looks no further; what was read is forgotten. */
export const stopLook = (): Promise<Gathering> => call<Gathering>('stop_look');

/** Takes in what was read. */
export const takeFromStore = (): Promise<Gathering> => call<Gathering>('take_from_store');

/** What the files of a person show. */
export const personHistory = (args: OpenPerson): Promise<PersonHistory> => call<PersonHistory>('person_history', { args });

/** The last choice of how a report is written. */
export const takingChoice = (): Promise<TakingChoice> => call<TakingChoice>('taking_choice');

/** The first rows of a report as they would stand in the file. */
export const previewTaking = (args: AskPreview): Promise<TakingPreview> => call<TakingPreview>('preview_taking', { args });

/** Writes a report where the person says; nothing when they cancel or stop it. */
export const takeAway = (args: TakeAway): Promise<Exported | null> => call<Exported | null>('take_away', { args });

/** Writes the evidence pack as a folder where the person says; nothing when they cancel. */
export const takeEvidence = (args: TakeEvidence): Promise<Exported | null> => call<Exported | null>('take_evidence', { args });

/** Shows the file that was written last where the desktop shows files. */
export const showTaken = (): Promise<null> => call<null>('show_taken');

/**
 * What this installation is and where it keeps its files.
 */
export type About = { version: string, dataDir: string, system: string, sqlite: string, course: Course, learners: number, answers: number, };

/**
 * A colour, and what the app shows in its place.
 */
export type AccentShown = { 
/**
 * `#rrggbb`, as the organisation has it.
 */
own: string, light: Tones, dark: Tones, };

/**
 * A new page or question at the end, or one that was taken away and comes back.
 */
export type AddPart = { moduleId: string, kind: PartKind, back: RemovedPart | null, };

/**
 * Where Continue leads.
 */
export type AfterStep = { "kind": "step", view: StepView, } | { "kind": "module", overview: ModuleOverview, };

export type AgreeToDelivery = { yes: boolean, };

/**
 * Of whom a report is to be told, and of which days. Everything absent: of everybody, at any time.
 *
 * A report that knows no days leaves them out, and says so in [`AmongWhom::by_day`].
 */
export type Among = { 
/**
 * Only people of this group.
 */
groupId: string | null, 
/**
 * In the last so many days, today among them; before `from_day`.
 */
lastDays: number | null, 
/**
 * On this day or later, as 2026-11-22.
 */
fromDay: string | null, 
/**
 * On this day or earlier.
 */
toDay: string | null, };

/**
 * Of whom a report was told, and of whom else it could be.
 */
export type AmongWhom = { 
/**
 * Absent: everybody.
 */
group: ReportGroup | null, 
/**
 * The first and the last day, where there are any.
 */
fromDay: string | null, toDay: string | null, 
/**
 * Groups and days can be asked for: persons are shown here.
 */
canFilter: boolean, 
/**
 * Days mean something in this report.
 */
byDay: boolean, 
/**
 * Groups that can be asked for.
 */
groups: Array<ReportGroup>, };

export type AnswerCard = { sitting: Sitting, 
/**
 * Cards answered in this sitting before this one.
 */
done: number, itemId: string, response: Response, confidence: Confidence | null, elapsedMs: number, };

export type AnswerPractice = { moduleId: string, stepId: string, itemId: string, response: Response, confidence: Confidence | null, elapsedMs: number, };

/**
 * An answer that has been committed, and where to go on.
 */
export type AnswerSaved = { answerId: string, savedAt: string, 
/**
 * The next question; absent after the last: review.
 */
next: CheckView | null, 
/**
 * With feedback at once: the answer with its explanation.
 */
answeredWith: Answered | null, };

/**
 * An answer that has been saved, with its explanation.
 */
export type Answered = { answerId: string, savedAt: string, response: Response, confidence: Confidence | null, explanation: Explanation, };

/**
 * A picture.
 */
export type Art = { "kind": "drawing", width: number, height: number, shapes: Array<Shape>, } | { "kind": "picture", address: string, };

export type AskAssignmentForm = { 
/**
 * People chosen before.
 */
personIds: Array<string>, };

export type AskCard = { sitting: Sitting, 
/**
 * Cards answered in this sitting so far.
 */
done: number, };

/**
 * A day to look at.
 */
export type AskCase = { 
/**
 * Absent: the day on which the date became public. Days outside the range count as its ends.
 */
day: string | null, 
/**
 * The id of a topic. Absent: the case, which is every topic that is not aside of it.
 */
topic: string | null, };

export type AskModule = { 
/**
 * Absent: the first one.
 */
moduleId: string | null, among: Among, };

/**
 * Asks for a page of the table of people.
 */
export type AskPeople = { 
/**
 * Only people of this group.
 */
groupId: string | null, 
/**
 * A part of the name; empty for everybody.
 */
name: string, 
/**
 * The module that `standing` is about; absent: the whole course.
 */
moduleId: string | null, standing: StandingFilter, sort: PeopleColumn, descending: boolean, 
/**
 * The first row, from 0.
 */
offset: number, 
/**
 * Rows, at most 500.
 */
limit: number, };

/**
 * A report to be looked at before it is written.
 */
export type AskPreview = { what: WhatToTake, choice: TakingChoice, };

export type AskQuestion = { itemHash: string, };

/**
 * Whose answers the figures of questions rest on.
 */
export type AskQuestions = { 
/**
 * Absent: all modules.
 */
moduleId: string | null, 
/**
 * Days are those on which checks were finished.
 */
among: Among, attempts: Attempts, };

export type AskRoster = { 
/**
 * Words of name or code; everybody when empty.
 */
search: string, 
/**
 * Absent: whatever their groups.
 */
groupId: string | null, 
/**
 * From 0.
 */
page: number, };

/**
 * What somebody looks for.
 */
export type AskSearch = { query: string, 
/**
 * The attempt of which a question or the review is on the page, if one is.
 */
attemptId: string | null, };

export type AskStatements = { 
/**
 * Older than this one; absent: the newest.
 */
before: number | null, };

/**
 * The final assessment at a glance.
 */
export type AssessmentCard = { title: string, about: string, questions: number, minutes: number, 
/**
 * An attempt that was begun and not finished.
 */
openAttempt: string | null, 
/**
 * Best finished attempt.
 */
best: AttemptSummary | null, };

/**
 * A final assessment before it is started or continued.
 */
export type AssessmentOverview = { title: string, about: string, check: CheckTerms, 
/**
 * Modules that are completed or shown to be known.
 */
modulesDone: number, modules: number, 
/**
 * Finished attempts, oldest first.
 */
attempts: Array<AttemptSummary>, lang: string, dir: string, };

export type AssignableModule = { moduleId: string, number: number, title: string, steps: Array<AssignableStep>, };

export type AssignableStep = { stepId: string, number: number, title: string, };

/**
 * A module or a step.
 */
export type AssignedPart = { moduleId: string, moduleNumber: number, moduleTitle: string, 
/**
 * Absent: the whole module.
 */
stepId: string | null, stepTitle: string | null, };

/**
 * What a learner was assigned and has not done.
 */
export type AssignedToMe = { part: AssignedPart, due: string, 
/**
 * Days until it is due; below zero afterwards.
 */
daysLeft: number, message: string | null, 
/**
 * Who assigned it.
 */
from: string, };

/**
 * An assignment and how far people are with it.
 */
export type Assignment = { assignmentId: string, parts: Array<AssignedPart>, everybody: boolean, 
/**
 * Names of the groups it is for.
 */
groups: Array<string>, 
/**
 * People named besides the groups.
 */
named: number, 
/**
 * Absent where no person is shown.
 */
far: HowFar | null, due: string, 
/**
 * Days until it is due; below zero afterwards.
 */
daysLeft: number, message: string | null, };

export type AssignmentFileFault = "notOurs" | "newer" | "changed" | "older" | "notReadable";

/**
 * What the form for an assignment needs to know.
 */
export type AssignmentForm = { sample: boolean, today: string, modules: Array<AssignableModule>, 
/**
 * None where no person is shown: there, everybody is assigned to or nobody.
 */
groups: Array<Group>, 
/**
 * Everybody of this store; absent where no person is shown.
 */
people: number | null, 
/**
 * Those chosen before, who are still there.
 */
chosen: Array<ChosenPerson>, };

/**
 * The assignments of this store.
 */
export type Assignments = { sample: boolean, 
/**
 * `2026-11-23`.
 */
today: string, 
/**
 * What learners read as the sender; empty until given.
 */
from: string, 
/**
 * Six words that stand for the key of this store.
 */
fingerprint: string, 
/**
 * Those that stand, due first before the others.
 */
rows: Array<Assignment>, };

/**
 * What an attempt is for. An assessment has its own id and title in the place of the module's, and the
 * number 0.
 */
export type AttemptForm = "check" | "testOut" | "assessment";

/**
 * A finished or unfinished attempt in one line.
 */
export type AttemptSummary = { attemptId: string, form: AttemptForm, moduleId: string, moduleNumber: number, moduleTitle: string, 
/**
 * 1 for the first try.
 */
tryNumber: number, packVersion: number, startedAt: string, finishedAt: string | null, 
/**
 * Points reached; partial credit makes halves and thirds.
 */
points: number, of: number, passPoints: number, passed: boolean, 
/**
 * From start to finish, without the time it lay open unattended: the sum of the answers' times.
 */
elapsedMs: number, };

/**
 * A finished pre-check.
 */
export type AttemptSummaryLink = { attemptId: string, passed: boolean, };

/**
 * Which attempts of a person count.
 */
export type Attempts = "first" | "all";

/**
 * One block of a step.
 */
export type Block = { "kind": "paragraph", text: Array<Span>, } | { "kind": "subheading", text: string, } | { "kind": "list", ordered: boolean, items: Array<Array<Span>>, } | { "kind": "decision", id: string, ask: Array<Span>, options: Array<DecisionOption>, taken: DecisionTaken | null, } | { "kind": "check", question: Question, 
/**
 * What this learner last answered here, with its explanation.
 */
feedback: Answered | null, 
/**
 * How often it has been answered here.
 */
answered: number, } | { "kind": "callout", 
/**
 * Absent: "What this means for you".
 */
title: string | null, body: Array<Span>, } | { "kind": "figure", alt: string, caption: Array<Span>, claims: Array<string>, 
/**
 * The whole figure as words.
 */
text: Array<Array<Span>>, art: Art, } | { "kind": "timeline", title: string, events: Array<Event>, } | { "kind": "comparison", title: string, columns: Array<string>, rows: Array<Row>, } | { "kind": "quote", text: Array<Span>, who: string, role: string | null, date: string, claim: string, 
/**
 * The words are ours.
 */
paraphrase: boolean, 
/**
 * Shown as a specimen that cannot be clicked.
 */
evidence: boolean, } | { "kind": "reflection", id: string, prompt: Array<Span>, written: string, };

export type BuilderPage = "modules" | "texts" | "due" | "branding" | "file";

/**
 * A saved answer with its explanation, its grade, and when the card comes back.
 */
export type CardAnswered = { 
/**
 * The id of the answer is that of the review.
 */
answered: Answered, 
/**
 * The grade that the answer gave itself.
 */
grade: Grade, 
/**
 * Every grade with the day on which the card comes back after it.
 */
grades: Array<GradeDay>, 
/**
 * Cards after this one in the sitting.
 */
left: number, };

/**
 * A grade that was changed.
 */
export type CardGraded = { grade: Grade, savedAt: string, };

/**
 * The next card, or the end.
 */
export type CardTurn = { "kind": "card", card: RefresherCard, } | { "kind": "message", card: MessageCard, } | { "kind": "done", refresher: Refresher, };

/**
 * Cards, and how long they take.
 */
export type CardsDue = { cards: number, minutes: number, };

/**
 * What was known on a day.
 */
export type CaseDay = { day: string, 
/**
 * The first day of the range.
 */
first: string, 
/**
 * The last one: today.
 */
today: string, topic: string | null, topics: Array<CaseTopic>, 
/**
 * The days of the range on which something became known or was seen otherwise, in order.
 */
turns: Array<CaseTurn>, 
/**
 * Newest first.
 */
entries: Array<CaseEntry>, };

/**
 * A claim as it stood on the day.
 */
export type CaseEntry = { claim: ClaimCard, 
/**
 * How sure it was on the day.
 */
status: ClaimStatus, 
/**
 * The first day of that status.
 */
since: string, 
/**
 * How sure it was before that.
 */
before: ClaimStatus | null, 
/**
 * It became known, or was seen otherwise, on this very day.
 */
isNew: boolean, 
/**
 * What became of it came after the day: its present status is another one, or `later` is a word for it.
 */
movedOn: boolean, 
/**
 * The steps that speak of it.
 */
steps: Array<StepLink>, };

/**
 * By what the list can be narrowed.
 */
export type CaseTopic = { id: string, title: string, 
/**
 * How much of it was known on the day.
 */
known: number, };

/**
 * A day on which something became known or was seen otherwise.
 */
export type CaseTurn = { day: string, 
/**
 * How many claims.
 */
claims: number, };

/**
 * What separates the cells of a CSV file.
 */
export type CellSeparator = "comma" | "semicolon" | "tab";

/**
 * Something that can be passed.
 */
export type CertificateEntry = { 
/**
 * The module; absent for the final assessment.
 */
moduleId: string | null, 
/**
 * The module's number; absent for the final assessment.
 */
number: number | null, title: string, steps: number, stepsDone: number, 
/**
 * Absent: not yet.
 */
passed: PassedCheck | null, };

/**
 * What there are certificates of, and what is still missing.
 */
export type Certificates = { 
/**
 * The name or code that stands on them; absent until it is given.
 */
name: string | null, 
/**
 * Characters of the name that the fonts of the certificate do not have.
 */
unprintable: Array<string>, 
/**
 * Every module, then the final assessment where the course has one.
 */
entries: Array<CertificateEntry>, };

/**
 * What has changed since a day. Each number says how many more there are now; it can be below zero.
 */
export type Changed = { 
/**
 * `YYYY-MM-DD`.
 */
since: string, people: number, 
/**
 * Modules begun or completed, over all people.
 */
begun: number, 
/**
 * Modules completed, over all people.
 */
completed: number, 
/**
 * Finished checks.
 */
checks: number, 
/**
 * People who may need help.
 */
needHelp: number, };

/**
 * The result. Leads with what to revisit.
 */
export type CheckResult = { summary: AttemptSummary, 
/**
 * Steps to revisit, those behind sure-but-wrong answers first.
 */
revisit: Array<Revisit>, questions: Array<ResultQuestion>, 
/**
 * Tries that are left; absent when there is no limit.
 */
triesLeft: number | null, 
/**
 * When the next try opens, while there is a pause.
 */
opensAt: string | null, 
/**
 * For a passed pre-check: the minutes that the unread steps would have taken.
 */
savedMinutes: number | null, 
/**
 * For an assessment: points by module, in the order of the course.
 */
byModule: Array<ModuleScore>, 
/**
 * Other finished tries of this check, oldest first.
 */
otherTries: Array<AttemptSummary>, lang: string, dir: string, };

/**
 * The page before finishing.
 */
export type CheckReview = { attemptId: string, form: AttemptForm, feedback: Feedback, moduleId: string, moduleNumber: number, moduleTitle: string, rows: Array<ReviewRow>, lang: string, dir: string, };

/**
 * What is promised before a check starts.
 */
export type CheckTerms = { questions: number, 
/**
 * Points needed.
 */
passPoints: number, 
/**
 * 0 is as many as wanted.
 */
tries: number, triesUsed: number, minutes: number, feedback: Feedback, 
/**
 * Minutes between two tries.
 */
pauseMinutes: number, 
/**
 * When the next try opens, while there is a pause.
 */
opensAt: string | null, 
/**
 * An attempt that was begun and not finished.
 */
openAttempt: string | null, };

/**
 * A check at one of its questions.
 */
export type CheckView = { attemptId: string, form: AttemptForm, feedback: Feedback, moduleId: string, moduleNumber: number, moduleTitle: string, position: number, of: number, answered: number, question: Question, 
/**
 * What was answered before; can be changed until the check is finished, unless it is explained.
 */
response: Response | null, confidence: Confidence | null, 
/**
 * With feedback at once: the committed answer with its explanation.
 */
answeredWith: Answered | null, flagged: boolean, lang: string, dir: string, };

export type ChooseAccent = { 
/**
 * `#rrggbb`; absent for that of the app.
 */
accent: string | null, };

export type ChooseDue = { 
/**
 * `YYYY-MM-DD`; absent for no day.
 */
due: string | null, };

export type ChooseLanguages = { 
/**
 * BCP 47, at least one; the first stands where the reader's is not among them.
 */
languages: Array<string>, };

export type ChooseLearner = { 
/**
 * Absent: somebody else, who begins anew.
 */
learnerId: string | null, };

export type ChooseParts = { moduleIds: Array<string>, inbox: boolean, story: boolean, assessment: boolean, };

export type ChosenPerson = { personId: string, name: string | null, };

/**
 * A claim, shown at the point where it is made.
 */
export type ClaimCard = { id: string, says: string, 
/**
 * The day it is about; the first of the month or year when no more is known.
 */
date: string, precision: Precision, 
/**
 * The day by which it was public, when that was later; the first of the month or year when no more is
 * known.
 */
known: string | null, knownPrecision: Precision, 
/**
 * The first day on which it certainly was known.
 */
knownFrom: string, topic: string | null, status: ClaimStatus, 
/**
 * Every status that it has had, the present one last; empty when it never changed.
 */
history: Array<ClaimWas>, sources: Array<string>, 
/**
 * What became of it.
 */
later: string | null, reviewBy: string, 
/**
 * Past its review-by date.
 */
stale: boolean, };

/**
 * How sure a claim is.
 */
export type ClaimStatus = "confirmed" | "claimed" | "disputed" | "disproved";

/**
 * How sure a claim was from a day on.
 */
export type ClaimWas = { status: ClaimStatus, from: string, };

export type CollectFiles = { 
/**
 * Of files that were looked at.
 */
indexes: Array<number>, };

/**
 * The page for collecting.
 */
export type CollectPage = { key: TrainerKey, 
/**
 * The folder that is looked through on each visit.
 */
folder: string | null, 
/**
 * That folder cannot be read now.
 */
folderMissing: boolean, 
/**
 * Made-up people are in the store, so nothing is taken in.
 */
sample: boolean, files: Array<FoundFile>, };

/**
 * People who have completed a module by the end of a day.
 */
export type CompletedByDay = { 
/**
 * `YYYY-MM-DD`.
 */
day: string, people: number, };

/**
 * How sure the learner is. Never costs marks.
 */
export type Confidence = "sure" | "think" | "guess";

/**
 * Answers of those who were so sure.
 */
export type ConfidenceCount = { 
/**
 * Absent: not said.
 */
confidence: Confidence | null, answered: number, correct: number, };

/**
 * What follows from an option.
 */
export type Consequence = { optionId: string, text: Array<Span>, };

/**
 * The course in a few words.
 */
export type Course = { 
/**
 * The same in every version.
 */
packId: string, title: string, about: string, lang: string, 
/**
 * `ltr` or `rtl`.
 */
dir: string, version: number, released: string, publisher: string, modules: number, minutes: number, 
/**
 * Whether it has a mailbox to practise in.
 */
inbox: boolean, 
/**
 * What the organisation that hands it out says of itself.
 */
organisation: Organisation | null, 
/**
 * It holds a branching story.
 */
hasStory: boolean, 
/**
 * It is an installed pack that nobody signed.
 */
unsigned: boolean, };

/**
 * A decision, looked back at.
 */
export type DebriefDecision = { position: number, 
/**
 * Story time.
 */
at: string, ask: Array<Span>, chosen: Array<Span>, then: Array<Span>, moves: Array<StoryMove>, stance: StoryStance, advice: Array<Span>, 
/**
 * Ids of the claims that carry its source and date.
 */
adviceClaims: Array<string>, notTaken: Array<PathNotTaken>, 
/**
 * What was chosen first and taken back.
 */
takenBack: Array<Array<Span>>, 
/**
 * Taken over from the run that this one replays.
 */
shared: boolean, };

/**
 * A way to decide; what follows comes after the choice.
 */
export type DecisionOption = { id: string, text: Array<Span>, };

/**
 * A saved decision. The first one of a newcomer also makes the learner.
 */
export type DecisionSaved = { taken: DecisionTaken, learner: Learner, };

/**
 * A decision that has been saved, and what follows from each option.
 */
export type DecisionTaken = { optionId: string, savedAt: string, 
/**
 * One for each option, in the same order.
 */
consequences: Array<Consequence>, 
/**
 * Every claim that the consequences refer to.
 */
claims: Array<ClaimCard>, 
/**
 * Every term that they refer to.
 */
terms: Array<TermCard>, };

/**
 * Everything about the way of results to the organisation's store.
 */
export type Delivery = { 
/**
 * Absent until somebody names one.
 */
store: RecordStore | null, 
/**
 * Which one it is, is the organisation's to say.
 */
locked: boolean, 
/**
 * Somebody learns here who could agree.
 */
learner: boolean, 
/**
 * When the learner agreed to this store; absent when she did not.
 */
agreedAt: string | null, state: DeliveryState, 
/**
 * Of everybody on this computer.
 */
waiting: number, delivered: number, setAside: number, 
/**
 * Why statements were set aside, the most frequent first.
 */
reasons: Array<SetAsideReason>, };

/**
 * How delivery stands.
 */
export type DeliveryState = { "kind": "off" } | { "kind": "paused" } | { "kind": "passwordMissing" } | { "kind": "idle" } | { "kind": "sending" } | { "kind": "resting", trouble: DeliveryTrouble, until: string, };

/**
 * What is the matter.
 */
export type DeliveryTrouble = "noConnection" | "tooSlow" | "broken" | "notSafe" | "address" | "proxy" | "credentials" | "notThere" | "redirect" | "busy" | "fault" | "unreadable" | "unexpected" | "version" | "elsewhere" | "circle";

/**
 * A module that may be part of the pack.
 */
export type DraftModule = { moduleId: string, number: number, title: string, minutes: number, chosen: boolean, 
/**
 * It does not ship, or is not as it ships: it leaves the draft in its folder only.
 */
own: boolean, };

/**
 * A page or a question as its maker writes it.
 */
export type DraftPart = { at: PartAt, of: number, 
/**
 * Of the page or the question; empty while it has none.
 */
id: string, moduleTitle: string, title: string, file: string, 
/**
 * The line of the file at which it begins.
 */
line: number, 
/**
 * Of its text as it stands on the disk; whoever changes it says which text that was.
 */
mark: string, words: PartWords, problems: Array<PartProblem>, 
/**
 * Why what was written is not on the disk; absent when it is.
 */
unkept: Unkept | null, 
/**
 * As a learner meets it; absent while it cannot be read so far.
 */
shown: Array<Block> | null, claims: Array<ClaimCard>, terms: Array<TermCard>, lang: string, dir: string, 
/**
 * The pages of the module, of which a question names one.
 */
steps: Array<StepName>, 
/**
 * Wrong ideas of the pack that a wrong option may stand for.
 */
ideas: Array<StepName>, 
/**
 * Practice questions of the module, for its pages.
 */
practice: Array<StepName>, };

/**
 * What `pack check` says, and the page on which it is mended.
 */
export type DraftProblem = { page: BuilderPage, 
/**
 * The module of the organisation's own whose matter it is, and the page or question of it.
 */
moduleId: string | null, part: PartAt | null, 
/**
 * The key that stands at the line; empty where there is none.
 */
key: string, file: string, line: number, 
/**
 * Which kind of problem, with its names and numbers: what the page says it by in its own language.
 */
code: string, values: Array<string>, 
/**
 * In the words of the check.
 */
message: string, };

export type DraftTexts = { title: string, name: string, report: string, texts: Array<OrganisationText>, };

/**
 * Both ends of an interval.
 */
export type EndsOf = { low: number, high: number, };

export type EraseMe = { 
/**
 * Who the page thinks is learning: nobody else is erased.
 */
learnerId: string, };

/**
 * What erasing would take away.
 */
export type ErasePreview = { 
/**
 * Absent: nobody is learning, and there is nothing to erase.
 */
learner: Learner | null, 
/**
 * Rows of the learner in each table that has any.
 */
tables: Array<TableCount>, 
/**
 * Copies of the file and damaged files that were set aside; they hold everybody of this computer.
 */
files: number, 
/**
 * Others who learn on this computer. Their rows stay.
 */
others: number, 
/**
 * A trainer's area is kept on this computer. What it has collected stays in it.
 */
trainerStore: boolean, dataDir: string, };

/**
 * What was erased, and who is left.
 */
export type ErasedMe = { rows: number, files: number, trainerStore: boolean, startup: Startup, };

/**
 * People that were erased because the policy's time was over. Nothing says who they were.
 */
export type ErasedOnTime = { 
/**
 * The day, as `2026-11-23`.
 */
day: string, people: number, rows: number, 
/**
 * Copies and files set aside that went with them.
 */
files: number, };

/**
 * Decides what the person reads.
 */
export type ErrorCode = "StoreTooNew" | "StoreDamaged" | "StoreBusy" | "DiskFull" | "StoreReadOnly" | "StoreOnNetwork" | "PackInvalid" | "AttemptClosed" | "NoTriesLeft" | "PauseRunning" | "AnswerCommitted" | "NotFound" | "ResponseInvalid" | "NameTaken" | "AssignmentInvalid" | "NameInvalid" | "TrainerLocked" | "WrongPassphrase" | "PassphraseWait" | "PassphraseWeak" | "RecoveryCodeMistyped" | "WrongRecoveryCode" | "NoRecoveryCode" | "GroupSizeInvalid" | "PersonsNotShown" | "PolicyForbids" | "PolicyUnread" | "FileNotWritable" | "TooLongForPaper" | "DraftLost" | "DraftChanged" | "QuestionsRefused" | "PictureRefused" | "KeyMissing" | "KeyInvalid" | "FileStands" | "PackTooLarge" | "EraseUnfinished" | "Internal";

/**
 * A number with its 95 % interval.
 */
export type Estimated = { value: number, low: number, high: number, };

/**
 * A point on a timeline.
 */
export type Event = { date: string, text: Array<Span>, claim: string | null, };

/**
 * A part with its explanation.
 */
export type ExplainedPart = { id: string, text: Array<Span>, 
/**
 * For a matching or sorting: the words of the right target or group.
 */
target: Array<Span> | null, 
/**
 * For a scenario: what follows from it.
 */
then: Array<Span> | null, 
/**
 * The wrong idea behind it, where the course names one.
 */
idea: Idea | null, 
/**
 * The learner chose it (in an ordering, matching or sorting: put it in its right place).
 */
chosen: boolean, 
/**
 * It is right to choose it.
 */
right: boolean, why: Array<Span>, };

/**
 * What there is to say about a question and an answer to it.
 */
export type Explanation = { outcome: Outcome, 
/**
 * 0 to 1.
 */
score: number, 
/**
 * The best answer, in the same form as a response.
 */
best: Response, 
/**
 * Every part with its explanation, in the order shown. For true/false the first two have the
 * ids `true` and `false` and no words of their own. For what was typed there is one with the id
 * `answer`, and one with the id `near` when the answer is a wrong one that is explained.
 */
parts: Array<ExplainedPart>, 
/**
 * What else is shown with the answer, for questions that are typed.
 */
reveal: Reveal | null, 
/**
 * The step that teaches it.
 */
step: StepLink, 
/**
 * Claims that it rests on, and those that the explanations name.
 */
claims: Array<ClaimCard>, };

/**
 * The words of the page that people read in the file, in the language of the interface.
 */
export type ExportWords = { lang: string, 
/**
 * `ltr` or `rtl`.
 */
dir: string, title: string, 
/**
 * Who and when.
 */
made: string, 
/**
 * What each file of the archive is, one line each.
 */
files: Array<string>, modules: string, checks: string, check: string, preCheck: string, inbox: string, round: string, caught: string, falseAlarms: string, ultimatum: string, role: string, ended: string, refresher: string, cards: string, reflections: string, 
/**
 * Heading of the tables as they are kept.
 */
everything: string, everythingNote: string, nothing: string, module: string, status: string, version: string, tryNumber: string, result: string, date: string, question: string, chosen: string, best: string, confidence: string, written: string, seconds: string, notStarted: string, started: string, stepsDone: string, known: string, completed: string, passed: string, notYet: string, right: string, partly: string, wrong: string, unanswered: string, sure: string, think: string, guess: string, };

/**
 * A file that was written.
 */
export type Exported = { path: string, rows: number, };

/**
 * When answers are explained.
 */
export type Feedback = "after" | "atOnce";

/**
 * The form of the file.
 */
export type FileForm = "csv" | "xlsx" | "pdf" | "json";

/**
 * Why a file is not taken.
 */
export type FileRefused = "notReadable" | "tooLong" | "doesNotOpen" | "newer" | "notOne" | "signature" | "forAnother" | "changed" | "sample";

/**
 * Where a learner's results are written.
 */
export type FiledInto = { folder: string, trainer: string, writtenAt: string | null, 
/**
 * What was in the way the last time, in the system's words.
 */
problem: string | null, };

/**
 * Result files that are written by themselves.
 */
export type Filing = { 
/**
 * Somebody learns here whose results could be written.
 */
learner: boolean, trainers: Array<KnownTrainer>, 
/**
 * The folder that the organisation names; nobody is asked for another one.
 */
given: string | null, 
/**
 * Absent while results are written only when the learner asks.
 */
into: FiledInto | null, };

/**
 * What files show, as facts about files.
 */
export type FindingWord = "gap" | "edited" | "rollback" | "fork" | "foreign";

export type FinishStep = { moduleId: string, stepId: string, elapsedMs: number, };

export type FlagQuestion = { attemptId: string, position: number, flagged: boolean, };

export type ForgetKey = { 
/**
 * 64 hex digits.
 */
hex: string, };

/**
 * A person was taken out of the trainer's store.
 */
export type Forgotten = { 
/**
 * Rows of all tables.
 */
rows: number, 
/**
 * Copies that were removed.
 */
files: number, };

/**
 * A way to decide.
 */
export type ForkOption = { optionId: string, text: string, stance: StoryStance, chosen: number | null, share: ShareWithin | null, };

/**
 * What was decided in the ultimatum, by role and fork. Nobody's name stands beside a decision.
 */
export type ForkReport = { sample: boolean, 
/**
 * Runs that were shared.
 */
runs: number, 
/**
 * So many are needed for a share.
 */
fewestRuns: number, 
/**
 * In the order of the story.
 */
roles: Array<ForkRole>, };

/**
 * A role and its decisions.
 */
export type ForkRole = { roleId: string, title: string, runs: number, 
/**
 * Decisions at which somebody stood, in story time; none while there are too few runs.
 */
scenes: Array<ForkScene>, };

/**
 * A decision.
 */
export type ForkScene = { sceneId: string, 
/**
 * The decision of the run, 1 for the first.
 */
position: number, 
/**
 * Story time as a clock on the wall shows it, `YYYY-MM-DDTHH:MM:SS`.
 */
at: string, ask: string, 
/**
 * Runs that came here.
 */
runs: number, 
/**
 * Everything below is absent while those are too few.
 */
medianSeconds: number | null, 
/**
 * Runs in which another choice was taken back here.
 */
reversed: number | null, options: Array<ForkOption>, };

/**
 * What was found, best first.
 */
export type Found = { hits: Array<SearchHit>, 
/**
 * There is more than these.
 */
more: boolean, 
/**
 * Terms that are spelled much like the query; only when there is no hit.
 */
nearest: Array<NearTerm>, 
/**
 * A question of a check is open: only the glossary was searched.
 */
glossaryOnly: boolean, };

/**
 * A file that was looked at.
 */
export type FoundFile = { 
/**
 * Its place among the files that were looked at.
 */
index: number, file: string, state: FoundState, name: string | null, madeAt: string | null, 
/**
 * Finished checks in it.
 */
checks: number, 
/**
 * What the file shows by itself.
 */
findings: Array<FindingWord>, };

export type FoundQuestion = { 
/**
 * Its line in the file that it comes from, as is that of what is left.
 */
line: number, name: string | null, id: string, 
/**
 * What is not as it was.
 */
changes: Array<string>, 
/**
 * What the check says of it: what is still to be written.
 */
toDo: Array<PartProblem>, };

/**
 * What a file would add, or did.
 */
export type FoundState = { "kind": "new" } | { "kind": "updated" } | { "kind": "same" } | { "kind": "collected" } | { "kind": "rejected", why: FileRefused, };

/**
 * The store that a trainer collects from, and what was read of it.
 */
export type Gathering = { 
/**
 * Absent until somebody names one.
 */
store: RecordStore | null, 
/**
 * Everything that the store has stored up to then was collected, by its own clock.
 */
readUntil: string | null, 
/**
 * Checks of which something is missing yet.
 */
waiting: number, 
/**
 * Absent until somebody looks.
 */
looked: LookedInStore | null, };

/**
 * Every term, in the order of the alphabet.
 */
export type Glossary = { terms: Array<GlossaryTerm>, };

/**
 * A term with the steps that use it.
 */
export type GlossaryTerm = { id: string, term: string, means: string, 
/**
 * Other forms.
 */
also: Array<string>, example: string | null, 
/**
 * In the order of the course.
 */
steps: Array<StepLink>, };

/**
 * How well a card was answered.
 */
export type Grade = "again" | "hard" | "good" | "easy";

export type GradeCard = { reviewId: string, grade: Grade, };

/**
 * A grade and the day on which the card comes back after it.
 */
export type GradeDay = { grade: Grade, day: string, };

/**
 * A group with how many are in it.
 */
export type Group = { groupId: string, name: string, people: number, };

/**
 * The groups after a change.
 */
export type GroupsChanged = { 
/**
 * How many people it changed something for.
 */
people: number, groups: Array<Group>, };

/**
 * Why somebody may need help.
 */
export type HelpReason = { "kind": "belowPassMark", moduleNumber: number, tries: number, } | { "kind": "stopped", moduleNumber: number, stepNumber: number, days: number, } | { "kind": "sureButWrong", moduleNumber: number, answers: number, };

/**
 * What now, and how long.
 */
export type Home = { learner: Learner | null, 
/**
 * Where to go on; absent when everything is done.
 */
next: NextUp | null, 
/**
 * What a trainer assigned and is not done, what is due first before the others.
 */
assigned: Array<AssignedToMe>, modules: Array<ModuleCard>, 
/**
 * Absent when the course has no story.
 */
story: StoryCard | null, 
/**
 * The final assessment, where the course has one.
 */
assessment: AssessmentCard | null, 
/**
 * Most recent first, at most five.
 */
recent: Array<AttemptSummary>, 
/**
 * The mailbox to practise in, where the course has one.
 */
inbox: HomeInbox | null, 
/**
 * Cards of the refresher; absent when none is due today.
 */
refresher: CardsDue | null, };

/**
 * The mailbox at a glance.
 */
export type HomeInbox = { title: string, 
/**
 * Messages in a round.
 */
round: number, 
/**
 * Messages in the mailbox.
 */
messages: number, 
/**
 * The round that is not over.
 */
open: InboxOpenRound | null, 
/**
 * Rounds that are over.
 */
rounds: number, };

/**
 * People of an assignment, counted.
 */
export type HowFar = { 
/**
 * All whom it is for.
 */
people: number, completed: number, started: number, notStarted: number, };

/**
 * The wrong idea behind a part, and what is right.
 */
export type Idea = { says: string, truth: string, };

/**
 * A name and the address behind it.
 */
export type InboxCorrespondent = { name: string, address: string, };

/**
 * How well somebody tells hostile from genuine, in numbers.
 */
export type InboxDetection = { 
/**
 * d', in standard deviations.
 */
sensitivity: number, sensitivityWithin: InboxWithin, 
/**
 * c, in standard deviations; below 0 leans to suspicion.
 */
bias: number, biasWithin: InboxWithin, };

/**
 * How hard a message is to recognise, by the NIST Phish Scale.
 */
export type InboxDifficulty = "least" | "moderateToLeast" | "moderate" | "very";

/**
 * The door of the inbox.
 */
export type InboxDoor = { 
/**
 * Absent when the course has no mailbox.
 */
mailbox: Mailbox | null, };

/**
 * One judgement explained.
 */
export type InboxExplained = { judgement: InboxJudgement, best: boolean, 
/**
 * Best or as good.
 */
sound: boolean, text: Array<Span>, };

/**
 * An attachment: a name only.
 */
export type InboxFile = { id: string, name: string, size: string, };

/**
 * What one can do with a message.
 */
export type InboxJudgement = "report" | "verify" | "proceed" | "delete";

/**
 * A fact that the reader may look up.
 */
export type InboxKnown = { head: string, text: Array<Span>, };

/**
 * Hostile messages of one level of difficulty.
 */
export type InboxLevel = { difficulty: InboxDifficulty, caught: number, hostile: number, };

/**
 * A link: words and where they would lead.
 */
export type InboxLink = { id: string, text: string, target: string, };

/**
 * A message as a mail client shows it.
 */
export type InboxMessage = { position: number, from: InboxCorrespondent, replyTo: InboxCorrespondent | null, 
/**
 * To whom, in words; absent: the owner.
 */
to: string | null, subject: string, sent: string, files: Array<InboxFile>, links: Array<InboxLink>, body: Array<Array<InboxPiece>>, 
/**
 * What can be pointed at, in reading order: `from`, `reply-to`, `subject`, `p1`, `l1`, `f1` …
 */
spots: Array<string>, };

/**
 * What a message really is.
 */
export type InboxNature = "hostile" | "genuine";

/**
 * A round that is not over.
 */
export type InboxOpenRound = { roundId: string, number: number, judged: number, of: number, };

/**
 * What a judgement came to.
 */
export type InboxOutcome = "caught" | "missed" | "sound" | "unchecked" | "falseAlarm";

/**
 * How all people judged.
 */
export type InboxOverall = { tally: InboxTally, 
/**
 * Share of hostile messages caught.
 */
caught: ShareWithin | null, 
/**
 * Share of genuine messages treated as hostile.
 */
falseAlarms: ShareWithin | null, 
/**
 * Absent where too few messages of either kind were judged, or where nobody differs.
 */
detection: InboxDetection | null, };

/**
 * A kind of cue that was overlooked, and how often it stood there.
 */
export type InboxOverlooked = { 
/**
 * Which cue of the NIST Phish Scale it is.
 */
cue: string, overlooked: number, of: number, };

/**
 * A piece of a paragraph.
 */
export type InboxPiece = { "kind": "words", text: string, } | { "kind": "link", id: string, };

/**
 * How people judged the inbox. The first judgement of each message of each person.
 */
export type InboxReport = { sample: boolean, among: AmongWhom, 
/**
 * People who judged anything in a finished round.
 */
people: number, 
/**
 * So many are needed for a number over people.
 */
fewestPeople: number, 
/**
 * All their judgements; absent while there are too few people.
 */
overall: InboxOverall | null, 
/**
 * Hardest first; only levels of which a message was judged.
 */
levels: Array<InboxReportLevel>, 
/**
 * Hostile messages, those most often gone along with first.
 */
hostile: Array<InboxReportMessage>, 
/**
 * Genuine messages, those most often mistrusted first.
 */
genuine: Array<InboxReportMessage>, };

/**
 * Hostile messages of one difficulty against all genuine ones.
 */
export type InboxReportLevel = { difficulty: InboxDifficulty, 
/**
 * People who judged such a message.
 */
people: number, 
/**
 * Judgements of hostile messages of this difficulty, and those that caught them; absent while there are too
 * few people.
 */
hostile: number | null, caught: number | null, share: ShareWithin | null, detection: InboxDetection | null, };

/**
 * How people judged one message.
 */
export type InboxReportMessage = { messageId: string, version: number, 
/**
 * Absent when the course no longer has it.
 */
from: string | null, subject: string | null, difficulty: InboxDifficulty, people: number, 
/**
 * Missed, or a false alarm; absent with the share.
 */
wrong: number | null, 
/**
 * Absent below five people.
 */
share: ShareWithin | null, 
/**
 * Of a genuine message: trusted without the check that it called for.
 */
unchecked: number | null, medianMs: number | null, };

/**
 * The result of a round.
 */
export type InboxResult = { roundId: string, number: number, finishedAt: string, tally: InboxTally, 
/**
 * Telling spots of hostile messages that were marked, where any were marked at all.
 */
spotsFound: number, spotsOf: number, rows: Array<InboxResultRow>, 
/**
 * Kinds of cues that were overlooked in this round, most often first; at most three.
 */
overlooked: Array<InboxOverlooked>, overall: InboxStanding, 
/**
 * Messages of the mailbox that were not judged yet.
 */
unseen: number, };

/**
 * A message of a finished round.
 */
export type InboxResultRow = { position: number, from: string, subject: string, nature: InboxNature, judgement: InboxJudgement, outcome: InboxOutcome, difficulty: InboxDifficulty, };

/**
 * A round that is over, in one line.
 */
export type InboxRoundLine = { roundId: string, 
/**
 * 1 for the first.
 */
number: number, 
/**
 * When its last message was judged.
 */
finishedAt: string, tally: InboxTally, };

/**
 * A message in the list.
 */
export type InboxRow = { position: number, from: string, subject: string, 
/**
 * Local time of the story, `YYYY-MM-DDTHH:MM:SS`.
 */
sent: string, 
/**
 * What it was judged to be, and what that came to.
 */
judgement: InboxJudgement | null, outcome: InboxOutcome | null, };

/**
 * Which spots tell, shown after marking.
 */
export type InboxShown = { 
/**
 * Telling spots that were marked.
 */
found: Array<string>, 
/**
 * Telling spots that were not.
 */
overlooked: Array<string>, 
/**
 * Marked spots that tell nothing.
 */
beside: Array<string>, 
/**
 * In reading order.
 */
walk: Array<InboxTell>, difficulty: InboxDifficulty, 
/**
 * Cues of the scale in the message, each as often as it occurs.
 */
cues: number, 
/**
 * Premise rating of the scale, -8 to 32.
 */
premise: number, };

/**
 * Where somebody stands over all rounds: the first judgement of each message counts.
 */
export type InboxStanding = { tally: InboxTally, 
/**
 * Absent while there are too few messages of either kind.
 */
detection: InboxDetection | null, 
/**
 * How many of each kind are needed for a number.
 */
fewest: number, 
/**
 * Hardest first; only levels that were met.
 */
levels: Array<InboxLevel>, 
/**
 * Genuine messages that look alarming, and false alarms among them.
 */
alarming: number, alarmingFalseAlarms: number, 
/**
 * Genuine messages that do not, and false alarms among them.
 */
plain: number, plainFalseAlarms: number, };

/**
 * Counts of what judgements came to.
 */
export type InboxTally = { caught: number, hostile: number, falseAlarms: number, 
/**
 * Genuine messages that were trusted without the check that they called for.
 */
unchecked: number, genuine: number, };

/**
 * A telling spot, in the walk through a message.
 */
export type InboxTell = { 
/**
 * The spot.
 */
at: string, 
/**
 * Which cue of the NIST Phish Scale it is; absent: it speaks for the message.
 */
cue: string | null, 
/**
 * Whether the learner marked the spot.
 */
marked: boolean, why: Array<Span>, };

/**
 * What a message is, told after the judgement.
 */
export type InboxTold = { judgement: InboxJudgement, judgedAt: string, outcome: InboxOutcome, nature: InboxNature, means: Array<Span>, 
/**
 * All four, in the order in which they were offered.
 */
explained: Array<InboxExplained>, 
/**
 * Claims of the real case that the message mirrors.
 */
mirrors: Array<string>, };

/**
 * A round at one of its messages.
 */
export type InboxView = { roundId: string, roundNumber: number, title: string, ownerName: string, ownerRole: string, ownerAddress: string, known: Array<InboxKnown>, 
/**
 * The list of the mailbox, in order of time.
 */
rows: Array<InboxRow>, 
/**
 * How many of them are judged.
 */
judged: number, message: InboxMessage, 
/**
 * After the judgement.
 */
told: InboxTold | null, 
/**
 * After the spots are marked.
 */
shown: InboxShown | null, 
/**
 * The next message that is not judged.
 */
next: number | null, claims: Array<ClaimCard>, terms: Array<TermCard>, lang: string, dir: string, };

/**
 * Both ends of an interval.
 */
export type InboxWithin = { low: number, high: number, };

export type JudgeCard = { sitting: Sitting, 
/**
 * Cards answered in this sitting before this one.
 */
done: number, cardId: string, judgement: InboxJudgement, confidence: Confidence | null, elapsedMs: number, };

export type JudgeMessage = { roundId: string, position: number, judgement: InboxJudgement, 
/**
 * Milliseconds with the message open.
 */
elapsedMs: number, };

export type KeyCame = "compared" | "administrator" | "change" | "revocation";

export type KeyPassphrase = { passphrase: string, };

/**
 * A key that something is known of.
 */
export type KeyRow = { signer: PackSigner, since: string, how: KeyCame, standing: KeyStands, };

export type KeyStands = { "kind": "trusted" } | { "kind": "replaced", words: string, } | { "kind": "revoked", on: string, };

/**
 * A trainer who is trusted on this computer.
 */
export type KnownTrainer = { publicKey: string, name: string, 
/**
 * Six words.
 */
fingerprint: string, trustedAt: string, };

/**
 * A number to compare with.
 */
export type Landmark = { value: number, text: Array<Span>, };

/**
 * What people still know some time after their first check.
 */
export type LastedReport = { sample: boolean, among: AmongWhom, 
/**
 * So many people are needed for a number.
 */
fewestPeople: number, 
/**
 * First answers in finished checks.
 */
start: LastedStart, 
/**
 * After 30, 90 and 180 days.
 */
later: Array<LastedWindow>, };

/**
 * On the day of the first check.
 */
export type LastedStart = { people: number, answers: number, 
/**
 * Absent while there are too few people.
 */
right: ShareWithin | null, };

/**
 * Some time later: the same people and questions, then and now.
 */
export type LastedWindow = { days: number, 
/**
 * Answers from so many to so many days after the first one count.
 */
fromDays: number, toDays: number, people: number, 
/**
 * Questions of a person, answered then and now.
 */
pairs: number, 
/**
 * Everything below is absent while there are too few people. Share right in the first check.
 */
then: number | null, 
/**
 * Share right now.
 */
now: ShareWithin | null, 
/**
 * Mean of now less then, in shares: -1 to 1.
 */
change: ShareWithin | null, };

/**
 * A learner of this computer.
 */
export type Learner = { id: string, 
/**
 * Name or code as typed; absent until given.
 */
name: string | null, lastSeen: string, };

/**
 * Everything that is kept of this learner's results.
 */
export type LearnerRecord = { learner: Learner | null, modules: Array<ModuleCard>, 
/**
 * Finished checks, pre-checks and assessments, most recent first.
 */
attempts: Array<AttemptSummary>, 
/**
 * Rounds of the inbox that are over, most recent first.
 */
inboxRounds: Array<InboxRoundLine>, 
/**
 * Runs of the ultimatum, most recent first.
 */
runs: Array<RunSummary>, 
/**
 * Days on which cards of the refresher were answered, most recent first.
 */
refresherDays: Array<RefresherDay>, 
/**
 * Practice answers given in steps.
 */
practiceAnswers: number, reflections: Array<Reflection>, };

/**
 * Why something is left out, and how often.
 */
export type LeftOut = { why: WhyLeftOut, count: number, };

export type LeftQuestion = { line: number, name: string | null, why: string, };

/**
 * A person in the list.
 */
export type ListedPerson = { personId: string, name: string | null, code: string | null, 
/**
 * Names of the groups.
 */
groups: Array<string>, 
/**
 * Absent: has not appeared yet.
 */
lastActive: string | null, };

/**
 * A setting that the organisation has locked.
 */
export type LockedSetting = "language" | "trainer-area" | "delivery" | "packs";

export type Logo = { light: Art, 
/**
 * On dark ground, where it is another.
 */
dark: Art | null, };

/**
 * Where to begin.
 */
export type LookInStore = { 
/**
 * Everything is read again, from the very beginning.
 */
fromStart: boolean, };

/**
 * How reading stands.
 */
export type LookState = { "kind": "more" } | { "kind": "done" } | { "kind": "full" } | { "kind": "trouble", trouble: DeliveryTrouble, waitSeconds: number | null, };

/**
 * What was read, before anything is taken in.
 */
export type LookedInStore = { pages: number, statements: number, newChecks: number, 
/**
 * Collected before, from a file or a store.
 */
knownChecks: number, 
/**
 * Something of them is missing; they wait for it.
 */
openChecks: number, leftOut: Array<LeftOut>, state: LookState, };

/**
 * A pack's file that was looked at.
 */
export type LookedPack = { verdict: PackVerdict, 
/**
 * In the words of a technician, where the file was changed.
 */
detail: string | null, signer: PackSigner | null, 
/**
 * What it says of itself; absent where its bytes are not those that were signed.
 */
facts: PackFacts | null, 
/**
 * What its content is not.
 */
problems: Array<string>, 
/**
 * What is another than in the version that is here; absent where there is none.
 */
change: PackChange | null, 
/**
 * Why it cannot be installed.
 */
hindrance: PackHindrance | null, };

/**
 * The mailbox before a round.
 */
export type Mailbox = { title: string, about: Array<Span>, ownerName: string, ownerRole: string, ownerAddress: string, known: Array<InboxKnown>, 
/**
 * Messages in a round.
 */
round: number, 
/**
 * Messages in the mailbox.
 */
messages: number, 
/**
 * Messages that were judged at least once.
 */
judged: number, 
/**
 * The round that is not over.
 */
open: InboxOpenRound | null, 
/**
 * Rounds that are over, newest first.
 */
rounds: Array<InboxRoundLine>, 
/**
 * Over all rounds; absent before the first judgement.
 */
overall: InboxStanding | null, claims: Array<ClaimCard>, terms: Array<TermCard>, lang: string, dir: string, };

export type MakeAssignment = { parts: Array<PartToAssign>, everybody: boolean, groupIds: Array<string>, personIds: Array<string>, 
/**
 * `2026-12-04`, today or later.
 */
due: string, 
/**
 * At most 300 characters.
 */
message: string, };

export type MarkSpots = { roundId: string, position: number, 
/**
 * Names of spots of the message; may be empty.
 */
spots: Array<string>, };

/**
 * An item or entry, and the target or group chosen for it.
 */
export type Matched = { item: string, target: string, };

/**
 * What two of an offer have in common.
 */
export type MatchedBy = "code" | "name";

/**
 * Somebody of the list without results, and somebody with results who may be the same.
 */
export type MergeOffer = { listedId: string, listedName: string | null, code: string | null, personId: string, 
/**
 * The name under which the results came.
 */
personName: string, by: MatchedBy, };

export type MergePeople = { listedId: string, personId: string, 
/**
 * False: they are two, and it is not asked again.
 */
same: boolean, };

/**
 * A message of the inbox that is to be judged again.
 */
export type MessageCard = { 
/**
 * Names the card to [`JudgeCard`], and nobody could tell from it what the message is.
 */
cardId: string, ownerName: string, ownerAddress: string, known: Array<InboxKnown>, message: InboxMessage, 
/**
 * This one and those after it in the sitting.
 */
left: number, 
/**
 * The last answer of today can be taken back.
 */
mayUndo: boolean, claims: Array<ClaimCard>, terms: Array<TermCard>, lang: string, dir: string, };

/**
 * A judgement with what the message is, its grade, and when the card comes back.
 */
export type MessageJudged = { reviewId: string, told: InboxTold, 
/**
 * The refresher asks for no marks, so every telling spot is among the overlooked ones.
 */
shown: InboxShown, 
/**
 * The grade that the judgement gave itself.
 */
grade: Grade, 
/**
 * Every grade with the day on which the card comes back after it.
 */
grades: Array<GradeDay>, 
/**
 * Cards after this one in the sitting.
 */
left: number, claims: Array<ClaimCard>, terms: Array<TermCard>, };

/**
 * A question that showed a wrong idea.
 */
export type MisconceptionQuestion = { itemId: string, itemVersion: number, moduleNumber: number, ask: string, 
/**
 * The answers behind which it stands.
 */
answer: string, chose: number | null, };

/**
 * Wrong ideas, those of most people first. First finished checks only.
 */
export type MisconceptionReport = { sample: boolean, among: AmongWhom, 
/**
 * Ideas that could be chosen by somebody.
 */
rows: Array<MisconceptionRow>, 
/**
 * Ideas of the course that nobody has been asked about yet.
 */
notMet: number, };

/**
 * A wrong idea.
 */
export type MisconceptionRow = { id: string, 
/**
 * The idea and its correction; the id and nothing when the course no longer has it.
 */
says: string, truth: string | null, 
/**
 * People who were asked a question where it can be chosen.
 */
met: number, 
/**
 * Of them, who chose it at least once; absent where it is withheld.
 */
chose: number | null, 
/**
 * Absent below five people.
 */
share: ShareWithin | null, 
/**
 * Where it was chosen, most often first.
 */
questions: Array<MisconceptionQuestion>, 
/**
 * The step that teaches the question in which it was chosen most often.
 */
step: StepLink | null, };

export type ModuleAt = { moduleId: string, };

/**
 * A module at a glance.
 */
export type ModuleCard = { id: string, number: number, title: string, summary: string, 
/**
 * Where it stands in the case, in words.
 */
when: string, 
/**
 * First and last day on the rule.
 */
from: string, to: string, minutes: number, minutesLeft: number, steps: number, stepsDone: number, state: ModuleState, 
/**
 * Best finished check.
 */
best: AttemptSummary | null, };

/**
 * A module before it is started or continued.
 */
export type ModuleOverview = { card: ModuleCard, 
/**
 * Each completes "After this you can".
 */
outcomes: Array<string>, steps: Array<StepState>, 
/**
 * Where to go on in this module.
 */
next: NextUp | null, check: CheckTerms, 
/**
 * A pre-check, where the course has one and the module is not completed.
 */
testOut: TestOutTerms | null, 
/**
 * Finished attempts, oldest first.
 */
attempts: Array<AttemptSummary>, 
/**
 * Distinct sources of the module's claims.
 */
sources: Array<string>, course: Course, };

/**
 * One module. What is absent is withheld, or there are too few people to say it.
 */
export type ModuleReport = { sample: boolean, among: AmongWhom, smallestGroup: number | null, moduleId: string, 
/**
 * How every module stands; the one reported is among them.
 */
modules: Array<ModuleStatus>, people: number, 
/**
 * People who have completed it by the end of each day, on days when somebody did.
 */
completions: Array<CompletedByDay>, 
/**
 * Today, `YYYY-MM-DD`, up to which the last number holds.
 */
today: string, steps: Array<StepFigures>, 
/**
 * People whose first finished check the results are of.
 */
firstChecks: number, 
/**
 * Points of the pass mark and questions of a check; absent where they differ among those checks.
 */
passPoints: number | null, questions: number | null, 
/**
 * By whole points from 0, parts of a point left off.
 */
results: Array<PointCount>, };

/**
 * What an assessment says of one module.
 */
export type ModuleScore = { moduleId: string, moduleNumber: number, title: string, points: number, of: number, };

/**
 * Where a module stands for this learner.
 */
export type ModuleState = "notStarted" | "started" | "stepsDone" | "known" | "completed";

/**
 * A module's counted status. What is absent is withheld; the sum is known to be that of everybody.
 */
export type ModuleStatus = { moduleId: string, number: number, title: string, completed: number | null, 
/**
 * Began and has not passed yet.
 */
started: number | null, notStarted: number | null, };

/**
 * What the head of a module says, and how its final check is made.
 */
export type ModuleWords = { moduleId: string, title: string, summary: string, 
/**
 * When it happens, in words.
 */
when: string, 
/**
 * Each goes on from "After this you can".
 */
outcomes: Array<string>, 
/**
 * Questions of one try.
 */
draw: number, passPercent: number, 
/**
 * 0 for as many as wanted.
 */
tries: number, };

export type MovePart = { at: PartAt, mark: string, up: boolean, };

/**
 * The trainers that results can be saved for.
 */
export type MyTrainers = { trainers: Array<KnownTrainer>, };

export type NameLearner = { 
/**
 * 1 to 80 characters after trimming. Another learner's name is refused (`NameTaken`).
 */
name: string, };

/**
 * A store as somebody types it.
 */
export type NameStore = { address: string, version: XapiVersion, name: string, 
/**
 * Empty: the one that is known already.
 */
password: string, };

export type NameTrainer = { 
/**
 * At most 80 characters.
 */
name: string, };

/**
 * A term that is spelled much like the query.
 */
export type NearTerm = { termId: string, term: string, };

/**
 * A person who may need help.
 */
export type NeedsHelp = { personId: string, name: string | null, reason: HelpReason, };

/**
 * Somebody who stands beside another in the list of people.
 */
export type Neighbour = { personId: string, name: string | null, };

export type NewModule = { title: string, };

/**
 * For making a store that shows no person.
 */
export type NewWorksCouncilStore = { 
/**
 * Any characters; at least 15.
 */
passphrase: string, 
/**
 * People in the smallest group of which anything is shown, 5 to 50.
 */
smallestGroup: number, };

/**
 * Cards of a later day.
 */
export type NextCards = { day: string, cards: number, };

/**
 * Where to go on.
 */
export type NextUp = { "kind": "step", link: StepLink, moduleTitle: string, 
/**
 * Steps of the module.
 */
of: number, minutesLeft: number, 
/**
 * Nothing of the module is done yet.
 */
fresh: boolean, lastOpened: string | null, } | { "kind": "check", attemptId: string, moduleId: string, moduleNumber: number, moduleTitle: string, position: number, of: number, } | { "kind": "startCheck", moduleId: string, moduleNumber: number, moduleTitle: string, minutesLeft: number, };

/**
 * A key or a pack of the policy that could not be provided, in the words of whoever writes policies.
 */
export type NotProvided = { 
/**
 * The name of the key, or of the file.
 */
what: string, why: string, };

/**
 * Why an installed version is not used.
 */
export type NotUsed = "damaged" | "revokedKey" | "unknownKey" | "unsigned" | "problems";

export type OpenAssignment = { assignmentId: string, };

export type OpenAttempt = { attemptId: string, };

export type OpenCourse = { packId: string, };

export type OpenGroup = { groupId: string, };

export type OpenInboxMessage = { roundId: string, 
/**
 * 1 for the first.
 */
position: number, };

export type OpenInboxRound = { roundId: string, };

export type OpenModule = { moduleId: string, };

export type OpenPerson = { personId: string, };

export type OpenQuestion = { attemptId: string, 
/**
 * 1 for the first.
 */
position: number, };

export type OpenRun = { runId: string, };

export type OpenStep = { moduleId: string, 
/**
 * Absent: where the learner stopped, or the first.
 */
stepId: string | null, };

/**
 * A file of assignments that was opened.
 */
export type OpenedAssignments = { "kind": "unknown", from: string, fingerprint: string, madeAt: string, } | { "kind": "taken", from: string, fingerprint: string, madeAt: string, mine: Array<AssignedToMe>, } | { "kind": "refused", why: AssignmentFileFault, };

/**
 * A file that somebody chose or dropped.
 */
export type OpenedPack = { "kind": "looked", pack: LookedPack, } | { "kind": "keyChanged", name: string, before: string, now: string, } | { "kind": "keyRevoked", name: string, words: string, } | { "kind": "statementRefused", why: StatementRefused, } | { "kind": "notReadable" };

/**
 * A key file that somebody chose.
 */
export type OpenedTrainerKey = { "kind": "notOne" } | { "kind": "found", publicKey: string, name: string, fingerprint: string, };

/**
 * An option with its count.
 */
export type OptionCount = { 
/**
 * `true` and `false` are the sides of a judgement, and have no words of their own.
 */
id: string, text: string, right: boolean, chosen: number, 
/**
 * Mean mark, 0 to 1, of those who chose it in the other questions of their check; absent below 30 answers.
 */
meanRest: number | null, 
/**
 * Wrong, and chosen by fewer than one in twenty of those who were wrong.
 */
dead: boolean, };

export type OptionWords = { 
/**
 * Absent for one that is new.
 */
id: string | null, text: string, right: boolean, why: string, 
/**
 * The wrong idea that it stands for.
 */
idea: string | null, };

/**
 * What an organisation says of itself, as learners see it.
 */
export type Organisation = { name: string, 
/**
 * BCP 47; the first stands where the reader's language is not among them.
 */
languages: Array<string>, 
/**
 * Where something odd is reported.
 */
report: string | null, 
/**
 * The day by which all modules are to be taken.
 */
due: string | null, texts: Array<OrganisationText>, logo: Logo | null, accent: AccentShown | null, };

/**
 * What it says in one language. Absent is what it does not say.
 */
export type OrganisationText = { lang: string, welcome: string | null, contact: string | null, 
/**
 * The logo as words.
 */
logo: string | null, };

/**
 * How an answer was marked.
 */
export type Outcome = "right" | "partly" | "wrong" | "unanswered";

/**
 * A module of the draft that does not ship, or not like this.
 */
export type OwnModule = { words: ModuleWords, number: number, 
/**
 * The language of the pack.
 */
lang: string, dir: string, 
/**
 * The folder of the draft, and the files of this module in it.
 */
folder: string, lesson: string, quiz: string, pages: Array<PartRow>, questions: Array<PartRow>, 
/**
 * What is wrong with the module that is no matter of a single page or question.
 */
problems: Array<DraftProblem>, };

export type PackChange = { 
/**
 * The version that is here.
 */
from: number, 
/**
 * Titles of modules.
 */
modulesAdded: Array<string>, modulesRemoved: Array<string>, modulesChanged: Array<string>, questionsAdded: number, questionsRemoved: number, questionsChanged: number, };

/**
 * A pack that is being made. Everything of it stands in its folder.
 */
export type PackDraft = { 
/**
 * Absent before anything was chosen.
 */
folder: string | null, 
/**
 * The folder that was worked on, and is not there or cannot be read.
 */
lost: string | null, packId: string, version: number, title: string, 
/**
 * The language of the modules.
 */
lang: string, dir: string, 
/**
 * Those that ship, in their order, then others of the draft.
 */
modules: Array<DraftModule>, inbox: boolean, story: boolean, assessment: boolean, minutes: number, questions: number, organisation: Organisation, problems: Array<DraftProblem>, key: SigningKey | null, today: string, };

export type PackFacts = { packId: string, title: string, lang: string, version: number, released: string, publisher: string, modules: number, questions: number, minutes: number, files: number, 
/**
 * Bytes of the whole file.
 */
bytes: number, };

/**
 * Why a pack cannot be installed.
 */
export type PackHindrance = { "kind": "notSound" } | { "kind": "unsigned" } | { "kind": "namesNoKey" } | { "kind": "unknownKey" } | { "kind": "replacedKey" } | { "kind": "revokedKey" } | { "kind": "problems" } | { "kind": "older", highest: number, } | { "kind": "same" } | { "kind": "sameVersion" };

/**
 * A pack that was installed.
 */
export type PackInstalled = { packId: string, title: string, lang: string, version: number, 
/**
 * It is the course that is open.
 */
taught: boolean, startup: Startup, };

export type PackPreview = { moduleNumber: number, moduleTitle: string, position: number, of: number, 
/**
 * Absent for the questions of the final check, as is `title`.
 */
stepId: string | null, title: string | null, blocks: Array<Block>, claims: Array<ClaimCard>, terms: Array<TermCard>, lang: string, dir: string, organisation: Organisation, };

/**
 * A course of this computer.
 */
export type PackRow = { packId: string, title: string, lang: string, version: number, 
/**
 * Empty where the file cannot be read.
 */
released: string, publisher: string, state: PackState, signer: PackSigner | null, 
/**
 * Absent for the course that ships.
 */
installedAt: string | null, 
/**
 * It is the course that is open.
 */
taught: boolean, };

/**
 * A key as people compare it.
 */
export type PackSigner = { 
/**
 * As somebody here named it; empty where nobody did.
 */
name: string, 
/**
 * Six words.
 */
words: string, 
/**
 * 64 hex digits.
 */
hex: string, };

export type PackState = { "kind": "shipped" } | { "kind": "signed" } | { "kind": "signedBefore" } | { "kind": "unsigned" } | { "kind": "notUsed", why: NotUsed, };

/**
 * What a file proves, in one word.
 */
export type PackVerdict = "signed" | "unknown" | "revoked" | "replaced" | "changed" | "unsigned" | "notAPack" | "newer";

/**
 * What is installed on this computer, and whom it trusts.
 */
export type Packs = { 
/**
 * The course that ships first, then in the order of installing.
 */
rows: Array<PackRow>, 
/**
 * In the order in which they came.
 */
keys: Array<KeyRow>, 
/**
 * An administrator allows packs that nobody signed.
 */
unsignedAllowed: boolean, 
/**
 * Installed versions that are not used, found at the start.
 */
passedOver: Array<PassedOver>, 
/**
 * The record of trust could not be read and stands here now: nothing is trusted.
 */
setAside: string | null, };

/**
 * What the page noticed and the log should keep: an error, or a blocked request.
 */
export type PageProblem = { 
/**
 * At most 2,000 characters.
 */
message: string, };

/**
 * The words around the fields of a certificate, in the language of the interface.
 */
export type PaperWords = { lang: string, 
/**
 * `ltr` or `rtl`.
 */
dir: string, heading: string, beforeName: string, beforeTitle: string, ofCourse: string, passedOn: string, 
/**
 * The day on which it was passed, as the language writes it.
 */
day: string, version: string, issuer: string, code: string, 
/**
 * How to check it, and what that proves: one line each.
 */
how: Array<string>, };

/**
 * An option, a reason, an entry, an item or a target.
 */
export type Part = { id: string, text: Array<Span>, };

/**
 * A page or a question of a module, by its place in the file.
 */
export type PartAt = { moduleId: string, kind: PartKind, 
/**
 * 1 for the first.
 */
position: number, };

export type PartKind = "page" | "question";

/**
 * What the check says of a page or a question.
 */
export type PartProblem = { 
/**
 * The line of the text area, from 1; absent where it is another field.
 */
line: number | null, 
/**
 * The option of a question, from 1.
 */
option: number | null, code: string, values: Array<string>, message: string, };

/**
 * A module without what was taken away, and that, so that it can come back.
 */
export type PartRemoved = { module: OwnModule, part: RemovedPart, };

/**
 * A page or a question in the list of its module.
 */
export type PartRow = { id: string, 
/**
 * The heading of a page, what a question asks.
 */
title: string, 
/**
 * A question inside a page, which no final check draws.
 */
practice: boolean, problems: number, 
/**
 * Of its text as it stands on the disk.
 */
mark: string, };

export type PartToAssign = { moduleId: string, 
/**
 * Absent: the whole module.
 */
stepId: string | null, };

/**
 * A page or a question in the form in which it is changed.
 */
export type PartWords = { "kind": "page", title: string, 
/**
 * Markdown without the heading.
 */
body: string, } | { "kind": "question", ask: string, 
/**
 * Several options may be right.
 */
several: boolean, practice: boolean, 
/**
 * The page that teaches it.
 */
step: string, options: Array<OptionWords>, } | { "kind": "text", text: string, };

/**
 * The check that was passed first.
 */
export type PassedCheck = { passedAt: string, 
/**
 * Version of the course at that time.
 */
version: number, 
/**
 * The code of the certificate; absent without a name, which is part of it.
 */
code: string | null, };

/**
 * An installed version that was passed over at the start.
 */
export type PassedOver = { title: string, version: number, why: NotUsed, 
/**
 * The version that is used in its place; absent where there is none.
 */
used: number | null, };

/**
 * For making a store and for unlocking it.
 */
export type Passphrase = { 
/**
 * Any characters; at least 15 for a new store.
 */
passphrase: string, };

/**
 * Where the password is.
 */
export type PasswordPlace = "keyring" | "memory" | "missing";

/**
 * An option that was not chosen.
 */
export type PathNotTaken = { text: Array<Span>, 
/**
 * It would have led to the same place.
 */
rejoins: boolean, 
/**
 * Titles of the ends that could have followed.
 */
ends: Array<string>, };

export type PauseDelivery = { paused: boolean, };

/**
 * What the table of people is sorted by.
 */
export type PeopleColumn = { "kind": "name" } | { "kind": "last" } | { "kind": "module", moduleId: string, };

/**
 * A page of the table of people.
 */
export type PeoplePage = { offset: number, 
/**
 * People who were found, on this page and beyond it.
 */
shown: number, rows: Array<PersonRow>, };

/**
 * An answer of a person, in words.
 */
export type PersonAnswer = { position: number, itemId: string, ask: string, 
/**
 * What was chosen, in words; absent when not answered.
 */
chosen: string | null, best: string, outcome: Outcome, score: number, confidence: Confidence | null, elapsedMs: number, answeredAt: string | null, 
/**
 * How often it was changed before the check was finished.
 */
changes: number, };

/**
 * An attempt of a person.
 */
export type PersonAttempt = { summary: AttemptSummary, 
/**
 * For an assessment: points by module, in the order of the course.
 */
byModule: Array<ModuleScore>, answers: Array<PersonAnswer>, };

/**
 * How a person stands in a module.
 */
export type PersonCell = { state: ModuleState, stepsDone: number, steps: number, 
/**
 * Best finished check.
 */
points: number | null, of: number | null, tries: number, };

/**
 * One person's attempts, answer by answer. Reflections and decisions are never here.
 */
export type PersonDetail = { sample: boolean, personId: string, name: string | null, 
/**
 * This person still learns on this computer, and is collected again whenever the area is opened.
 */
learnsHere: boolean, 
/**
 * Which of the people this is by name, from 1, and of how many.
 */
place: number, people: number, 
/**
 * Who stands before and after in that order.
 */
before: Neighbour | null, after: Neighbour | null, modules: Array<PersonModule>, 
/**
 * In the order of the course; topics of which nothing was asked are left out.
 */
topics: Array<PersonTopic>, 
/**
 * The latest first.
 */
events: Array<PersonEvent>, 
/**
 * The latest added first.
 */
notes: Array<PersonNote>, 
/**
 * Finished first, most recent first.
 */
attempts: Array<PersonAttempt>, };

/**
 * What a person did.
 */
export type PersonDid = { "kind": "firstStep", moduleNumber: number, moduleTitle: string, } | { "kind": "allSteps", moduleNumber: number, moduleTitle: string, } | { "kind": "began", check: AttemptSummary, } | { "kind": "finished", check: AttemptSummary, };

/**
 * Something that a person did, with the moment.
 */
export type PersonEvent = { 
/**
 * RFC 3339.
 */
at: string, what: PersonDid, };

/**
 * A fact about the files of a person.
 */
export type PersonFinding = { kind: FindingWord, 
/**
 * The place in the history; 0 where it is about no place.
 */
checkNumber: number, at: string | null, };

/**
 * What the files of a person show.
 */
export type PersonHistory = { 
/**
 * Files that were collected of this person.
 */
files: number, 
/**
 * Checks that came from a record store as statements, which no computer signed.
 */
unsignedChecks: number, 
/**
 * How often the app put a copy of the store back, which explains itself.
 */
restored: number, findings: Array<PersonFinding>, };

/**
 * A person's standing in a module.
 */
export type PersonModule = { moduleId: string, number: number, title: string, cell: PersonCell, };

/**
 * A trainer's note about a person.
 */
export type PersonNote = { noteId: string, 
/**
 * RFC 3339, when it was last written.
 */
writtenAt: string, text: string, };

/**
 * The notes about a person, the latest added first.
 */
export type PersonNotes = { notes: Array<PersonNote>, };

/**
 * A person with a cell for each module.
 */
export type PersonRow = { personId: string, 
/**
 * Absent: has given no name yet.
 */
name: string | null, 
/**
 * In the order of `modules`.
 */
cells: Array<PersonCell>, lastActive: string | null, };

/**
 * A person's answers to questions of finished checks that rest on claims of a topic.
 */
export type PersonTopic = { topicId: string, title: string, 
/**
 * Times that such a question was asked; unanswered ones are among them.
 */
asked: number, 
/**
 * How often the answer was wholly right.
 */
right: number, };

/**
 * People with so many points.
 */
export type PointCount = { points: number, people: number | null, };

/**
 * Something that is wrong with a policy, in the words of whoever writes policies.
 */
export type PolicyProblem = { line: number, message: string, };

/**
 * What the organisation has decided for this computer.
 */
export type PolicyShown = { 
/**
 * The file; absent where no organisation has said anything.
 */
place: string | null, 
/**
 * Whose signature makes it count; absent where it lies in an administrator's folder.
 */
signedBy: PackSigner | null, 
/**
 * Empty when the policy could not be read.
 */
organisation: string, 
/**
 * Whom to ask, in the organisation's words.
 */
contact: string | null, 
/**
 * Why nothing of the policy counts; empty when it does.
 */
problems: Array<PolicyProblem>, 
/**
 * Keys and packs of the policy that could not be provided.
 */
notProvided: Array<NotProvided>, locked: Array<LockedSetting>, 
/**
 * People of the smallest group that trainers' stores made here may show.
 */
smallestGroup: number | null, 
/**
 * Days without activity after which a learner is erased.
 */
learnerDays: number | null, 
/**
 * Days without activity after which a person is erased from a trainer's store.
 */
trainerDays: number | null, 
/**
 * What was erased on this computer because its time was over, the newest last.
 */
erased: Array<ErasedOnTime>, 
/**
 * The same of the trainer's store, while it is open.
 */
erasedByTrainer: Array<ErasedOnTime>, };

/**
 * A saved practice answer with its explanation.
 */
export type PracticeSaved = { answered: Answered, 
/**
 * How often it has been answered here.
 */
times: number, };

/**
 * How much of a claim's date is known; the page shows no more than this of it.
 */
export type Precision = "day" | "month" | "year";

/**
 * Follow the system, or always on.
 */
export type Preference = "system" | "on";

/**
 * A page of a module of the draft, as learners see it.
 */
export type PreviewAt = { moduleId: string, 
/**
 * 1 for the first page; the one after the last holds the questions of the final check.
 */
position: number, };

export type PublicKeyOf = { publicKey: string, };

export type PutIntoGroup = { 
/**
 * A name: the group of that name, made when there is none.
 */
name: string, personIds: Array<string>, };

/**
 * A question as the learner meets it. Parts stand in the order drawn for this attempt.
 */
export type Question = { itemId: string, ask: Array<Span>, body: QuestionBody, };

/**
 * A question whole, with its key: for trainers.
 */
export type QuestionAsked = { itemHash: string, question: Question, explanation: Explanation, };

/**
 * The parts that the question's type shows.
 */
export type QuestionBody = { "kind": "single", options: Array<Part>, } | { "kind": "multiple", options: Array<Part>, } | { "kind": "trueFalse", reasons: Array<Part>, } | { "kind": "ordering", entries: Array<Part>, } | { "kind": "matching", items: Array<Part>, targets: Array<Part>, } | { "kind": "sorting", entries: Array<Part>, groups: Array<Part>, } | { "kind": "hotSpot", art: Art, alt: string, spots: Array<Spot>, } | { "kind": "short" } | { "kind": "estimate", unit: string, low: number, high: number, scale: Scale, } | { "kind": "scenario", scene: Array<Array<Span>>, options: Array<Part>, };

/**
 * A module that can be asked for.
 */
export type QuestionModule = { moduleId: string, number: number, title: string, };

/**
 * Who should go over a question again.
 */
export type QuestionPeople = { itemHash: string, 
/**
 * The step that teaches it; absent when the course no longer has it.
 */
step: AssignedPart | null, 
/**
 * Those who did not have it wholly right the last time they finished a check with it, by name.
 */
people: Array<ChosenPerson>, };

/**
 * Questions, hardest first.
 */
export type QuestionReport = { sample: boolean, modules: Array<QuestionModule>, among: AmongWhom, 
/**
 * What was asked for.
 */
moduleId: string | null, counted: Attempts, 
/**
 * Finished checks that the figures rest on.
 */
attempts: number, 
/**
 * How reliable each module's check is, for modules that somebody finished.
 */
reliability: Array<Reliability>, rows: Array<QuestionRow>, };

/**
 * A question's figures, by version.
 */
export type QuestionRow = { itemId: string, itemVersion: number, 
/**
 * SHA-256 of the question as it stood, in hex.
 */
itemHash: string, moduleId: string, moduleNumber: number, 
/**
 * The format's name of the type, such as `single` or `hot-spot`.
 */
itemType: string, ask: string, verdict: QuestionVerdict, answered: number, correct: number, 
/**
 * Drawn and not answered: counts neither as right nor as wrong. Absent where it is withheld.
 */
leftOut: number | null, 
/**
 * Share with the full mark (facility), 0 to 1; absent below five answers.
 */
facility: number | null, 
/**
 * Wilson's 95 % interval of it.
 */
low: number | null, high: number | null, 
/**
 * Corrected item-rest correlation, -1 to 1; absent below 30 answers.
 */
separates: Estimated | null, 
/**
 * Alpha of a check if this question were not in the bank.
 */
alphaWithout: number | null, 
/**
 * Median time, to within 3 %.
 */
medianMs: number | null, rapid: RapidAnswers | null, 
/**
 * Absent where it is withheld.
 */
sureButWrong: number | null, 
/**
 * The surest first; those that nobody said are left out.
 */
byConfidence: Array<ConfidenceCount>, 
/**
 * The most chosen wrong answer.
 */
topWrong: TopWrong | null, 
/**
 * Every option with its count, in the order of the pack.
 */
options: Array<OptionCount>, };

/**
 * What a question's figures say about it, before anybody reads a number.
 */
export type QuestionVerdict = "tooFew" | "checkWording" | "veryHard" | "nearlyEverybodyKnew" | "weak" | "sound";

/**
 * What comes of a file of questions that another program wrote.
 */
export type QuestionsFound = { file: string, 
/**
 * `GIFT` or `Moodle XML`.
 */
form: string, questions: Array<FoundQuestion>, left: Array<LeftQuestion>, 
/**
 * The module with them, once they are in it.
 */
module: OwnModule | null, };

/**
 * Answers that came too fast for the question to have been read.
 */
export type RapidAnswers = { answers: number, 
/**
 * Faster than this: a tenth of the mean time, at most ten seconds.
 */
belowMs: number, };

/**
 * The face that lessons are set in.
 */
export type ReadingFont = "serif" | "sans";

export type RecordAnswer = { attemptId: string, position: number, itemId: string, response: Response, confidence: Confidence | null, elapsedMs: number, };

export type RecordDecision = { moduleId: string, stepId: string, decisionId: string, optionId: string, elapsedMs: number, };

export type RecordFormat = "csv" | "json";

/**
 * A learning record store.
 */
export type RecordStore = { address: string, version: XapiVersion, 
/**
 * The name at the store, which is no person's; empty until it is given.
 */
name: string, password: PasswordPlace, };

/**
 * For opening a store whose passphrase is lost.
 */
export type Recover = { 
/**
 * The nine words, in whatever case and however they are spaced.
 */
code: string, 
/**
 * The new passphrase: any characters, at least 15.
 */
passphrase: string, };

/**
 * A recovery code, to be written down.
 */
export type RecoveryWords = { words: Array<string>, };

/**
 * A reflection, shown to its writer only.
 */
export type Reflection = { step: StepLink, prompt: Array<Span>, written: string, savedAt: string, };

/**
 * Where the refresher stands today.
 */
export type Refresher = { 
/**
 * Questions that were ever answered and messages that were judged, as far as they are still in the course.
 */
deck: number, 
/**
 * Left for today, and how long they take.
 */
due: CardsDue, 
/**
 * Answered in the refresher today.
 */
doneToday: number, 
/**
 * Can be practised although they are not due, at most ten.
 */
ahead: number, 
/**
 * The next day after today with cards.
 */
next: NextCards | null, 
/**
 * After a long absence: begin again with so many.
 */
newStart: CardsDue | null, 
/**
 * The last answer of today can be taken back.
 */
mayUndo: boolean, };

/**
 * A question of the refresher.
 */
export type RefresherCard = { question: Question, moduleNumber: number, moduleTitle: string, 
/**
 * This one and those after it in the sitting.
 */
left: number, 
/**
 * The last answer of today can be taken back.
 */
mayUndo: boolean, lang: string, dir: string, };

/**
 * What was answered in the refresher on a day.
 */
export type RefresherDay = { day: string, cards: number, 
/**
 * Wholly right.
 */
right: number, };

/**
 * How reliable a module's check is.
 */
export type Reliability = { moduleId: string, moduleNumber: number, 
/**
 * Questions in a check.
 */
questions: number, 
/**
 * Cronbach's alpha of a check (KR-20 for marks 0 and 1); absent below 30 people for a pair of questions.
 */
alpha: Estimated | null, };

export type RemoveNote = { personId: string, noteId: string, };

export type RemovePart = { at: PartAt, mark: string, };

export type RemovedPart = { position: number, text: string, };

export type RenameGroup = { groupId: string, 
/**
 * 1 to 80 characters after trimming. Another group's name is refused (`NameTaken`).
 */
name: string, };

export type ReplayRun = { runId: string, 
/**
 * The decision to take anew, 1 for the first.
 */
position: number, };

/**
 * The reports that can be taken away.
 */
export type Report = "people" | "questions" | "modules" | "inbox" | "ultimatum" | "misconceptions" | "lasted" | "person" | "assignments" | "answers";

/**
 * A group that can be asked for.
 */
export type ReportGroup = { groupId: string, name: string, };

/**
 * What a learner answers. To a scenario it is a single choice.
 */
export type Response = { "kind": "single", choice: string, } | { "kind": "multiple", choices: Array<string>, } | { "kind": "trueFalse", value: boolean, reason: string | null, } | { "kind": "ordering", order: Array<string>, } | { "kind": "matching", pairs: Array<Matched>, } | { "kind": "sorting", pairs: Array<Matched>, } | { "kind": "hotSpot", spots: Array<string>, } | { "kind": "short", text: string, } | { "kind": "estimate", value: number, };

/**
 * A question with its explanation.
 */
export type ResultQuestion = { position: number, ask: Array<Span>, question: Question, response: Response | null, confidence: Confidence | null, outcome: Outcome, explanation: Explanation, };

/**
 * What is shown with the answer to a question that is typed.
 */
export type Reveal = { "kind": "short", accepted: Array<string>, } | { "kind": "estimate", value: number, tolerance: number, landmarks: Array<Landmark>, };

/**
 * A question on the page before finishing.
 */
export type ReviewRow = { position: number, question: Question, response: Response | null, flagged: boolean, };

/**
 * A step to revisit, and why.
 */
export type Revisit = { step: StepLink, 
/**
 * Positions of the questions behind it.
 */
positions: Array<number>, 
/**
 * One of them was answered wrong with "sure".
 */
sureButWrong: boolean, };

/**
 * A column of the file and what it is taken for.
 */
export type RosterColumn = { title: string, used: RosterUse, };

/**
 * Why a whole file is no list of people.
 */
export type RosterFault = "empty" | "tooLarge" | "notText" | "noColumns" | "notReadable";

/**
 * What an import did.
 */
export type RosterImported = { added: number, changed: number, same: number, rejected: number, newGroups: number, 
/**
 * Who may be the same as somebody with results.
 */
offers: number, };

export type RosterLineFault = "nobody" | "tooLong" | "formula" | "codeTwice" | "nameTwice" | "notReadable";

/**
 * A line that is rejected.
 */
export type RosterLineProblem = { line: number, wrong: RosterLineFault, 
/**
 * The cell, shortened.
 */
cell: string, 
/**
 * The earlier line of the same person.
 */
firstLine: number | null, };

/**
 * A page of the list of people.
 */
export type RosterList = { sample: boolean, 
/**
 * Everybody of this store.
 */
people: number, 
/**
 * Who have not appeared yet.
 */
notAppeared: number, 
/**
 * Who are found by what was asked.
 */
found: number, page: number, pageSize: number, rows: Array<ListedPerson>, groups: Array<Group>, 
/**
 * Those of the list and those with results who may be the same; at most 50.
 */
offers: Array<MergeOffer>, };

/**
 * What a file of people would do.
 */
export type RosterPreview = { "kind": "ready", file: string, separator: RosterSeparator, encoding: string, columns: Array<RosterColumn>, 
/**
 * The first three rows, in the order of the columns.
 */
firstRows: Array<Array<string>>, added: number, changed: number, same: number, rejected: number, 
/**
 * Groups that it would make.
 */
newGroups: Array<string>, 
/**
 * The first hundred lines that are rejected.
 */
problems: Array<RosterLineProblem>, } | { "kind": "refused", file: string, why: RosterFault, columns: Array<string>, };

export type RosterSeparator = "comma" | "semicolon" | "tab";

export type RosterUse = "name" | "code" | "groups" | "notUsed";

/**
 * A row of a comparison.
 */
export type Row = { head: string, cells: Array<Array<Span>>, };

/**
 * A finished run, looked back at.
 */
export type RunDebrief = { run: RunSummary, title: string, employer: string, endTitle: string, endText: Array<Span>, pattern: RunPattern, meters: Array<StoryMeter>, decisions: Array<DebriefDecision>, 
/**
 * What happened in the real case, and what stayed unknown.
 */
after: Array<Array<Span>>, reflections: Array<RunReflection>, 
/**
 * Whether the learner said that her decisions may be shared without her name.
 */
sharing: Sharing, 
/**
 * Questions for a team.
 */
talk: Array<Array<Span>>, 
/**
 * The script of today is another.
 */
changed: boolean, 
/**
 * The role can still be taken.
 */
mayReplay: boolean, claims: Array<ClaimCard>, terms: Array<TermCard>, lang: string, dir: string, };

export type RunDecision = { runId: string, 
/**
 * The decision, 1 for the first.
 */
position: number, 
/**
 * `p1` for the first option.
 */
option: string, elapsedMs: number, };

/**
 * A decision in the log of a run.
 */
export type RunLogLine = { position: number, 
/**
 * Story time.
 */
at: string, ask: Array<Span>, chosen: Array<Span>, moves: Array<StoryMove>, 
/**
 * Taken over from the run that this one replays.
 */
shared: boolean, };

/**
 * One way to decide.
 */
export type RunOption = { 
/**
 * `p1` for the first.
 */
id: string, text: Array<Span>, };

/**
 * What stands out, in place of a grade.
 */
export type RunPattern = { 
/**
 * Names of the meters that ended clearly better than they began.
 */
better: Array<string>, 
/**
 * Of those that ended clearly worse.
 */
worse: Array<string>, 
/**
 * How most choices of the first half stood to the advice.
 */
early: StoryStance, 
/**
 * And of the second half.
 */
late: StoryStance, };

/**
 * A private question to oneself, and what was written.
 */
export type RunReflection = { id: string, prompt: Array<Span>, written: string, };

/**
 * What there is to do.
 */
export type RunStage = { "kind": "scene", messages: Array<StoryMessage>, ask: Array<Span>, options: Array<RunOption>, } | { "kind": "consequence", ask: Array<Span>, chosen: Array<Span>, then: Array<Span>, moves: Array<StoryMove>, isLast: boolean, } | { "kind": "changed", goOnFrom: number | null, } | { "kind": "finished" };

/**
 * A run in one line.
 */
export type RunSummary = { runId: string, roleId: string, roleTitle: string, startedAt: string, finishedAt: string | null, 
/**
 * Decisions taken.
 */
decided: number, of: number, 
/**
 * How it ended.
 */
end: string | null, 
/**
 * The first decision that it does not share with an earlier run.
 */
replayFrom: number | null, };

/**
 * A run where it stands.
 */
export type RunView = { runId: string, title: string, roleTitle: string, 
/**
 * Story time as a clock on the wall shows it, `YYYY-MM-DDTHH:MM:SS`.
 */
at: string, place: string | null, 
/**
 * The decision that is to be taken, or that was taken last; 1 for the first.
 */
position: number, of: number, 
/**
 * Absent until one was named.
 */
deadline: StoryDeadline | null, meters: Array<StoryMeter>, stage: RunStage, 
/**
 * What is known at this moment of story time, the latest first.
 */
known: Array<StoryFact>, 
/**
 * The decisions taken, in order.
 */
log: Array<RunLogLine>, 
/**
 * The last choice can be taken back.
 */
mayStepBack: boolean, terms: Array<TermCard>, lang: string, dir: string, };

/**
 * Which certificate, and the words of the page that stand on it.
 */
export type SaveCertificate = { 
/**
 * Absent: the final assessment.
 */
moduleId: string | null, words: PaperWords, };

export type SaveNote = { personId: string, 
/**
 * The note that is written anew; absent for another one.
 */
noteId: string | null, 
/**
 * 1 to 4,000 characters; spaces around it are left off.
 */
text: string, };

export type SavePart = { at: PartAt, mark: string, words: PartWords, };

export type SaveRecord = { format: RecordFormat, };

export type SaveReflection = { moduleId: string, stepId: string, reflectionId: string, 
/**
 * At most 4,000 characters; empty erases it.
 */
text: string, };

export type SaveRunReflection = { runId: string, reflectionId: string, 
/**
 * Empty takes it away.
 */
text: string, };

export type SaveTrainerKey = { 
/**
 * What learners read.
 */
name: string, };

/**
 * Something was committed at this time.
 */
export type Saved = { savedAt: string, };

/**
 * How the rule of an estimate is divided.
 */
export type Scale = "linear" | "log";

/**
 * Something that was found.
 */
export type SearchHit = { target: SearchTarget, title: string, snippet: Array<SnippetPart>, };

/**
 * Where a hit leads.
 */
export type SearchTarget = { "kind": "term", termId: string, } | { "kind": "step", step: StepLink, } | { "kind": "question", step: StepLink, };

/**
 * One row of the answers: a changed answer is another row.
 */
export type SeenAnswer = { answerId: string, position: number, ask: string, chosen: string, outcome: Outcome, confidence: Confidence | null, elapsedMs: number, answeredAt: string, };

export type SeenCheck = { attemptId: string, form: AttemptForm, 
/**
 * Title of the module or of the assessment; its id when the course no longer has it.
 */
module: string, packVersion: number, tryNumber: number, startedAt: string, finishedAt: string | null, 
/**
 * Absent while it is open.
 */
points: number | null, passPoints: number, passed: boolean | null, answers: Array<SeenAnswer>, };

/**
 * A decision of the ultimatum that goes without a name and without a day.
 */
export type SeenFork = { 
/**
 * The role's title; its id when the course no longer has it, and so with the others.
 */
role: string, position: number, ask: string, chosen: string, seconds: number, reversed: boolean, };

/**
 * A judgement of the inbox, without its day.
 */
export type SeenJudgement = { roundNumber: number, 
/**
 * The message's subject; its id when the course no longer has it.
 */
subject: string, judgement: InboxJudgement, outcome: InboxOutcome, elapsedMs: number, };

export type SeenPerson = { id: string, name: string | null, lastActive: string, };

export type SeenProgress = { 
/**
 * Its title; its id when the course no longer has it.
 */
module: string, stepsDone: number, 
/**
 * The step where the learner stopped; its id when the course no longer has it.
 */
atStep: string, openedAt: string, };

/**
 * An answer of the refresher, without its words and its day.
 */
export type SeenRecall = { 
/**
 * The question; its id when the course no longer has it.
 */
ask: string, 
/**
 * Days after the answer in the check.
 */
afterDays: number, outcome: Outcome, };

/**
 * An assigned step that was done again.
 */
export type SeenRevisit = { 
/**
 * Its title; its id when the course no longer has it.
 */
module: string, step: string, doneAt: string, };

/**
 * A step that was done.
 */
export type SeenStep = { 
/**
 * Titles; ids where the course no longer has them.
 */
module: string, step: string, doneAt: string, elapsedMs: number, };

/**
 * Why statements were set aside.
 */
export type SetAsideReason = { why: SetAsideWhy, 
/**
 * What the store said, at most 300 characters; empty when nothing.
 */
said: string, statements: number, };

/**
 * Why, in a word.
 */
export type SetAsideWhy = "refused" | "tooLarge" | "conflict";

/**
 * Settings of this computer. Saved at once.
 */
export type Settings = { 
/**
 * BCP 47: `en-GB`, or a pseudo-locale, `en-XA` (long) or `ar-XB` (right to left).
 * Empty: the system's language, or English.
 */
language: string, 
/**
 * 100 to 200 in steps of 10.
 */
textPercent: number, theme: Theme, moreContrast: Preference, lessMotion: Preference, readingFont: ReadingFont, 
/**
 * Digit keys choose an option while focus is inside a question.
 */
singleKeys: boolean, 
/**
 * The trainer's area stands in the rail.
 */
trainerArea: boolean, };

/**
 * One shape of a drawing, from the closed vocabulary of FORMAT.md.
 */
export type Shape = { 
/**
 * `path`, `rect`, `circle`, `line`, `polyline`, `polygon` or `text`.
 */
element: string, 
/**
 * Name and value.
 */
attributes: Array<[string, string]>, classes: Array<string>, 
/**
 * Words of a `text`.
 */
text: string | null, };

/**
 * What a learner says about sharing.
 */
export type ShareChoices = { yes: boolean, };

/**
 * A share with its 95 % interval, 0 to 1.
 */
export type ShareWithin = { share: number, 
/**
 * Absent where people do not differ, so that nothing says how sure the share is.
 */
within: EndsOf | null, };

/**
 * What a learner said about sharing; absent while she has not answered, and nothing is shared.
 */
export type Sharing = { choices: boolean | null, };

/**
 * A pack that was signed and stands on the disk.
 */
export type SignedPack = { path: string, title: string, version: number, 
/**
 * The key in six words.
 */
words: string, files: number, 
/**
 * Bytes of the whole file.
 */
bytes: number, };

/**
 * The key that signs.
 */
export type SigningKey = { path: string, 
/**
 * Six words, where the public key lies beside it.
 */
words: string | null, 
/**
 * The file is there.
 */
there: boolean, };

/**
 * Which cards are asked.
 */
export type Sitting = "due" | "newStart" | "ahead";

/**
 * Words around what was found.
 */
export type SnippetPart = { text: string, 
/**
 * These are the words that were looked for.
 */
found: boolean, };

/**
 * Whether a store was taken.
 */
export type SourceNamed = { "kind": "taken", gathering: Gathering, } | { "kind": "refused", why: StoreRefused, };

/**
 * A piece of inline text.
 */
export type Span = { "kind": "text", text: string, } | { "kind": "strong", text: string, } | { "kind": "emphasis", text: string, } | { "kind": "code", text: string, } | { "kind": "claim", text: string, id: string, } | { "kind": "term", text: string, id: string, } | { "kind": "step", text: string, moduleId: string, stepId: string, };

/**
 * An area of a drawing, in the drawing's units; numbered in the order of the list.
 */
export type Spot = { id: string, text: Array<Span>, x: number, y: number, width: number, height: number, };

/**
 * Which people are looked for.
 */
export type StandingFilter = "all" | "completed" | "started" | "notStarted" | "help";

export type StartCheck = { moduleId: string, };

export type StartRun = { roleId: string, };

/**
 * Everything that the first screen needs.
 */
export type Startup = { 
/**
 * Who has learned on this computer, most recent first.
 */
learners: Array<Learner>, 
/**
 * Who is learning now: the only learner, or the one chosen.
 */
current: Learner | null, settings: Settings, course: Course, 
/**
 * Module and step that a newcomer starts with.
 */
opening: StepLink, 
/**
 * Something happened to the store that the person must know of.
 */
notice: StoreNotice | null, };

/**
 * A statement.
 */
export type StatementLine = { seq: number, id: string, verb: StatementVerb, madeAt: string, state: StatementState, 
/**
 * What is sent, with line breaks; absent while its check is open, for the key is in it.
 */
text: string | null, };

/**
 * Statements of the learner, newest first.
 */
export type StatementPage = { statements: Array<StatementLine>, 
/**
 * There are older ones.
 */
more: boolean, };

export type StatementRefused = "notOne" | "newer" | "unknownKey" | "notSigned" | "revoked" | "replaced" | "known";

export type StatementState = "waiting" | "delivered" | "setAside";

export type StatementVerb = "initialized" | "answered" | "completed" | "passed" | "failed" | "terminated";

/**
 * A step of a module.
 */
export type StepFigures = { number: number, title: string, 
/**
 * People who began the module, have not completed it, and were here last.
 */
stopped: number | null, 
/**
 * People whose time on it is known.
 */
timed: number | null, 
/**
 * Lower quartile, median and upper quartile of the time on it; absent below five people.
 */
lowMs: number | null, medianMs: number | null, highMs: number | null, };

/**
 * A step to go to.
 */
export type StepLink = { moduleId: string, moduleNumber: number, stepId: string, 
/**
 * 1 for the first.
 */
stepNumber: number, title: string, minutes: number, };

/**
 * Something with an id, in words.
 */
export type StepName = { id: string, title: string, };

/**
 * A step in the list of a module.
 */
export type StepState = { id: string, number: number, title: string, minutes: number, done: boolean, 
/**
 * Where the learner stopped.
 */
here: boolean, };

/**
 * A step as the reader shows it.
 */
export type StepView = { moduleId: string, moduleNumber: number, moduleTitle: string, stepId: string, title: string, 
/**
 * 1 for the first.
 */
number: number, of: number, minutesLeft: number, blocks: Array<Block>, 
/**
 * Every claim that the step refers to.
 */
claims: Array<ClaimCard>, 
/**
 * Every term that the step refers to.
 */
terms: Array<TermCard>, previousStep: string | null, nextStep: string | null, done: boolean, lang: string, dir: string, };

/**
 * Whether a store was taken.
 */
export type StoreNamed = { "kind": "taken", delivery: Delivery, } | { "kind": "refused", why: StoreRefused, };

/**
 * Something happened to the store that the person must know of.
 */
export type StoreNotice = { "kind": "restoredFromBackup", setAside: string, backupOf: string, } | { "kind": "setAside", setAside: string, };

/**
 * What is wrong with what was typed.
 */
export type StoreRefused = "notAnAddress" | "notHttps" | "hasLogin" | "hasQuery" | "thisComputer" | "noName" | "noPassword";

/**
 * The ultimatum on Home.
 */
export type StoryCard = { title: string, decisions: number, roles: number, 
/**
 * The run that was begun last and is not finished.
 */
open: RunSummary | null, 
/**
 * Finished runs.
 */
finished: number, };

/**
 * A day that was named.
 */
export type StoryDeadline = { day: string, 
/**
 * Whole days between today and that day; absent when it has come.
 */
fullDaysLeft: number | null, };

/**
 * Something that is known at a moment of story time.
 */
export type StoryFact = { 
/**
 * Since when, in story time.
 */
since: string, text: Array<Span>, sources: Array<string>, 
/**
 * Said by the gang.
 */
claimed: boolean, };

/**
 * Words that reach the reader in a scene.
 */
export type StoryMessage = { from: string, text: Array<Span>, };

/**
 * A meter and what moved it last.
 */
export type StoryMeter = { id: StoryMeterId, name: string, 
/**
 * Whether 10 is the good end; else 0 is.
 */
highIsBetter: boolean, 
/**
 * 0 to 10.
 */
level: number, start: number, last: StoryMove | null, };

/**
 * Which of the four meters.
 */
export type StoryMeterId = "trust" | "exposure" | "legal" | "cost";

/**
 * What a choice did to a meter.
 */
export type StoryMove = { meter: string, highIsBetter: boolean, from: number, 
/**
 * The same as `from` where the meter had reached its end.
 */
to: number, 
/**
 * The cause, in words.
 */
why: string, };

/**
 * A role that can be taken.
 */
export type StoryRole = { id: string, title: string, about: Array<Span>, 
/**
 * On the longest path.
 */
minutes: number, };

/**
 * How a choice stands to what experts advise.
 */
export type StoryStance = "advised" | "mixed" | "against";

/**
 * The page on which a run begins.
 */
export type StoryStart = { title: string, about: Array<Span>, employer: string, 
/**
 * First and last day of story time.
 */
from: string, to: string, 
/**
 * In one run.
 */
decisions: number, roles: Array<StoryRole>, 
/**
 * Most recent first.
 */
runs: Array<RunSummary>, claims: Array<ClaimCard>, terms: Array<TermCard>, lang: string, dir: string, };

/**
 * How many rows of a table.
 */
export type TableCount = { table: string, rows: number, };

/**
 * A report to be written to a file.
 */
export type TakeAway = { what: WhatToTake, choice: TakingChoice, words: TakingWords, };

/**
 * The evidence pack to be written.
 */
export type TakeEvidence = { 
/**
 * Names and certificate codes stand in it; otherwise only the ids.
 */
names: boolean, };

export type TakeOutOfGroup = { groupId: string, personIds: Array<string>, };

/**
 * How a report is written. The last choice is remembered in the trainer's store.
 */
export type TakingChoice = { form: FileForm, separator: CellSeparator, 
/**
 * Numbers in a CSV file have a comma where others have a point.
 */
decimalComma: boolean, 
/**
 * A CSV file begins with the mark by which spreadsheets know UTF-8.
 */
mark: boolean, 
/**
 * Names stand in the file; otherwise only the ids.
 */
names: boolean, 
/**
 * Whose reports these are: stands on paper. May be empty.
 */
organisation: string, };

/**
 * The first rows of a file.
 */
export type TakingPreview = { 
/**
 * Of whom the report is told; absent where it cannot be told of some.
 */
among: AmongWhom | null, 
/**
 * The names of the columns; they stay.
 */
columns: Array<string>, 
/**
 * Three rows at most, as they stand in the file.
 */
rows: Array<Array<string>>, 
/**
 * The same as text, for a CSV file; empty for the others.
 */
text: string, 
/**
 * Rows of the whole.
 */
of: number, 
/**
 * More than a PDF takes.
 */
tooLongForPaper: boolean, 
/**
 * Rows that a PDF takes.
 */
mostOnPaper: number, };

/**
 * Words of the file, in the reader's language.
 */
export type TakingWords = { 
/**
 * The language, as a tag.
 */
lang: string, 
/**
 * `ltr` or `rtl`.
 */
dir: string, 
/**
 * What the report is called.
 */
title: string, 
/**
 * What it says, in a sentence; may be empty.
 */
sentence: string, 
/**
 * `Page` and `of` in `Page 2 of 7`.
 */
page: string, of: string, 
/**
 * When it was made, in words.
 */
made: string, 
/**
 * Said when a character had to be shown as `?`.
 */
unprintable: string, 
/**
 * Said in place of a table without rows.
 */
nothing: string, 
/**
 * What columns are called on paper, by their names. A column that is missing here has its own name.
 */
labels: { [key in string]: string }, };

/**
 * A glossary term.
 */
export type TermCard = { id: string, term: string, means: string, example: string | null, };

/**
 * What is promised before a pre-check starts.
 */
export type TestOutTerms = { questions: number, passPoints: number, minutes: number, 
/**
 * Minutes of the steps that passing lets one skip.
 */
savesMinutes: number, 
/**
 * A pre-check that was begun and not finished.
 */
openAttempt: string | null, 
/**
 * The last finished one.
 */
last: AttemptSummaryLink | null, };

/**
 * Light or dark.
 */
export type Theme = "system" | "light" | "dark";

/**
 * The tones of one theme, each `#rrggbb`.
 */
export type Tones = { accent: string, accentHover: string, onAccent: string, accentWash: string, 
/**
 * The least contrast of the organisation's colour with the papers of this theme, rounded down.
 */
before: number, 
/**
 * That of `accent`: 4.5 or more.
 */
after: number, 
/**
 * `accent` is another than the organisation's colour.
 */
adjusted: boolean, };

/**
 * The most chosen wrong answer.
 */
export type TopWrong = { id: string, text: string, chosen: number, };

/**
 * Where the trainer's store stands.
 */
export type TrainerDoor = { "kind": "none", minCharacters: number, smallestGroup: number | null, } | { "kind": "locked", waitSeconds: number, minCharacters: number, recoveryCode: boolean, } | { "kind": "open", notice: StoreNotice | null, recoveryCode: boolean, smallestGroup: number | null, };

/**
 * The key by which learners know this trainer.
 */
export type TrainerKey = { 
/**
 * Empty until it is given.
 */
name: string, 
/**
 * Six words.
 */
fingerprint: string, };

/**
 * How the people of this store stand.
 */
export type TrainerOverview = { 
/**
 * The people shown are made up.
 */
sample: boolean, among: AmongWhom, collectedAt: string | null, 
/**
 * People in the smallest group of which anything is shown; absent where persons are shown.
 */
smallestGroup: number | null, 
/**
 * People; 0 also where there are fewer than the smallest group.
 */
people: number, 
/**
 * How many of them stand where over all modules; absent where that is withheld.
 */
completedAll: number | null, started: number | null, notStarted: number | null, modules: Array<ModuleStatus>, 
/**
 * The first of them by name; `trainer_people` gives the others. Nobody where no person is shown.
 */
rows: Array<PersonRow>, 
/**
 * Who may need help, and why: the first of them by name.
 */
needHelp: Array<NeedsHelp>, 
/**
 * How many people may need help in all.
 */
peopleWhoNeedHelp: number, 
/**
 * What has changed since the last day on which something was collected.
 */
changed: Changed | null, };

/**
 * What a trainer of this computer gets when results are collected: all of it, and nothing else.
 */
export type TrainerView = { 
/**
 * Absent before anything was done: nothing is collected then.
 */
person: SeenPerson | null, progress: Array<SeenProgress>, 
/**
 * Steps done, in the order of the course.
 */
steps: Array<SeenStep>, 
/**
 * Final checks, pre-checks that were passed and assessments, most recent first.
 */
checks: Array<SeenCheck>, 
/**
 * Judgements of the inbox.
 */
judged: Array<SeenJudgement>, 
/**
 * Answers of the refresher.
 */
recalled: Array<SeenRecall>, 
/**
 * What the learner said about sharing decisions without her name.
 */
sharing: Sharing, 
/**
 * Decisions of the ultimatum that go without her name; none unless she said yes.
 */
forks: Array<SeenFork>, 
/**
 * Steps that a trainer assigned and that were done again.
 */
revisits: Array<SeenRevisit>, 
/**
 * A trainer's area is kept on this computer.
 */
trainerStore: boolean, };

export type TrustKey = { publicKey: string, name: string, };

export type TrustSigner = { 
/**
 * Whose key it is: 1 to 80 characters.
 */
name: string, };

export type TryDecision = { moduleId: string, stepId: string, decisionId: string, optionId: string, };

export type TryQuestion = { moduleId: string, itemId: string, response: Response, confidence: Confidence | null, };

/**
 * What is written would be no single page or question any more.
 */
export type Unkept = "secondHeading" | "openBlock" | "notOneQuestion";

/**
 * A failure with everything the page needs to speak of it.
 */
export type UserError = { 
/**
 * What the person reads is chosen by this.
 */
code: ErrorCode, 
/**
 * The technical chain, for "Details" and the log.
 */
detail: string, 
/**
 * A file or folder that the sentence names.
 */
path: string | null, 
/**
 * Seconds, for `PassphraseWait`.
 */
seconds: number | null, 
/**
 * A moment, for `PauseRunning`.
 */
opensAt: string | null, };

/**
 * Which report, of what.
 */
export type WhatToTake = { report: Report, 
/**
 * Absent: all modules, or the first where a report is of one. Only the questions and the modules know it.
 */
moduleId: string | null, 
/**
 * Whose, for one person's answers.
 */
personId: string | null, 
/**
 * Of whom the report is told, where its page can be told of some.
 */
among: Among, 
/**
 * Which tries count; only the questions know it.
 */
attempts: Attempts, };

export type WhichLogo = { 
/**
 * On dark ground.
 */
dark: boolean, };

export type WhyLeftOut = "notOurs" | "notWhole" | "noPack" | "doesNotFit";

/**
 * How far the file is that is being written.
 */
export type WorkProgress = { 
/**
 * Its rows, or the files of an archive.
 */
done: number, of: number, };

/**
 * The version of xAPI that a store speaks.
 */
export type XapiVersion = "1.0.3" | "2.0.0";
