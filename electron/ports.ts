/** What the services need from outside. Composed once in compose.ts; a test passes its own. */
export interface Ports {
  readonly way: "electron" | "browser" | "cli";
  readonly version: string;
  /** Database, uploads and backups live here. */
  readonly dataFolder: string;
  /** Packs, signed results, lists and archives are written here. */
  readonly exportFolder: string;
  /** The database file; normally `<dataFolder>/pingshen.db`. */
  readonly databaseFile: string;
  /** Folder with schemes/, registry/, samples/ and help/. */
  readonly resourcesFolder: string;
  /** Entry of the intake worker: `intake/worker.ts` from source, `intake-worker.cjs` when bundled. */
  readonly workerFile: string;
  /** Now, as an ISO instant with milliseconds in UTC. */
  readonly now: () => string;
  readonly newId: () => string;
  /** Told how far the search index is, when it has to be made again before the window can open. */
  readonly onIndexing?: (done: number, total: number) => void;
}
