// Every screen of the app, once: where it is, what stands there, and whether the rail leads to it. The
// order of the rail is the order of this table.

import Award from '@lucide/svelte/icons/award';
import BookA from '@lucide/svelte/icons/book-a';
import BookOpen from '@lucide/svelte/icons/book-open';
import CalendarSearch from '@lucide/svelte/icons/calendar-search';
import ChartColumn from '@lucide/svelte/icons/chart-column';
import Hourglass from '@lucide/svelte/icons/hourglass';
import House from '@lucide/svelte/icons/house';
import Inbox from '@lucide/svelte/icons/inbox';
import Info from '@lucide/svelte/icons/info';
import RefreshCw from '@lucide/svelte/icons/refresh-cw';
import SettingsIcon from '@lucide/svelte/icons/settings';
import type { Component } from 'svelte';
import type { PlaceName, Places, Route } from '../shared/navigation';
import { useSession } from '../shared/session/session.svelte';
import type { MessageId } from '../shared/text';
import AboutScreen from './about/AboutScreen.svelte';
import CaseScreen from './case/CaseScreen.svelte';
import AssessmentScreen from './assessment/AssessmentScreen.svelte';
import CertificatesScreen from './certificates/CertificatesScreen.svelte';
import CheckScreen from './check/CheckScreen.svelte';
import CheckIntroScreen from './check-intro/CheckIntroScreen.svelte';
import ResultScreen from './check-result/ResultScreen.svelte';
import ReviewScreen from './check-review/ReviewScreen.svelte';
import DeliveryScreen from './delivery/DeliveryScreen.svelte';
import MyDataScreen from './my-data/MyDataScreen.svelte';
import EraseScreen from './my-data/EraseScreen.svelte';
import ErasedScreen from './my-data/ErasedScreen.svelte';
import TrainerViewScreen from './my-data/TrainerViewScreen.svelte';
import OpenAssignmentsScreen from './open-assignments/OpenAssignmentsScreen.svelte';
import MakeModuleScreen from './make-module/MakeModuleScreen.svelte';
import MakePackScreen from './make-pack/MakePackScreen.svelte';
import MakePartScreen from './make-part/MakePartScreen.svelte';
import PreviewScreen from './make-preview/PreviewScreen.svelte';
import PacksScreen from './packs/PacksScreen.svelte';
import RefresherScreen from './refresher/RefresherScreen.svelte';
import RecordScreen from './record/RecordScreen.svelte';
import RunScreen from './run/RunScreen.svelte';
import DebriefScreen from './run-debrief/DebriefScreen.svelte';
import TrainerScreen from './trainer/TrainerScreen.svelte';
import AssignScreen from './trainer-assign/AssignScreen.svelte';
import AssignmentsScreen from './trainer-assignments/AssignmentsScreen.svelte';
import ImportScreen from './trainer-import/ImportScreen.svelte';
import PeopleScreen from './trainer-people/PeopleScreen.svelte';
import PersonScreen from './trainer-person/PersonScreen.svelte';
import ModuleReportScreen from './trainer-module/ModuleReportScreen.svelte';
import RecoveryScreen from './trainer-recovery/RecoveryScreen.svelte';
import TakeScreen from './trainer-take/TakeScreen.svelte';
import QuestionsScreen from './trainer-questions/QuestionsScreen.svelte';
import TrainerInboxScreen from './trainer-inbox/TrainerInboxScreen.svelte';
import TrainerUltimatumScreen from './trainer-ultimatum/TrainerUltimatumScreen.svelte';
import MisconceptionsScreen from './trainer-misconceptions/MisconceptionsScreen.svelte';
import CollectScreen from './trainer-collect/CollectScreen.svelte';
import LastedScreen from './trainer-lasted/LastedScreen.svelte';
import InboxScreen from './inbox/InboxScreen.svelte';
import MessageScreen from './inbox-message/MessageScreen.svelte';
import InboxResultScreen from './inbox-result/InboxResultScreen.svelte';
import GlossaryScreen from './glossary/GlossaryScreen.svelte';
import HomeScreen from './home/HomeScreen.svelte';
import ModuleScreen from './module/ModuleScreen.svelte';
import ModulesScreen from './modules/ModulesScreen.svelte';
import SettingsScreen from './settings/SettingsScreen.svelte';
import StepScreen from './step/StepScreen.svelte';
import UltimatumScreen from './ultimatum/UltimatumScreen.svelte';
import TestOutScreen from './test-out/TestOutScreen.svelte';
import TermScreen from './term/TermScreen.svelte';
import WelcomeScreen from './welcome/WelcomeScreen.svelte';
import WhoScreen from './who/WhoScreen.svelte';

