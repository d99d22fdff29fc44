declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  /** What pdf.js runs in its worker, or in the same thread when it is handed over. */
  export const WorkerMessageHandler: unknown
}
