import { app, type BrowserWindow, dialog, Menu, type MenuItemConstructorOptions, shell } from "electron";
import { say, type WordKey } from "../../shared/text/catalogue/index.ts";
import type { Locale } from "../../shared/text/define-words.ts";
import type { Ports } from "../ports.ts";

export interface MenuInput {
  readonly locale: Locale;
  readonly ports: Pick<Ports, "version" | "dataFolder" | "exportFolder">;
  readonly window: BrowserWindow;
}

export function setMenu(input: MenuInput): void {
  const word = (key: WordKey): string => say(input.locale, key);
  const top: MenuItemConstructorOptions[] = [
    { label: word("menu.file"), submenu: fileMenu(input, word) },
    { label: word("menu.edit"), submenu: editMenu(word) },
    { label: word("menu.view"), submenu: viewMenu(input, word) },
    {
      label: word("menu.help"),
      submenu: [{ id: "about", label: word("menu.about"), click: () => showAbout(input) }],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(top));
}

type Word = (key: WordKey) => string;

const fileMenu = ({ ports }: MenuInput, word: Word): MenuItemConstructorOptions[] => [
  {
    id: "open-exports",
    label: word("menu.openExports"),
    click: () => void shell.openPath(ports.exportFolder),
  },
  { type: "separator" },
  { id: "quit", label: word("menu.quit"), accelerator: "CommandOrControl+Q", click: () => app.quit() },
];

const editMenu = (word: Word): MenuItemConstructorOptions[] => [
  { role: "undo", label: word("menu.undo") },
  { role: "redo", label: word("menu.redo") },
  { type: "separator" },
  { role: "cut", label: word("menu.cut") },
  { role: "copy", label: word("menu.copy") },
  { role: "paste", label: word("menu.paste") },
  { role: "selectAll", label: word("menu.selectAll") },
];

/**
 * Type size is a preference that the page keeps, and its keys are the page's. The menu shows the same keys without
 * taking them, and choosing an item presses the key for the user.
 */
const viewMenu = ({ window }: MenuInput, word: Word): MenuItemConstructorOptions[] => [
  ...(
    [
      ["larger", "menu.larger", "="],
      ["smaller", "menu.smaller", "-"],
      ["usual-size", "menu.usualSize", "0"],
    ] as const
  ).map(
    ([id, key, keyCode]): MenuItemConstructorOptions => ({
      id,
      label: word(key),
      accelerator: `CommandOrControl+${keyCode}`,
      registerAccelerator: false,
      click: () => pressKey(window, keyCode),
    }),
  ),
  { type: "separator" },
  { role: "togglefullscreen", label: word("menu.fullScreen") },
];

function pressKey(window: BrowserWindow, keyCode: string): void {
  for (const type of ["keyDown", "keyUp"] as const)
    window.webContents.sendInputEvent({ type, keyCode, modifiers: ["control"] });
}

function showAbout({ window, locale, ports }: MenuInput): void {
  void dialog.showMessageBox(window, {
    type: "info",
    title: say(locale, "menu.about"),
    message: say(locale, "app.name"),
    detail: say(locale, "about.detail", {
      version: ports.version,
      dataFolder: ports.dataFolder,
      exportFolder: ports.exportFolder,
    }),
    buttons: ["OK"],
  });
}