export interface RailEntry {
  icon: typeof House;
  word: MessageId;
  /** `learn` stands at the top, `app` at the bottom. */
  group: 'learn' | 'app';
  /** Other places where this entry is the current one. */
  also?: readonly PlaceName[];
  /** Absent: always. */
  shown?: () => boolean;
}

export interface Screen<Name extends PlaceName> extends Route {
  /** A screen gets the parameters of its place, and what the view before handed over. */
  component: Component<Places[Name] & { given?: unknown }> | Component<Record<string, never>>;
  rail?: RailEntry;
  /** Without rail: the whole window belongs to it. */
  alone?: boolean;
}

export type ScreenTable = { readonly [Name in PlaceName]?: Screen<Name> };

const mustChoose = (): PlaceName | null => (useSession().mustChoose ? 'who' : null);

export const SCREENS: ScreenTable = {
  home: {
    path: '/home',
    component: HomeScreen,
    guard: mustChoose,
    rail: { icon: House, word: 'rail-home', group: 'learn' },
  },
  modules: {
    path: '/modules',
    component: ModulesScreen,
    guard: mustChoose,
    rail: { icon: BookOpen, word: 'rail-modules', group: 'learn', also: ['module', 'step', 'check-intro', 'test-out', 'assessment', 'check', 'check-review'] },
  },
  module: { path: '/modules/:moduleId', component: ModuleScreen, guard: mustChoose },
  step: { path: '/modules/:moduleId/step/:stepId?', component: StepScreen, guard: mustChoose },
  'check-intro': { path: '/modules/:moduleId/check', component: CheckIntroScreen, guard: mustChoose },
  'test-out': { path: '/modules/:moduleId/pre-check', component: TestOutScreen, guard: mustChoose },
  assessment: { path: '/assessment', component: AssessmentScreen, guard: mustChoose },
  check: { path: '/check/:attemptId/question/:position?', component: CheckScreen, guard: mustChoose },
  'check-review': { path: '/check/:attemptId/review', component: ReviewScreen, guard: mustChoose },
  'check-result': { path: '/check/:attemptId/result', component: ResultScreen, guard: mustChoose },
  inbox: {
    path: '/inbox',
    component: InboxScreen,
    guard: mustChoose,
    rail: {
      icon: Inbox,
      word: 'rail-inbox',
      group: 'learn',
      also: ['inbox-message', 'inbox-result'],
      shown: () => useSession().course.inbox,
    },
  },
  'inbox-message': { path: '/inbox/:roundId/message/:position?', component: MessageScreen, guard: mustChoose },
  'inbox-result': { path: '/inbox/:roundId/result', component: InboxResultScreen, guard: mustChoose },
  ultimatum: {
    path: '/ultimatum',
    component: UltimatumScreen,
    guard: mustChoose,
    rail: {
      icon: Hourglass,
      word: 'rail-ultimatum',
      group: 'learn',
      also: ['run', 'run-debrief'],
      shown: () => useSession().course.hasStory,
    },
  },
  run: { path: '/ultimatum/:runId', component: RunScreen, guard: mustChoose },
  'run-debrief': { path: '/ultimatum/:runId/debrief', component: DebriefScreen, guard: mustChoose },
  case: {
    path: '/case/:day?/:topic?',
    component: CaseScreen,
    guard: mustChoose,
    rail: { icon: CalendarSearch, word: 'rail-case', group: 'learn' },
  },
  refresher: {
    path: '/refresher',
    component: RefresherScreen,
    guard: mustChoose,
    rail: { icon: RefreshCw, word: 'rail-refresher', group: 'learn' },
  },
  glossary: {
    path: '/glossary',
    component: GlossaryScreen,
    guard: mustChoose,
    rail: { icon: BookA, word: 'rail-glossary', group: 'learn', also: ['term'] },
  },
  term: { path: '/glossary/:termId', component: TermScreen, guard: mustChoose },
  record: {
    path: '/record',
    component: RecordScreen,
    guard: mustChoose,
    rail: { icon: Award, word: 'rail-record', group: 'learn', also: ['check-result', 'certificates', 'my-data', 'erase', 'erased', 'trainer-view'] },
  },
  certificates: { path: '/record/certificates', component: CertificatesScreen, guard: mustChoose },
  'my-data': { path: '/record/data', component: MyDataScreen, guard: mustChoose },
  erase: { path: '/record/data/erase', component: EraseScreen, guard: mustChoose },
  erased: { path: '/record/data/erased', component: ErasedScreen },
  'trainer-view': { path: '/record/trainer-view', component: TrainerViewScreen, guard: mustChoose },
  trainer: {
    path: '/trainer',
    component: TrainerScreen,
    rail: {
      icon: ChartColumn,
      word: 'rail-trainer',
      group: 'learn',
      also: ['trainer-person', 'trainer-module', 'trainer-questions', 'trainer-inbox', 'trainer-ultimatum', 'trainer-misconceptions', 'trainer-lasted', 'trainer-people', 'trainer-import', 'trainer-assignments', 'trainer-assign', 'trainer-collect', 'trainer-recovery', 'trainer-take'],
      shown: () => useSession().settings?.trainerArea ?? false,
    },
  },
  'trainer-person': { path: '/trainer/people/:personId', component: PersonScreen },
  'trainer-module': { path: '/trainer/module/:moduleId?', component: ModuleReportScreen },
  'trainer-questions': { path: '/trainer/questions/:moduleId?', component: QuestionsScreen },
  'trainer-inbox': { path: '/trainer/inbox', component: TrainerInboxScreen },
  'trainer-ultimatum': { path: '/trainer/ultimatum', component: TrainerUltimatumScreen },
  'trainer-misconceptions': { path: '/trainer/misconceptions', component: MisconceptionsScreen },
  'trainer-collect': { path: '/trainer/collect', component: CollectScreen },
  'trainer-lasted': { path: '/trainer/what-lasted', component: LastedScreen },
  'trainer-people': { path: '/trainer/people', component: PeopleScreen },
  'trainer-import': { path: '/trainer/people-from-a-list', component: ImportScreen },
  'trainer-assignments': { path: '/trainer/assignments', component: AssignmentsScreen },
  'trainer-assign': { path: '/trainer/assignments/new', component: AssignScreen },
  'open-assignments': { path: '/settings/assignments', component: OpenAssignmentsScreen, guard: mustChoose },
  packs: { path: '/settings/packs', component: PacksScreen },
  delivery: { path: '/settings/results', component: DeliveryScreen, guard: mustChoose },
  'make-pack': { path: '/settings/packs/make/:page?', component: MakePackScreen },
  'make-module': { path: '/settings/packs/module/:moduleId', component: MakeModuleScreen },
  'make-part': { path: '/settings/packs/module/:moduleId/:kind/:position', component: MakePartScreen },
  'make-preview': { path: '/settings/packs/preview/:moduleId/:position?', component: PreviewScreen },
  'trainer-recovery': { path: '/trainer/recovery-code', component: RecoveryScreen },
  'trainer-take': { path: '/trainer/take/:report?/:subject?', component: TakeScreen },
  settings: {
    path: '/settings',
    component: SettingsScreen,
    rail: { icon: SettingsIcon, word: 'rail-settings', group: 'app', also: ['open-assignments', 'packs', 'make-pack', 'make-module', 'make-part', 'make-preview', 'delivery'] },
  },
  about: { path: '/about', component: AboutScreen, rail: { icon: Info, word: 'rail-about', group: 'app' } },
  welcome: {
    path: '/welcome',
    component: WelcomeScreen,
    alone: true,
    guard: () => (useSession().current ? 'home' : mustChoose()),
  },
  who: { path: '/who', component: WhoScreen, alone: true, guard: () => (useSession().learners.length === 0 ? 'welcome' : null) },
};
