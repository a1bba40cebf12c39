/** Every entry point of Apps Script, one line each: triggers, menu items, and what the sidebar calls. */
import * as answer from './answer.ts';
import * as compare from './compare.ts';
import { openPanel } from './dialog.ts';
import * as hold from './hold.ts';
import * as ids from './ids.ts';
import * as menu from './menu.ts';
import { activate, readState, send } from './panel.ts';
import type { PanelState, Sending } from './panel-state.ts';
import * as review from './review.ts';
import * as test from './self-test.ts';
import { paintEdit } from './sheet.ts';
import * as withdraw from './withdraw.ts';

const active = () => SpreadsheetApp.getActiveSheet();

// Triggers
export const onOpen = (): void => menu.addMenu();
export const onEdit = (event: GoogleAppsScript.Events.SheetsOnEdit): void => paintEdit(event);

// Menu
export const checkNow = (): void => menu.fromMenu(menu.checkNow);
export const sendNow = (): void => menu.fromMenu(() => openPanel('send'));
export const showProblems = (): void => menu.fromMenu(() => openPanel('problems'));
export const giveIds = (): void => menu.fromMenu(() => ids.giveIds(active()));
export const showGuide = (): void => menu.fromMenu(menu.showGuide);
export const selfTest = (): void => menu.fromMenu(test.selfTest);
export const fetchDossiers = (): void => menu.fromMenu(() => review.fetchDossiers(active()));
export const showComparison = (): void => menu.fromMenu(() => compare.showComparison(active()));
export const showHold = (): void => menu.fromMenu(() => hold.showHold(active()));
export const recordDecisions = (): void => menu.fromMenu(() => review.recordDecisions(active()));
export const openWithdrawal = (): void => menu.fromMenu(() => withdraw.openWithdrawal(active()));
export const recordAnswers = (): void => menu.fromMenu(() => answer.recordAnswers(active()));

// Sidebar and windows
export const readPanel = (): PanelState => readState();
export const goToCell = (sheetId: number, place: string): void => activate(sheetId, place);
export const sendList = (sending: Sending): ReturnType<typeof send> => send(sending);
export const readComparison = (): ReturnType<typeof compare.readComparison> =>
  compare.readComparison(active());
export const readHold = (): ReturnType<typeof hold.readHold> => hold.readHold(active());
export const sendHold = (wish: Parameters<typeof hold.sendHold>[0]): ReturnType<typeof hold.sendHold> =>
  hold.sendHold(wish);
export const readWithdrawal = (): withdraw.WithdrawalLine => withdraw.readWithdrawal(active());
export const withdrawStory = (key: string, reason: string): ReturnType<typeof withdraw.withdrawStory> =>
  withdraw.withdrawStory(key, reason);
