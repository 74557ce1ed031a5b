import { EventEmitter } from "node:events";

/** An event as Electron passes it: remembers whether the default was prevented. */
export interface FakeEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
  readonly [key: string]: unknown;
}

export const fakeEvent = (more: Record<string, unknown> = {}): FakeEvent => ({
  ...more,
  defaultPrevented: false,
  preventDefault() {
    this.defaultPrevented = true;
  },
});

export class FakeFrame {
  url: string;
  parent: FakeFrame | null;
  constructor(url: string, parent: FakeFrame | null = null) {
    this.url = url;
    this.parent = parent;
  }
}

export class FakeWebContents extends EventEmitter {
  mainFrame = new FakeFrame("");
  openHandler: (() => { action: string }) | null = null;
  readonly keys: { type: string; keyCode: string; modifiers: string[] }[] = [];
  getURL(): string {
    return this.mainFrame.url;
  }
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.openHandler = handler;
  }
  sendInputEvent(event: { type: string; keyCode: string; modifiers: string[] }): void {
    this.keys.push(event);
  }
}

export class FakeSession extends EventEmitter {
  readonly handlers = new Map<string, (request: Request) => Promise<Response>>();
  beforeRequest:
    | ((details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void)
    | null = null;
  permissionRequest:
    | ((contents: FakeWebContents, permission: string, callback: (granted: boolean) => void) => void)
    | null = null;
  permissionCheck:
    | ((contents: FakeWebContents | null, permission: string, origin: string) => boolean)
    | null = null;
  devicePermission: (() => boolean) | null = null;
  displayMedia: ((request: unknown, callback: (answer: object) => void) => void) | null = null;
  spellChecker = true;
  readonly protocol = {
    handle: (scheme: string, handler: (request: Request) => Promise<Response>): void => {
      // Electron throws on a second handler, and on a scheme that is handled before the app is ready.
      if (this.handlers.has(scheme)) throw new Error(`scheme ${scheme} is handled already`);
      this.handlers.set(scheme, handler);
    },
  };
  readonly webRequest = {
    onBeforeRequest: (listener: FakeSession["beforeRequest"]): void => {
      this.beforeRequest = listener;
    },
  };
  setPermissionRequestHandler(handler: FakeSession["permissionRequest"]): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: FakeSession["permissionCheck"]): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler;
  }
  setDisplayMediaRequestHandler(handler: FakeSession["displayMedia"]): void {
    this.displayMedia = handler;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }
}

export interface FakeMenuItem {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly FakeMenuItem[];
}

/**
 * A double of the `electron` module that behaves as its documentation says where our shell relies on it: order of
 * start, one lock, events that can be prevented, closing a window, a window that really asks its protocol for the page.
 */
