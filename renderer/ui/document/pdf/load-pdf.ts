import * as pdfjs from "pdfjs-dist/legacy/build/pdf.mjs";
import workerAddress from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

export type Pdf = pdfjs.PDFDocumentProxy;
export type PdfPage = pdfjs.PDFPageProxy;
export const { TextLayer } = pdfjs;
export type PageText = Awaited<ReturnType<PdfPage["getTextContent"]>>;
export type PageItem = Extract<PageText["items"][number], { str: string }>;

/** Beside the worker's own file, and under the version they belong to. */
const tables = new URL(`pdfjs-${pdfjs.version}/`, new URL(workerAddress, document.baseURI)).href;

/** Character tables and stand-in fonts from our own files; nothing else can be asked for. */
class PackedTables {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = kind === "cMapUrl" ? "cmaps" : "standard_fonts";
    const response = await fetch(`${tables}${folder}/${encodeURIComponent(filename)}`);
    if (!response.ok) throw new Error(`no ${filename}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

export interface OpenedPdf {
  readonly pdf: Pdf;
  close(): void;
}

/** Opens a PDF in a worker of our own: no scripts of the file run, no font and no table comes from elsewhere. */
export async function openPdf(bytes: ArrayBuffer): Promise<OpenedPdf> {
  const port = new Worker(workerAddress, { type: "module" });
  const worker = pdfjs.PDFWorker.create({ port });
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes for itself; the ones here may be drawn from again.
    data: new Uint8Array(bytes.slice(0)),
    worker,
    BinaryDataFactory: PackedTables,
    cMapUrl: "packed/",
    cMapPacked: true,
    standardFontDataUrl: "packed/",
    wasmUrl: `${tables}wasm/`,
    useWasm: false,
    useWorkerFetch: false,
    disableWorkerRendering: true,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  } as Parameters<typeof pdfjs.getDocument>[0]);
  const close = () => {
    void task.destroy().finally(() => {
      worker.destroy();
      port.terminate();
    });
  };
  try {
    return { pdf: await task.promise, close };
  } catch (error) {
    close();
    throw error;
  }
}