export function createFakeElectron(options: { readonly firstInstance?: boolean } = {}) {
  const log: string[] = [];
  const windows: FakeBrowserWindow[] = [];
  const defaultSession = new FakeSession();
  const messageBoxes: { options: { message: string; buttons: string[] } }[] = [];
  const errorBoxes: { title: string; content: string }[] = [];
  const ipcHandlers = new Map<string, (event: unknown, ...args: unknown[]) => Promise<unknown>>();
  const exposed = new Map<string, unknown>();
  const opened: string[] = [];
  const answers: number[] = [];
  let menu: readonly FakeMenuItem[] = [];
  let ready = false;

  class FakeApp extends EventEmitter {
    readonly paths = new Map<string, string>();
    readonly switches = new Map<string, string | undefined>();
    readonly commandLine = {
      appendSwitch: (name: string, value?: string): void => {
        log.push("appendSwitch");
        this.switches.set(name, value);
      },
    };
    exitCode: number | null = null;
    quitCount = 0;
    setPath(name: string, path: string): void {
      this.paths.set(name, path);
    }
    requestSingleInstanceLock(): boolean {
      log.push("lock");
      return options.firstInstance ?? true;
    }
    enableSandbox(): void {
      if (ready) throw new Error("app.enableSandbox() can only be called before app is ready");
      log.push("enableSandbox");
    }
    async whenReady(): Promise<void> {
      await Promise.resolve();
      ready = true;
      log.push("ready");
    }
    quit(): void {
      this.quitCount += 1;
      for (const window of [...windows]) window.close();
    }
    exit(code: number): void {
      this.exitCode = code;
    }
  }
  const app = new FakeApp();

  class FakeBrowserWindow extends EventEmitter {
    static getAllWindows = (): FakeBrowserWindow[] => [...windows];
    readonly options: Record<string, unknown>;
    readonly webContents = new FakeWebContents();
    readonly acts: string[] = [];
    minimized = false;
    visible = false;
    /** What the window got when it loaded its page. */
    page: Response | null = null;
    loaded: Promise<void> = Promise.resolve();
    constructor(windowOptions: Record<string, unknown>) {
      super();
      if (!ready) throw new Error("Cannot create BrowserWindow before app is ready");
      this.options = windowOptions;
      windows.push(this);
      app.emit("web-contents-created", fakeEvent(), this.webContents);
    }
    loadURL(url: string): Promise<void> {
      this.webContents.mainFrame.url = url;
      this.loaded = this.fetchPage(url);
      return this.loaded;
    }
    private async fetchPage(url: string): Promise<void> {
      let cancelled = false;
      defaultSession.beforeRequest?.({ url }, ({ cancel }) => {
        cancelled = cancel;
      });
      const handler = defaultSession.handlers.get(new URL(url).protocol.replace(":", ""));
      if (cancelled || handler === undefined) throw new Error(`ERR_FAILED loading ${url}`);
      this.page = await handler(new Request(url));
      this.emit("ready-to-show");
    }
    close(): void {
      const event = fakeEvent();
      this.emit("close", event);
      if (!event.defaultPrevented) this.destroy();
    }
    destroy(): void {
      const at = windows.indexOf(this);
      if (at === -1) return;
      windows.splice(at, 1);
      this.emit("closed");
      if (windows.length === 0) app.emit("window-all-closed");
    }
    show(): void {
      this.visible = true;
      this.acts.push("show");
    }
    focus(): void {
      this.acts.push("focus");
    }
    restore(): void {
      this.minimized = false;
      this.acts.push("restore");
    }
    isMinimized(): boolean {
      return this.minimized;
    }
  }

  const electron = {
    app,
    BrowserWindow: FakeBrowserWindow,
    session: { defaultSession },
    protocol: {
      registerSchemesAsPrivileged: (schemes: { scheme: string; privileges: object }[]): void => {
        if (ready)
          throw new Error("protocol.registerSchemesAsPrivileged should be called before app is ready");
        log.push(`scheme ${schemes.map(({ scheme }) => scheme).join()}`);
      },
    },
    ipcMain: {
      handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => Promise<unknown>): void => {
        if (ipcHandlers.has(channel)) throw new Error(`second handler for '${channel}'`);
        ipcHandlers.set(channel, handler);
      },
    },
    ipcRenderer: {
      invoke: async (channel: string, ...args: unknown[]): Promise<unknown> =>
        structuredClone({ channel, args }),
    },
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown): void => {
        exposed.set(key, api);
      },
    },
    Menu: {
      buildFromTemplate: (template: readonly FakeMenuItem[]): readonly FakeMenuItem[] => template,
      setApplicationMenu: (next: readonly FakeMenuItem[]): void => {
        menu = next;
      },
    },
    dialog: {
      showMessageBox: async (_window: unknown, box: { message: string; buttons: string[] }) => {
        messageBoxes.push({ options: box });
        return { response: answers.shift() ?? 0, checkboxChecked: false };
      },
      showErrorBox: (title: string, content: string): void => {
        errorBoxes.push({ title, content });
      },
    },
    shell: {
      openPath: async (path: string): Promise<string> => {
        opened.push(path);
        return "";
      },
    },
  };

  return {
    electron,
    log,
    windows,
    defaultSession,
    messageBoxes,
    errorBoxes,
    ipcHandlers,
    exposed,
    opened,
    /** Buttons that the user will press in the next message boxes. */
    answers,
    menu: () => menu,
    menuItem: (id: string): FakeMenuItem | undefined =>
      menu.flatMap(({ submenu }) => submenu ?? []).find((item) => item.id === id),
    /** A call as a page makes it. */
    invoke: (name: unknown, input: unknown, event: object): Promise<unknown> | undefined =>
      ipcHandlers.get("pingshen/call")?.(event, name, input),
  };
}

export type FakeElectron = ReturnType<typeof createFakeElectron>;
